using Microsoft.EntityFrameworkCore;
using Tourism.Analytics.Persistence;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Analytics.Loads;

/// <summary>
/// Ties requests to the run that fulfils them. A run finishes exactly the requests it saw before it began, not those of a time
/// span: a request that came during the run may speak of facts the run has already passed.
/// </summary>
internal sealed class CarryOutRequests(IDbContextFactory<AnalyticsDbContext> contexts, Writer<AnalyticsDbContext> writer, TimeProvider clock)
{
    public async Task<IReadOnlyList<long>> StartAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var open = await db.LoadRequests.Where(row => row.DoneAt == null).Select(row => row.Seq).ToListAsync(ct);
        var now = clock.UtcMicros();
        if (open.Count > 0)
            await writer.RunAsync<int>(async fresh => await fresh.LoadRequests
                .Where(row => open.Contains(row.Seq) && row.StartedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.StartedAt, now), ct), ct);
        return open;
    }

    public async Task FinishAsync(IReadOnlyList<long> open, CancellationToken ct)
    {
        var now = clock.UtcMicros();
        if (open.Count > 0)
            await writer.RunAsync<int>(async db => await db.LoadRequests
                .Where(row => open.Contains(row.Seq) && row.DoneAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.DoneAt, now), ct), ct);
    }
}
