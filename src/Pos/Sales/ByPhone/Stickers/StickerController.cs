using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Access;
using Tourism.Pos.Public;

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
    [EnableRateLimiting(SignInLimit.Buyers)]
    public async Task<IResult> Pay(IFormCollection? sent)
    {
        // A form that cannot be read at all comes as none, and nothing else would be bound beside it.
        if (await find.ShopAsync((string)RouteData.Values["token"]!, HttpContext.RequestAborted) is not { } shop)
            return await pages.GoneAsync(HttpContext);
        var (form, amount) = (sent?["form"].ToString(), sent?["amount"].ToString());
        var typed = TypedAmount.Of(amount);
        if (typed.Wrong is { } wrong)
            return await pages.AskAsync(HttpContext, shop, amount, wrong);
        if (!Guid.TryParse(form, out var id) || id == Guid.Empty)
            return await pages.AskAsync(HttpContext, shop, amount, StickerPages.Again);
        var basket = new PhoneBasket(shop.Site, [new(shop.Goods.Code, 1, typed.Yen)], typed.Yen, Languages.OfVisitor(HttpContext));
        var payment = await sell.HandleAsync(id, basket, HttpContext.RequestAborted);
        if (payment.Ok)
            return PublicPages.GoTo(HttpContext, payment.Value.View.PageUrl ?? $"/pay/{payment.Value.PageToken}");
        return payment.Failure is TooManyUnpaid
            ? await pages.BusyAsync(HttpContext)
            : await pages.AskAsync(HttpContext, shop, amount, payment.Failure.Kind == FailureKind.Conflict ? StickerPages.Again : "refused");
    }

    /// <summary>To print: who holds the token may print it, since it shows nothing that the sticker does not.</summary>
    [HttpGet("/s/{token:length(26)}/sheet")]
    public async Task<IResult> Sheet(string token, CancellationToken ct) =>
        await find.ShopAsync(token, ct) is { } shop ? await pages.SheetAsync(HttpContext, shop) : await pages.GoneAsync(HttpContext);
}
