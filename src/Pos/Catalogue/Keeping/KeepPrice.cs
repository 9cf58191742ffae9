using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Closures;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Keeping;

/// <summary>Gives a product a price from a day on, or withdraws one that has not begun.</summary>
internal sealed class KeepPrice(Writer<PosDbContext> writer, CatalogueStore catalogue, TimeProvider clock)
{
    public Task<Result<Written<KeptProductView>>> SetAsync(string site, string code, DateOnly from, PriceRequest request, Actor by, CancellationToken ct) =>
        ChangeAsync(site, code, (db, place, product, today) =>
        {
            if (PriceChecks.Check(place, product, from, request, today) is { } wrong)
                return wrong;
            if (product.Prices.Find(price => price.From == from) is { } known)
                return (known.Amount, known.To) == (request.Yen, request.Until) ? false : new PriceStands(from, known.Amount);
            product.Prices.Add(new Price { From = from, To = request.Until, Amount = request.Yen });
            db.Audit(Deed.PriceKept, by, $"{site}/{code}", clock.UtcMicros(), product.PriceOn(from) is { } before ? new PriceRequest(before) : null, new PriceView(from, request.Yen, request.Until, from <= today));
            return true;
        }, ct);

    public Task<Result<Written<KeptProductView>>> WithdrawAsync(string site, string code, DateOnly from, Actor by, CancellationToken ct) =>
        ChangeAsync(site, code, (db, _, product, today) =>
        {
            if (product.Prices.Find(price => price.From == from) is not { } known)
                return false;
            if (from <= today)
                return new PriceHasBegun(from);
            product.Prices.Remove(known);
            db.Remove(known);
            db.Audit(Deed.PriceWithdrawn, by, $"{site}/{code}", clock.UtcMicros(), known.View(today), after: null);
            return false;
        }, ct);

    /// <param name="site">Site.</param>
    /// <param name="code">Product.</param>
    /// <param name="change">True when this very call added something.</param>
    /// <param name="ct">Given up.</param>
    private async Task<Result<Written<KeptProductView>>> ChangeAsync(
        string site, string code, Func<PosDbContext, Site, Product, DateOnly, Result<bool>> change, CancellationToken ct)
    {
        if ((await catalogue.GetAsync(ct)).Site(site) is not { } place)
            return new UnknownSite(site);
        var today = BusinessDate.Of(clock.UtcMicros());
        var kept = await writer.RunAsync<Written<KeptProductView>>(async db =>
        {
            var product = await db.Set<Product>().Include(row => row.Prices).SingleOrDefaultAsync(row => EF.Property<long>(row, "SiteSeq") == place.Seq && row.Code == code, ct);
            return product is null ? new NoSuchProduct(code) : change(db, place, product, today).Map(first => new Written<KeptProductView>(product.View(place, today), first));
        }, ct);
        catalogue.Forget();
        return kept;
    }
}
