using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Mail;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shops;

/// <summary>Makes a shop's code and sends it: both are committed or neither. The same letter again is the same success.</summary>
internal sealed class MailShop(Writer<PosDbContext> writer, MakeShopCode code, PostBox box, CatalogueStore catalogue, Bell<SendLetters> bell)
{
    public async Task<Result<Written<LetterView>>> HandleAsync(Guid id, Guid letter, LetterRequest request, Actor by, CancellationToken ct)
    {
        if (WrongLetterLanguage.Check(request.Language) is { } wrong)
            return wrong;
        var city = (await catalogue.GetAsync(ct)).City.In(request.Language);
        var written = await writer.RunAsync<Written<LetterView>>(async db =>
        {
            if (await db.Set<Shop>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } shop)
                return new UnknownShop(id);
            if (await db.Set<Letter>().SingleOrDefaultAsync(row => row.Id == letter, ct) is { } known)
                return known.IsRepeat(id, request) ? new Written<LetterView>(known.View(), First: false) : RequestHash.Reused(letter);
            var made = code.Make(db, shop, by);
            if (!made.Ok)
                return made.Failure;
            var posted = box.Post(db, new Addressee(id, shop.Email), letter, request, Words(request.Language, shop, made.Value, city));
            if (posted.Ok)
                db.Audit(Deed.LetterWritten, by, id.ToString(), posted.Value.CreatedAt);
            return posted.Map(row => new Written<LetterView>(row.View(), First: true));
        }, ct);
        bell.Ring();
        return written;
    }

    private static (string Subject, string Text) Words(string language, Shop shop, ShopCodeView made, string city) => (
        LetterTexts.All.Get(language, "shop-subject", city),
        LetterTexts.All.Get(language, "shop-text", shop.Name, city, BusinessDate.Text(made.Until), made.Link, TypedCode.Spaced(made.Code), made.Link.Split('#')[0]));
}
