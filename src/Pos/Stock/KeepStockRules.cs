using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Closures;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Stock;

/// <summary>Turns a shop's stock on and off, and keeps the marks below which it is low.</summary>
internal sealed class KeepStockRules(Writer<PosDbContext> writer, CatalogueStore catalogue, TimeProvider clock)
{
    public async Task<Result<StockRules>> HandleAsync(string site, StockRules rules, Actor by, CancellationToken ct)
    {
        if ((await catalogue.GetAsync(ct)).Site(site) is null)
            return new UnknownSite(site);
        if (StockChecks.Check(rules) is { } wrong)
            return wrong;
        return await writer.RunAsync<StockRules>(async db =>
        {
            var setting = await db.Set<StockSetting>().SingleOrDefaultAsync(row => row.Site == site, ct);
            var before = setting?.Rules;
            if (before == rules)
                return rules;
            (setting ?? db.Add(new StockSetting { Site = site }).Entity).Keep(rules);
            db.Audit(Deed.StockRulesKept, by, site, clock.UtcMicros(), before, rules);
            return rules;
        }, ct);
    }

    public async Task<Result<StockMark>> HandleAsync(string site, string product, StockMark mark, Actor by, CancellationToken ct)
    {
        if ((await catalogue.GetAsync(ct)).Site(site) is not { } place)
            return new UnknownSite(site);
        if (StockChecks.Check(place, product, mark) is { } wrong)
            return wrong;
        return await writer.RunAsync<StockMark>(async db =>
        {
            if (!await db.KeepsStockAsync(site, ct))
                return new StockOff(site);
            var known = await db.Set<StockThreshold>().SingleOrDefaultAsync(row => row.Site == site && row.Product == product, ct);
            var before = new StockMark(known?.LowBelow);
            if (before == mark)
                return mark;
            (known ?? db.Add(new StockThreshold { Site = site, Product = product }).Entity).LowBelow = mark.LowBelow;
            db.Audit(Deed.StockThresholdKept, by, $"{site}/{product}", clock.UtcMicros(), before, mark);
            return mark;
        }, ct);
    }
}
