using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tourism.Kernel;
using Tourism.Pos.Access;

namespace Tourism.Pos.Sales.ByPhone.Stickers;

/// <summary>What a visitor opens by scanning a shop's sticker, and the sheet that carries it.</summary>
[AllowAnonymous]
[ApiExplorerSettings(IgnoreApi = true)]
internal sealed class StickerController(StickerPages pages, FindSticker find, SellByPhone sell) : Controller
{
    [HttpGet("/s/{token:length(26)}")]
    public async Task<IResult> Show(string token, CancellationToken ct) =>
        await find.ShopAsync(token, ct) is { } shop ? await pages.AskAsync(HttpContext, shop) : await pages.GoneAsync(HttpContext);

    /// <summary>Sent twice, it buys once: the form carries the id of the sale.</summary>
    [HttpPost("/s/{token:length(26)}")]
    [EnableRateLimiting(SignInLimit.Stickers)]
    public async Task<IResult> Pay(string token, [FromForm] string? form, [FromForm] string? amount, CancellationToken ct)
    {
        if (await find.ShopAsync(token, ct) is not { } shop)
            return await pages.GoneAsync(HttpContext);
        var typed = TypedAmount.Of(amount);
        if (typed.Wrong is { } wrong)
            return await pages.AskAsync(HttpContext, shop, amount, wrong);
        if (!Guid.TryParse(form, out var id) || id == Guid.Empty)
            return await pages.AskAsync(HttpContext, shop, amount, "again");
        var payment = await sell.HandleAsync(id, new PhoneBasket(shop.Site, [new(shop.Goods.Code, 1, typed.Yen)], typed.Yen, await pages.LanguageAsync(HttpContext)), ct);
        return payment.Ok ? StickerPages.GoOn(HttpContext, payment.Value) : await pages.AskAsync(HttpContext, shop, amount, payment.Failure.Kind == FailureKind.Conflict ? "again" : "refused");
    }

    /// <summary>To print: who holds the token may print it, since it shows nothing that the sticker does not.</summary>
    [HttpGet("/s/{token:length(26)}/sheet")]
    public async Task<IResult> Sheet(string token, CancellationToken ct) =>
        await find.ShopAsync(token, ct) is { } shop ? await pages.SheetAsync(HttpContext, shop) : await pages.GoneAsync(HttpContext);
}
