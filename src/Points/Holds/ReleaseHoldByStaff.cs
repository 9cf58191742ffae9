using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Points.Persistence;

namespace Tourism.Points.Holds;

/// <summary>The staff gives up a payment with points; not once the sale is completed, for then the points are the shop's.</summary>
internal sealed class ReleaseHoldByStaff(
    IDbContextFactory<PointsDbContext> contexts, ResolveHold resolve, IHoldOwner owner, TimeProvider clock)
{
    public async Task<Result<HoldView>> HandleAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } hold)
            return new UnknownHold(id);
        if (hold.State == HoldState.Held && await owner.AskAsync(hold.Id, hold.Owner, ct) == HoldVerdict.Capture)
            return new SaleIsCompleted(id);
        var now = clock.UtcMicros();
        return await resolve.HandleAsync(Guid.CreateVersion7(now), new Resolution(hold.Id, hold.Owner, HoldState.Released, now), ct);
    }

    private async Task<Hold?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Holds.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);
    }

    private sealed record SaleIsCompleted(Guid Id) : Failure(
        "hold-sale-completed", FailureKind.Conflict,
        $"この会計は完了しています。取り置き {Id} のポイントは支払いに使われます。返す場合は返金をしてください。",
        $"The sale is completed and takes the points of hold {Id}. To give them back, make a refund.");
}
