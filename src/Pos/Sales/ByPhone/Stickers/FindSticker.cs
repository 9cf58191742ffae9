using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Closures;
using Tourism.Pos.Http;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales.ByPhone.Stickers;

/// <summary>The shop behind a sticker that is good.</summary>
internal sealed record StickerShop(string Token, string Site, LocalText Name, ProductView Goods);

/// <summary>Finds the sticker of a shop and the shop of a sticker.</summary>
internal sealed class FindSticker(IDbContextFactory<PosDbContext> contexts, CatalogueStore catalogue, PublicAddress address, TimeProvider clock)
{
    public async Task<Result<StickerStandView>> OfSiteAsync(string site, CancellationToken ct)
    {
        var snapshot = await catalogue.GetAsync(ct);
        if (snapshot.Site(site) is not { } shop)
            return new UnknownSite(site);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sticker = await db.Set<Sticker>().AsNoTracking().Where(row => row.Site == site && row.RevokedAt == null).OrderByDescending(row => row.Edition).FirstOrDefaultAsync(ct);
        return new StickerStandView(site, sticker?.View(address), Goods(snapshot, shop) is not null);
    }

    /// <summary><c>null</c> for a token that was never given or is good no more, and for a shop that sells nothing by amount any more.</summary>
    public async Task<StickerShop?> ShopAsync(string token, CancellationToken ct)
    {
        var wanted = token.ToUpperInvariant();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var site = await db.Set<Sticker>().Where(row => row.Token == wanted && row.RevokedAt == null).Select(row => row.Site).SingleOrDefaultAsync(ct);
        var snapshot = await catalogue.GetAsync(ct);
        return site is not null && snapshot.Site(site) is { } shop && Goods(snapshot, shop) is { } goods
            ? new StickerShop(wanted, site, shop.Name, goods)
            : null;
    }

    private ProductView? Goods(Snapshot snapshot, Site shop) => StickerGoods.Of(snapshot.On(shop, BusinessDate.Of(clock.UtcMicros())));
}
