using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Admissions;

/// <summary>What is on record about the tickets and ids of some scans. The tickets are held, so that scans of one party queue instead of losing races.</summary>
internal sealed class ScanBooks
{
    private readonly Dictionary<Guid, Ticket> _tickets;
    private readonly Dictionary<Guid, Scan> _scans;
    private readonly HashSet<Guid> _undone;
    private readonly HashSet<Guid> _awaited = [];

    private ScanBooks(IEnumerable<Ticket> tickets, IEnumerable<Scan> scans, IEnumerable<Guid> undone) =>
        (_tickets, _scans, _undone) = (tickets.ToDictionary(ticket => ticket.Id), scans.ToDictionary(scan => scan.Id), [.. undone]);

    /// <summary>Tickets first: what another host writes about them before they are held must be found.</summary>
    public static async Task<ScanBooks> LoadAsync(PosDbContext db, IReadOnlyList<ReadScan> scans, CancellationToken ct)
    {
        var tickets = await TicketsAsync(db, scans, ct);
        var ids = scans.Select(scan => scan.Id).ToList();
        var earlier = await db.Set<Scan>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(ct);
        // A till's ticket may have come on record with its first scan since the line before: a repeat must not answer as if nobody had gone in.
        if (earlier.Exists(scan => scan.Ticket is { } id && !tickets.Exists(ticket => ticket.Id == id)))
            tickets = await TicketsAsync(db, scans, ct);
        var undone = earlier.Count == 0 ? [] : await db.Set<ScanUndo>().Where(row => ids.Contains(row.Scan)).Select(row => row.Scan).ToListAsync(ct);
        return new ScanBooks(tickets, earlier, undone);
    }

    public Scan? Earlier(ReadScan scan) => _scans.GetValueOrDefault(scan.Id);

    public bool IsUndone(Scan scan) => _undone.Contains(scan.Id);

    /// <summary>What the code says beside what is on record.</summary>
    public Reading Beside(ReadScan scan) => scan.Reading.Beside(scan.Reading.Ticket is { } read ? _tickets.GetValueOrDefault(read.Id) : null);

    /// <summary>The ticket on record; or, of a till whose sale is on its way, the one its code tells of, the same for all scans.</summary>
    public Ticket? Ticket(ReadScan scan)
    {
        if (scan.Reading.Ticket is not { } read)
            return null;
        if (_tickets.TryGetValue(read.Id, out var known) || !scan.Reading.ByTill)
            return known;
        _awaited.Add(read.Id);
        return _tickets[read.Id] = read.AsShown();
    }

    /// <summary>True once for a ticket that is not on record yet.</summary>
    public bool IsShownFirst(Ticket ticket) => _awaited.Remove(ticket.Id);

    private static async Task<List<Ticket>> TicketsAsync(PosDbContext db, IReadOnlyList<ReadScan> scans, CancellationToken ct)
    {
        List<Guid> ids = [.. scans.Select(scan => scan.Reading.Ticket?.Id).OfType<Guid>().Distinct().Order()];
        if (ids.Count == 0)
            return [];
        var tickets = await db.Locked<Ticket>(ids).ToListAsync(ct);
        if (tickets.Exists(ticket => scans.Any(scan => scan.Reading.Ticket?.Id == ticket.Id && ticket.MayBeUsedElsewhere(scan.Attempt.Site))))
            await db.Set<Ticket>().Where(row => ids.Contains(row.Id)).SelectMany(row => row.Elsewhere).LoadAsync(ct);
        return tickets;
    }
}
