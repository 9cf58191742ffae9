using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Closures;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Stock;

/// <summary>A site's stock with what needs somebody's eye, and the entries behind it.</summary>
internal sealed class FindStock(IDbContextFactory<PosDbContext> contexts, CatalogueStore catalogue, TimeProvider clock)
{
    private const int MostEntries = 200;

    public async Task<Result<StockView>> HandleAsync(string site, CancellationToken ct)
    {
        if ((await catalogue.GetAsync(ct)).Site(site) is not { } place)
            return new UnknownSite(site);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rules = (await db.Set<StockSetting>().AsNoTracking().SingleOrDefaultAsync(row => row.Site == site, ct))?.Rules ?? new StockRules(On: false);
        if (!rules.On)
            return new StockView(site, rules, []);
        var levels = await StockLevels.OfAsync(db, site, ct);
        var marks = await db.Set<StockThreshold>().AsNoTracking().Where(row => row.Site == site).ToDictionaryAsync(row => row.Product, row => row.LowBelow, ct);
        var since = clock.UtcMicros().AddDays(-rules.DeadAfterDays);
        var sold = await SoldSinceAsync(db, site, since, ct);
        return new StockView(site, rules, [.. place.Products.Where(product => product.IsKept()).OrderBy(product => product.No)
            .Select(product => Item(product, levels.GetValueOrDefault(product.Code), marks.GetValueOrDefault(product.Code), rules, level => level.StartedAt <= since && !sold.Contains(product.Code)))]);
    }

    /// <summary>Entries of a site or of one product, latest first.</summary>
    public async Task<Result<StockMovePage>> MovesAsync(string site, string? product, long? before, int take, CancellationToken ct)
    {
        if ((await catalogue.GetAsync(ct)).Site(site) is null)
            return new UnknownSite(site);
        if (take is < 1 or > MostEntries)
            return new WrongStock("take", $"1〜{MostEntries} にしてください", $"ask for 1 to {MostEntries}");
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.KeepsStockAsync(site, ct))
            return new StockMovePage([], null);
        var found = await db.Set<StockMove>().AsNoTracking()
            .Where(move => move.Site == site && move.Kind != StockKind.Undone && (product == null || move.Product == product) && (before == null || move.Seq < before))
            .OrderByDescending(move => move.Seq).Take(take + 1).ToListAsync(ct);
        var page = found.Take(take).ToList();
        var ids = page.ConvertAll(move => (Guid?)move.Id);
        var undone = await db.Set<StockMove>().AsNoTracking().Where(undo => ids.Contains(undo.Undoes)).ToDictionaryAsync(undo => undo.Undoes!.Value, ct);
        return new StockMovePage(page.ConvertAll(move => move.View(undone.GetValueOrDefault(move.Id))), found.Count > take ? page[^1].Seq : null);
    }

    private static Task<HashSet<string>> SoldSinceAsync(PosDbContext db, string site, DateTime since, CancellationToken ct)
    {
        var day = BusinessDate.Of(since);
        return db.Set<Sale>().Where(sale => sale.Site == site && sale.State == SaleState.Completed && sale.BusinessDate >= day)
            .SelectMany(sale => sale.Lines).Select(line => line.Product).Distinct().ToHashSetAsync(ct);
    }

    private static StockItemView Item(Product product, StockLevel? level, int? mark, StockRules rules, Func<StockLevel, bool> lies)
    {
        var weighed = product.Kind == ProductKind.Weighed;
        var low = mark ?? (weighed ? null : rules.LowBelow);
        var warnings = level is null ? [] : Warnings(level, low, lies(level));
        return new StockItemView(product.Code, product.Name, weighed, level?.Level, low, mark, level?.CountedAt, level?.Sold ?? 0, level?.Returned ?? 0, [.. warnings], product.Kana);
    }

    private static IEnumerable<StockWarning> Warnings(StockLevel stock, int? low, bool lies)
    {
        if (stock.Level < 0)
            yield return StockWarning.Negative;
        else if (stock.Level < low)
            yield return StockWarning.Low;
        if (stock.Level > 0 && lies)
            yield return StockWarning.Dead;
    }
}
