using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Admissions;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Receipts;
using Tourism.Pos.Tills;

namespace Tourism.Pos.Sales;

/// <summary>What is already in the books around some sales: read with as many questions for a hundred sales as for one.</summary>
internal sealed class SaleBooks
{
    private readonly HashSet<Guid> _sales;
    private readonly HashSet<Guid> _tenders;
    private readonly HashSet<Guid> _holds;
    private readonly ILookup<ReceiptNumber, JournalEntry> _stored;
    private readonly List<JournalEntry> _added = [];
    private readonly Dictionary<Guid, Ticket> _tickets;

    private SaleBooks(
        IEnumerable<Guid> sales, IEnumerable<Guid> tenders, IEnumerable<Guid> holds, IEnumerable<JournalEntry> journal, IEnumerable<Ticket> tickets)
    {
        (_sales, _tenders, _holds) = ([.. sales], [.. tenders], [.. holds]);
        _stored = journal.ToLookup(entry => new ReceiptNumber(entry.Till, entry.Epoch, entry.Number));
        _tickets = tickets.ToDictionary(ticket => ticket.Id);
    }

    public static async Task<SaleBooks> LoadAsync(PosDbContext db, IReadOnlyList<ReadySale> sales, CancellationToken ct)
    {
        var taken = await TakenAsync(db, sales, ct);
        return new(
            taken.Where(name => !name.IsTender).Select(name => name.Id), taken.Where(name => name.IsTender).Select(name => name.Id),
            await HoldsAsync(db, sales, ct), await db.JournalAroundAsync([.. sales.Select(sale => sale.Receipt)], ct), await TicketsAsync(db, sales, ct));
    }

    public bool Has(ReadySale sale) => _sales.Contains(sale.Id);

    public bool HasTenderOf(ReadySale sale) => sale.Request.Tenders.Any(tender => _tenders.Contains(tender.Id));

    public IEnumerable<Guid> UsedHolds(ReadySale sale) => sale.Holds.Where(_holds.Contains);

    public Ticket? Ticket(Guid id) => _tickets.GetValueOrDefault(id);

    /// <summary>Entries of the number itself and of the ones before and after it.</summary>
    public IEnumerable<JournalEntry> Around(ReceiptNumber receipt) => new[] { 0, -1, 1 }
        .Select(step => receipt with { Number = receipt.Number + step })
        .SelectMany(near => _stored[near].Concat(_added.Where(entry => new ReceiptNumber(entry.Till, entry.Epoch, entry.Number) == near)));

    /// <summary>The next sale of the same batch must see this one.</summary>
    public void Add(Sale sale, JournalEntry entry)
    {
        _sales.Add(sale.Id);
        _tenders.UnionWith(sale.Tenders.Select(tender => tender.Id));
        _holds.UnionWith(sale.Holds);
        _added.Add(entry);
    }

    /// <summary>Names of sales and of tenders that are given already, asked for at once.</summary>
    private static Task<List<Taken>> TakenAsync(PosDbContext db, IReadOnlyList<ReadySale> sales, CancellationToken ct)
    {
        var ids = sales.Select(sale => sale.Id).ToList();
        var tenders = sales.SelectMany(sale => sale.Request.Tenders).Select(tender => tender.Id).ToList();
        // Every sale and every refund stands in the journal: a name that either has is taken.
        return db.Set<JournalEntry>().Where(row => ids.Contains(row.Fact)).Select(row => new Taken { Id = row.Fact, IsTender = false })
            .Concat(db.Set<Tender>().Where(row => tenders.Contains(row.Id)).Select(row => new Taken { Id = row.Id, IsTender = true })).ToListAsync(ct);
    }

    private static async Task<List<Guid>> HoldsAsync(PosDbContext db, IReadOnlyList<ReadySale> sales, CancellationToken ct)
    {
        var ids = sales.SelectMany(sale => sale.Holds).ToList();
        return ids.Count == 0 ? [] : await db.Set<HoldUse>().Where(row => ids.Contains(row.Hold)).Select(row => row.Hold).ToListAsync(ct);
    }

    private static async Task<List<Ticket>> TicketsAsync(PosDbContext db, IReadOnlyList<ReadySale> sales, CancellationToken ct)
    {
        var ids = sales.Select(sale => (sale.Handed ?? sale.Unfit)?.Payload.Ticket).OfType<Guid>().ToList();
        return ids.Count == 0 ? [] : await db.Set<Ticket>().Where(row => ids.Contains(row.Id)).ToListAsync(ct);
    }

    private sealed class Taken
    {
        public required Guid Id { get; init; }

        public required bool IsTender { get; init; }
    }
}
