using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Points.Persistence;

namespace Tourism.Points.Holds;

/// <summary>The staff gives up a payment with points; only while no sale counts on them, for a payment on its way may still complete it.</summary>
internal sealed class ReleaseHoldByStaff(
    IDbContextFactory<PointsDbContext> contexts, ResolveHold resolve, IHoldOwner owner, TimeProvider clock)
{
    public async Task<Result<HoldView>> HandleAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } hold)
            return new UnknownHold(id);
        if (hold.State == HoldState.Held && Refusal(id, await owner.AskAsync(hold.Id, hold.Owner, ct)) is { } refusal)
            return refusal;
        var now = clock.UtcMicros();
        return await resolve.HandleAsync(Guid.CreateVersion7(now), new Resolution(hold.Id, hold.Owner, HoldState.Released, now), ct);
    }

    private static Failure? Refusal(Guid id, HoldVerdict verdict) => verdict switch
    {
        HoldVerdict.Capture => new SaleIsCompleted(id),
        HoldVerdict.Keep => new SaleIsOpen(id),
        _ => null,
    };

    private async Task<Hold?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Holds.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);
    }

    private sealed record SaleIsOpen(Guid Id) : Failure(
        "hold-sale-open", FailureKind.Conflict,
        $"この会計はまだお支払い待ちです。先に支払いを取り消すと、仮押さえ {Id} のポイントは自動で戻ります。",
        $"The sale still waits for a payment. Cancel that payment first; the points of hold {Id} then come back by themselves.");

    private sealed record SaleIsCompleted(Guid Id) : Failure(
        "hold-sale-completed", FailureKind.Conflict,
        $"この会計は完了しています。仮押さえ {Id} のポイントは支払いに使われます。返す場合は返金をしてください。",
        $"The sale is completed and takes the points of hold {Id}. To give them back, make a refund.");
}
