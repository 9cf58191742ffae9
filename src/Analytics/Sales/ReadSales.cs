using Microsoft.EntityFrameworkCore;
using Tourism.Analytics.Contracts;
using Tourism.Analytics.Lake;
using Tourism.Analytics.Persistence;
using Tourism.Kernel;

namespace Tourism.Analytics.Sales;

/// <summary>Sales by site and hour. The audience is the city for its own sites: nothing here uses an attribute of people.</summary>
internal sealed class ReadSales(IDbContextFactory<AnalyticsDbContext> contexts, LakeFiles files, LakeSettings settings)
{
    public async Task<Result<SalesReport>> HandleAsync(SalesQuestion question, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var last = await db.LastPublishedAsync(ct);
        var load = last?.Number ?? 0;
        var parts = await db.PartsAsOf(load, Dataset.PerSale)
            .Where(part => part.BusinessDate >= question.From && part.BusinessDate <= question.To).ToListAsync(ct);
        if (parts.Select(files.Check).FirstOrDefault(damage => damage is not null) is { } damage)
            return damage;
        var waiting = await db.Facts.CountAsync(fact => fact.Load == null || fact.Load > load, ct);
        return Report(question, SalesCells.Read(settings, [.. parts.Select(files.PathOf)]), last?.DoneAt, waiting);
    }

    private static SalesReport Report(SalesQuestion question, IReadOnlyList<SalesCell> cells, DateTime? asOf, int waiting) => new(
        question.From, question.To, cells, cells.Select(cell => cell.Amount).Sum(),
        cells.Aggregate(PointAmount.Zero, (sum, cell) => sum + cell.PointsUsed), asOf, waiting);
}
