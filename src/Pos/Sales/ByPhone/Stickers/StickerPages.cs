using Tourism.Kernel;
using Tourism.Pos.Http;
using Tourism.Pos.Public;

namespace Tourism.Pos.Sales.ByPhone.Stickers;

/// <summary>Shows visitors the page of a sticker, whatever has happened: a refusal is a sentence on it.</summary>
internal sealed class StickerPages(PublicPages pages, PublicAddress address, TimeProvider clock)
{
    /// <summary>The form is spent: the same page under another name.</summary>
    public const string Again = "again";

    /// <summary>Asks for the amount; with what was typed and why it cannot be paid, if something was.</summary>
    public async Task<IResult> AskAsync(HttpContext context, StickerShop shop, string? typed = null, string? wrong = null)
    {
        SecurityHeaders.LetFormsLeadToPayment(context);
        return PublicPages.Show<StickerPage>(context, await pages.FrameAsync(context), new()
        {
            ["Shop"] = shop.Name,
            ["Token"] = shop.Token,
            ["Form"] = Guid.CreateVersion7(clock.GetUtcNow()),
            ["Typed"] = typed is { Length: <= TypedAmount.Longest } ? typed : null,
            ["Wrong"] = wrong,
        }, wrong is null ? StatusCodes.Status200OK : wrong == Again ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    public async Task<IResult> GoneAsync(HttpContext context) => PublicPages.Show<StickerGonePage>(context, await pages.FrameAsync(context), [], StatusCodes.Status404NotFound);

    public Task<IResult> BusyAsync(HttpContext context) => pages.BusyAsync(context);

    public async Task<IResult> SheetAsync(HttpContext context, StickerShop shop) =>
        PublicPages.Show<StickerSheet>(context, await pages.FrameAsync(context), new() { ["Shop"] = shop.Name, ["Url"] = address.Sticker(shop.Token) });
}

internal static class StickerTexts
{
    public static Texts All { get; } = Texts.Load(typeof(StickerTexts).Assembly, "sticker");
}
