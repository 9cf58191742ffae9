using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Persistence;
using Tourism.Pos.Refunds;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Stock;

/// <summary>
/// Levels of a site's goods: the last count and everything that happened after it, entries, sales and refunds alike. When it happened
/// decides, not when it was heard of: a sale that was rung up offline before a count takes nothing off it, however late it arrives.
/// </summary>
/// <param name="db">Reads only.</param>
/// <param name="site">Site code.</param>
/// <param name="last">Entries up to this one, so that all questions see the same.</param>
internal sealed class StockLevels(PosDbContext db, string site, long last)
{
    /// <summary>Levels by product; nothing for products without an entry.</summary>
    public static async Task<IReadOnlyDictionary<string, StockLevel>> OfAsync(PosDbContext db, string site, CancellationToken ct)
    {
        var last = await db.Set<StockMove>().Where(move => move.Site == site).MaxAsync(move => (long?)move.Seq, ct);
        return last is null ? new Dictionary<string, StockLevel>() : await new StockLevels(db, site, last.Value).ReadAsync(ct);
    }

    private IQueryable<StockMove> Entries => db.Set<StockMove>().AsNoTracking().Where(move => move.Site == site && move.Seq <= last);

    private IQueryable<StockMove> Live => Entries.Where(move => move.Kind != StockKind.Undone && !Entries.Any(undo => undo.Undoes == move.Id));

    private IQueryable<Start> Starts => Live.GroupBy(move => move.Product).Select(moves => new Start
    {
        Product = moves.Key,
        StartedAt = moves.Min(move => move.OccurredAt),
        CountedAt = moves.Max(move => move.Kind == StockKind.Counted ? (DateTime?)move.OccurredAt : null),
    });

    private async Task<IReadOnlyDictionary<string, StockLevel>> ReadAsync(CancellationToken ct)
    {
        var starts = await Starts.ToListAsync(ct);
        if (starts.Count == 0)
            return new Dictionary<string, StockLevel>();
        var first = BusinessDate.Of(starts.Min(start => start.CountedAt ?? start.StartedAt));
        var (counted, moved) = (await CountedAsync(ct), await MovedAsync(ct));
        var (sold, returned) = (await SumAsync(Sold(first), ct), await SumAsync(Returned(first), ct));
        return starts.ToDictionary(start => start.Product, start => new StockLevel(
            start.Product, start.StartedAt, start.CountedAt, counted.GetValueOrDefault(start.Product), moved.GetValueOrDefault(start.Product),
            sold.GetValueOrDefault(start.Product), returned.GetValueOrDefault(start.Product)));
    }

    /// <summary>Of two counts at one moment the one that was recorded later holds.</summary>
    private async Task<Dictionary<string, long>> CountedAsync(CancellationToken ct)
    {
        var counts = await Live.Where(move => move.Kind == StockKind.Counted)
            .Join(Starts, move => move.Product, start => start.Product, (move, start) => new { move.Product, move.Seq, move.Quantity, move.OccurredAt, start.CountedAt })
            .Where(count => count.OccurredAt == count.CountedAt).ToListAsync(ct);
        return counts.GroupBy(count => count.Product).ToDictionary(same => same.Key, same => (long)same.MaxBy(count => count.Seq)!.Quantity);
    }

    private async Task<Dictionary<string, long>> MovedAsync(CancellationToken ct)
    {
        var sums = await Live.Where(move => move.Kind != StockKind.Counted)
            .Join(Starts, move => move.Product, start => start.Product, (move, start) => new { move.Product, move.Kind, move.Quantity, move.OccurredAt, start.CountedAt })
            .Where(move => move.CountedAt == null || move.OccurredAt > move.CountedAt)
            .GroupBy(move => new { move.Product, move.Kind })
            .Select(same => new { same.Key.Product, same.Key.Kind, Quantity = same.Sum(move => (long)move.Quantity) }).ToListAsync(ct);
        return sums.GroupBy(sum => sum.Product).ToDictionary(same => same.Key, same => same.Sum(sum => StockLevel.SignOf(sum.Kind) * sum.Quantity));
    }

    /// <summary>Nothing was sold before its receipt was heard of, whatever the till's clock said.</summary>
    private IQueryable<Gone> Sold(DateOnly first) =>
        from sale in db.Set<Sale>()
        where sale.Site == site && sale.State == SaleState.Completed && sale.BusinessDate >= first
        from line in sale.Lines
        select new Gone
        {
            Product = line.Product,
            At = sale.OccurredAt < sale.RecordedAt ? sale.OccurredAt : sale.RecordedAt,
            Quantity = line.GrossGrams == null ? line.Quantity : line.GrossGrams.Value - (line.TareGrams ?? 0),
        };

    private IQueryable<Gone> Returned(DateOnly first) =>
        from refund in db.Set<Refund>()
        where refund.BusinessDate >= first
        join sale in db.Set<Sale>() on refund.Sale equals sale.Id
        where sale.Site == site
        from part in refund.Lines
        from line in sale.Lines
        where line.No == part.Line
        select new Gone
        {
            Product = line.Product,
            At = refund.OccurredAt < refund.RecordedAt ? refund.OccurredAt : refund.RecordedAt,
            Quantity = line.GrossGrams == null ? part.Quantity : line.GrossGrams.Value - (line.TareGrams ?? 0),
        };

    private Task<Dictionary<string, long>> SumAsync(IQueryable<Gone> gone, CancellationToken ct) => gone
        .Join(Starts, line => line.Product, start => start.Product, (line, start) => new { line.Product, line.At, line.Quantity, start.StartedAt, start.CountedAt })
        .Where(line => (line.CountedAt == null && line.At >= line.StartedAt) || line.At > line.CountedAt)
        .GroupBy(line => line.Product).Select(same => new { Product = same.Key, Quantity = same.Sum(line => (long)line.Quantity) })
        .ToDictionaryAsync(sum => sum.Product, sum => sum.Quantity, ct);

    private sealed class Start
    {
        public required string Product { get; init; }

        public required DateTime StartedAt { get; init; }

        public DateTime? CountedAt { get; init; }
    }

    private sealed class Gone
    {
        public required string Product { get; init; }

        public required DateTime At { get; init; }

        public required int Quantity { get; init; }
    }
}
