using Microsoft.EntityFrameworkCore;
using Tourism.Analytics.Contracts;
using Tourism.Analytics.Lake;
using Tourism.Analytics.Persistence;
using Tourism.Kernel;

namespace Tourism.Analytics.Sales;

/// <summary>Sales and refunds by site and hour. The audience is the city for its own sites: nothing here uses an attribute of people.</summary>
internal sealed class ReadSales(IDbContextFactory<AnalyticsDbContext> contexts, LakeFiles files, LakeSettings settings)
{
    public async Task<Result<SalesReport>> HandleAsync(SalesQuestion question, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var last = await db.LastPublishedAsync(ct);
        var load = last?.Number ?? 0;
        var (sales, refunds) = (await PartsAsync(db, load, Dataset.PerSale, question, ct), await PartsAsync(db, load, Dataset.PerRefund, question, ct));
        if (sales.Concat(refunds).Select(files.Check).FirstOrDefault(damage => damage is not null) is { } damage)
            return damage;
        var waiting = db.Facts.Where(fact => fact.Load == null || fact.Load > load);
        var (all, refundsOnly) = (await waiting.CountAsync(ct), await waiting.CountAsync(fact => fact.Topic == RefundFact.Topic, ct));
        var cells = SalesCells.Read(settings, [.. sales.Select(files.PathOf)], [.. refunds.Select(files.PathOf)]);
        return Report(question, cells, last?.DoneAt, all - refundsOnly) with { WaitingRefunds = refundsOnly };
    }

    private static Task<List<LakePart>> PartsAsync(AnalyticsDbContext db, long load, string dataset, SalesQuestion question, CancellationToken ct) =>
        db.PartsAsOf(load, dataset).Where(part => part.BusinessDate >= question.From && part.BusinessDate <= question.To).ToListAsync(ct);

    private static SalesReport Report(SalesQuestion question, IReadOnlyList<SalesCell> cells, DateTime? asOf, int waiting) => new(
        question.From, question.To, cells, cells.Select(cell => cell.Amount).Sum(), Sum(cells, cell => cell.PointsUsed), asOf, waiting)
    {
        Refunded = cells.Select(cell => cell.Refunded).Sum(),
        Net = cells.Select(cell => cell.Net).Sum(),
        PointsReturned = Sum(cells, cell => cell.PointsReturned),
    };

    private static PointAmount Sum(IReadOnlyList<SalesCell> cells, Func<SalesCell, PointAmount> points) =>
        cells.Aggregate(PointAmount.Zero, (sum, cell) => sum + points(cell));
}
