using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Admissions;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Tills;

/// <summary>A till's series with the key of the device that writes it.</summary>
internal sealed record Series(Guid Id, string Till, int Epoch, ListedKey? Key);

/// <summary>Open series as every sale needs them. A copy is kept for a few seconds, so another host's revocation is seen that late.</summary>
internal sealed class SeriesStore(IDbContextFactory<PosDbContext> contexts, TicketKeys keys, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<(string Till, int Epoch), (Series Series, long ReadAt)> _known = new();

    /// <summary><c>null</c> for a series that nobody opened.</summary>
    public async ValueTask<Series?> FindAsync(string till, int epoch, CancellationToken ct)
    {
        if (_known.TryGetValue((till, epoch), out var known) && clock.GetElapsedTime(known.ReadAt) < Fresh)
            return known.Series;
        var readAt = clock.GetTimestamp();
        if (await ReadAsync(till, epoch, ct) is not { } series)
            return null;
        _known[(till, epoch)] = (series, readAt);
        return series;
    }

    /// <summary>Something about a series of this till changed.</summary>
    public void Forget(string till)
    {
        foreach (var key in _known.Keys.Where(key => key.Till == till))
            _known.TryRemove(key, out _);
    }

    private async Task<Series?> ReadAsync(string till, int epoch, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await db.Set<TillEpoch>().AsNoTracking().SingleOrDefaultAsync(row => row.Till == till && row.Epoch == epoch, ct);
        return found is null ? null : new Series(found.Id, till, epoch, found.Key is { } key ? await keys.FindAsync((uint)key, ct) : null);
    }
}
