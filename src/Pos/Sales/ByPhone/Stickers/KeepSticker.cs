using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Http;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales.ByPhone.Stickers;

/// <summary>Makes a shop's sticker. Another one replaces it: from that moment the former opens nothing.</summary>
internal sealed class KeepSticker(Writer<PosDbContext> writer, FindSticker find, PublicAddress address, TimeProvider clock)
{
    public async Task<Result<Written<StickerView>>> HandleAsync(string site, Guid id, Actor by, CancellationToken ct)
    {
        var stand = await find.OfSiteAsync(site, ct);
        if (!stand.Ok)
            return stand.Failure;
        return stand.Value.Possible ? await writer.RunAsync(db => StoreAsync(db, site, id, by, ct), ct) : new NothingByAmount(site);
    }

    private async Task<Result<Written<StickerView>>> StoreAsync(PosDbContext db, string site, Guid id, Actor by, CancellationToken ct)
    {
        if (await db.Set<Sticker>().SingleOrDefaultAsync(row => row.Id == id, ct) is { } earlier)
            return earlier.Site != site ? RequestHash.Reused(id) : earlier.RevokedAt is null ? new Written<StickerView>(earlier.View(address), First: false) : new StickerReplaced();
        var now = clock.UtcMicros();
        var former = await db.Set<Sticker>().Where(row => row.Site == site).OrderByDescending(row => row.Edition).FirstOrDefaultAsync(ct);
        if (former is not null)
            former.RevokedAt ??= now;
        var sticker = db.Add(new Sticker
        {
            Id = id, Site = site, Edition = (former?.Edition ?? 0) + 1, Token = Base32.Encode(RandomNumberGenerator.GetBytes(16)), MadeAt = now, By = by.Person,
        }).Entity;
        db.Audit(Deed.StickerMade, by, site, now, former is null ? null : Told(former), Told(sticker));
        return new Written<StickerView>(sticker.View(address), First: true);
    }

    private static object Told(Sticker sticker) => new { sticker.Id, sticker.Edition };
}

internal sealed record StickerReplaced() : Failure(
    "sticker-replaced", FailureKind.Conflict,
    "このシールは、その後ほかの人が作り直しました。画面を開き直して、いまのシールを確かめてください。",
    "Somebody has replaced this sticker since. Open the screen again to see the present one.");

internal sealed record NothingByAmount(string Site) : Failure(
    "nothing-by-amount", FailureKind.Refused,
    $"「{Site}」には、金額を入力して売る税込みの商品がないため、支払い用のシールは作れません。先に商品を追加してください。",
    $"'{Site}' sells nothing whose amount is typed in with tax included, so it cannot have a sticker. Add such a product first.");
