using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Admissions;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Tills;

/// <summary>A till's series with the key of the device that writes it.</summary>
internal sealed record Series(Guid Id, string Till, int Epoch, ListedKey? Key);

/// <summary>Open series as every sale needs them, as they were a few seconds ago.</summary>
internal sealed class SeriesStore(IDbContextFactory<PosDbContext> contexts, TicketKeys keys, TimeProvider clock)
{
    private readonly LatelyRead<(string Till, int Epoch), Series> _series = new(clock, TimeSpan.FromSeconds(10));

    /// <summary><c>null</c> for a series that nobody opened.</summary>
    public ValueTask<Series?> FindAsync(string till, int epoch, CancellationToken ct) => _series.FindAsync((till, epoch), () => ReadAsync(till, epoch, ct));

    /// <summary>Something about a series of this till changed.</summary>
    public void Forget(string till) => _series.Forget((key, _) => key.Till == till);

    private async Task<Series?> ReadAsync(string till, int epoch, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await db.Set<TillEpoch>().AsNoTracking().SingleOrDefaultAsync(row => row.Till == till && row.Epoch == epoch, ct);
        return found is null ? null : new Series(found.Id, till, epoch, found.Key is { } key ? await keys.FindAsync((uint)key, ct) : null);
    }
}
