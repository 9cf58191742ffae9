using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Closures;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Keeping;

/// <summary>Adds a product to a site, or changes what it says. Nothing is ever removed: a product stops being sold.</summary>
internal sealed class KeepProduct(Writer<PosDbContext> writer, CatalogueStore catalogue, TimeProvider clock)
{
    /// <param name="site">Site code.</param>
    /// <param name="code">Product code.</param>
    /// <param name="request">What it says.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="everywhere">They may let people in at other sites too.</param>
    /// <param name="ct">Given up.</param>
    public async Task<Result<Written<KeptProductView>>> HandleAsync(string site, string code, ProductRequest request, Actor by, bool everywhere, CancellationToken ct)
    {
        var snapshot = await catalogue.GetAsync(ct);
        if (snapshot.Site(site) is not { } place)
            return new UnknownSite(site);
        var (today, wanted) = (BusinessDate.Of(clock.UtcMicros()), request.Tidy());
        var checks = new ProductChecks(snapshot, today, everywhere ? null : site);
        var kept = await writer.RunAsync<Written<Product>>(async db =>
        {
            var known = await db.Set<Product>().Include(row => row.Prices).SingleOrDefaultAsync(row => EF.Property<long>(row, "SiteSeq") == place.Seq && row.Code == code, ct);
            if (checks.Check(code, wanted, known?.Says()) is { } wrong)
                return wrong;
            return known is null ? await AddAsync(db, place, code, wanted, by, ct) : Change(db, place, known, wanted, by);
        }, ct);
        catalogue.Forget();
        return kept.Map(written => new Written<KeptProductView>(written.View.View(place, today), written.First));
    }

    private async Task<Result<Written<Product>>> AddAsync(PosDbContext db, Site site, string code, ProductRequest wanted, Actor by, CancellationToken ct)
    {
        var product = wanted.ToProduct(code, await db.LastProductNoAsync(site, ct) + 1);
        db.AddTo(site, product);
        db.Audit(Deed.ProductKept, by, $"{site.Code}/{code}", clock.UtcMicros(), before: null, after: wanted);
        return new Written<Product>(product, First: true);
    }

    private Result<Written<Product>> Change(PosDbContext db, Site site, Product known, ProductRequest wanted, Actor by)
    {
        var before = known.Says();
        if (before.IsSame(wanted))
            return new Written<Product>(known, First: false);
        if (wanted.Version != known.Version)
            return new ProductChanged(known.Name.Ja);
        known.Take(wanted);
        db.Audit(Deed.ProductKept, by, $"{site.Code}/{known.Code}", clock.UtcMicros(), before, after: wanted);
        return new Written<Product>(known, First: false);
    }
}

internal static class ProductRows
{
    /// <summary>Numbers go up and are never given out again, because no row is ever removed.</summary>
    public static async Task<int> LastProductNoAsync(this PosDbContext db, Site site, CancellationToken ct) =>
        await db.Set<Product>().Where(row => EF.Property<long>(row, "SiteSeq") == site.Seq).MaxAsync(row => (int?)row.No, ct) ?? 0;

    public static Product AddTo(this PosDbContext db, Site site, Product product)
    {
        db.Add(product).Property("SiteSeq").CurrentValue = site.Seq;
        return product;
    }
}
