using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Journals;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Audit;

/// <summary>Recomputes the chain from the stored entries.</summary>
internal sealed class CheckAudit(IDbContextFactory<PosDbContext> contexts)
{
    private const int Page = 1000;

    /// <param name="from">First business date; the chain before it is taken as it stands.</param>
    /// <param name="ct">Given up.</param>
    public async Task<AuditCheck> HandleAsync(DateOnly? from, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        // Read first: entries that come meanwhile stand after it.
        var head = await db.Set<AuditHead>().AsNoTracking().SingleOrDefaultAsync(ct) ?? new AuditHead();
        var walk = new AuditWalk(await BeforeAsync(db, from, ct), head);
        for (var page = await PageAsync(db, from, 0, ct); page.Count > 0; page = await PageAsync(db, from, page[^1].Seq, ct))
            page.ForEach(walk.Visit);
        return walk.Close();
    }

    private static async Task<AuditEntry?> BeforeAsync(PosDbContext db, DateOnly? from, CancellationToken ct) =>
        await db.Set<AuditEntry>().AsNoTracking().Where(row => row.Day < from).OrderByDescending(row => row.Seq).FirstOrDefaultAsync(ct);

    private static Task<List<AuditEntry>> PageAsync(PosDbContext db, DateOnly? from, long after, CancellationToken ct) =>
        db.Set<AuditEntry>().AsNoTracking().Where(row => row.Seq > after && (from == null || row.Day >= from)).OrderBy(row => row.Seq).Take(Page).ToListAsync(ct);
}

/// <summary>Goes along the chain, entry by entry.</summary>
internal sealed class AuditWalk(AuditEntry? before, AuditHead head)
{
    private readonly List<AuditDay> _days = [];
    private string _hash = before?.Hash ?? AuditChain.Start;
    private bool _headMet = head.Hash == (before?.Hash ?? AuditChain.Start);

    public void Visit(AuditEntry entry)
    {
        var today = _days.LastOrDefault() is { } last && last.Day == entry.Day ? last : null;
        var fits = entry.Follows(_hash) && entry.Number == (today?.Entries ?? 0) + 1 && (_days.Count == 0 || entry.Day >= _days[^1].Day);
        var day = new AuditDay(entry.Day, (today?.Entries ?? 0) + 1, entry.Hash, today?.BrokenAt ?? (fits ? null : entry.Number));
        if (today is null)
            _days.Add(day);
        else
            _days[^1] = day;
        _hash = entry.Hash;
        _headMet |= entry.Hash == head.Hash;
    }

    /// <summary>With the head, because entries that were cut off at the end break no link.</summary>
    public AuditCheck Close()
    {
        var headLost = _days.Count > 0 && head.Number == 0;
        if (!_headMet || headLost)
            _days.Add(new AuditDay(head.Day, 0, head.Hash, head.Number));
        return new AuditCheck(_days.TrueForAll(day => day.BrokenAt is null), _days);
    }
}
