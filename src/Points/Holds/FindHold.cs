using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Points.Persistence;

namespace Tourism.Points.Holds;

internal sealed class FindHold(IDbContextFactory<PointsDbContext> contexts, TimeProvider clock)
{
    public async Task<Result<HoldView>> HandleAsync(Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.HoldViewAsync(id, clock.UtcMicros(), ct) is { } view ? view : new UnknownHold(id);
    }
}
