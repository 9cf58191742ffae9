using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Closures;

/// <summary>Which sites are closed. A copy is kept for a few seconds: other hosts learn of a closure that late, this one at once.</summary>
internal sealed class ClosureBoard(IDbContextFactory<PosDbContext> contexts, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private volatile Copy? _copy;

    public async ValueTask<ClosureNoticeView?> FindAsync(string site, DateOnly day, CancellationToken ct)
    {
        var closures = await GetAsync(ct);
        return closures.LastOrDefault(closure => closure.Site == site && closure.Covers(day))?.Notice;
    }

    public void Forget() => _copy = null;

    private async ValueTask<IReadOnlyList<Closure>> GetAsync(CancellationToken ct)
    {
        if (_copy is { } copy && clock.GetElapsedTime(copy.ReadAt) < Fresh)
            return copy.Closures;
        var readAt = clock.GetTimestamp();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var open = await db.Set<Closure>().AsNoTracking().Where(row => row.ReopenedAt == null).OrderBy(row => row.Seq).ToListAsync(ct);
        _copy = new Copy(open, readAt);
        return open;
    }

    private sealed record Copy(IReadOnlyList<Closure> Closures, long ReadAt);
}
