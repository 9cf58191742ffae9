using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Stock.Consignments;

/// <summary>What a supplier gets for the sales of some days, line by line.</summary>
internal sealed class FindStatement(IDbContextFactory<PosDbContext> contexts, TimeProvider clock)
{
    private const int MostSettlements = 50;

    public async Task<Result<StatementView>> HandleAsync(string site, string supplier, DateOnly? from, DateOnly? to, CancellationToken ct)
    {
        var today = BusinessDate.Of(clock.UtcMicros());
        var (last, first) = (to ?? today, from ?? new DateOnly((to ?? today).Year, (to ?? today).Month, 1));
        if (SupplierChecks.Period(first, last, today) is { } wrong)
            return wrong;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.KeepsStockAsync(site, ct))
            return new StockOff(site);
        if (await db.Set<Supplier>().AsNoTracking().SingleOrDefaultAsync(row => row.Site == site && row.Code == supplier, ct) is not { } named)
            return new UnknownSupplier(supplier);
        var settlements = await db.Set<Settlement>().AsNoTracking().Where(row => row.Site == site && row.Supplier == supplier).OrderByDescending(row => row.Seq).Take(MostSettlements).ToListAsync(ct);
        return View(named, first, last, await Dues.OfAsync(db, site, supplier, first, last, ct), settlements);
    }

    private static StatementView View(Supplier supplier, DateOnly from, DateOnly to, Dues dues, List<Settlement> settlements) => new(
        supplier.Code, supplier.Name, from, to, [.. dues.Lines.Select(line => line.View(dues.Settled.TryGetValue(line.Key, out var settlement) ? settlement : null))],
        dues.Lines.Select(line => line.Amount).Sum(), dues.Lines.Select(line => line.Due).Sum(), dues.Open.Select(line => line.Due).Sum(), dues.Open.Count,
        settlements.ConvertAll(settlement => settlement.View));
}
