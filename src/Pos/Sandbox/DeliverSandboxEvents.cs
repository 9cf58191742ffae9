using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sandbox.Faults;

namespace Tourism.Pos.Sandbox;

/// <summary>Posts signed events to this host's own webhook until it takes them, as the provider would.</summary>
internal sealed class DeliverSandboxEvents(
    IDbContextFactory<PosDbContext> contexts, SandboxDesk desk, DisturbDeliveries trouble, SandboxPost post, TimeProvider clock) : IRound
{
    private const int Batch = 50;
    private const int AtOnce = 8;

    public async Task<int> RunAsync(CancellationToken ct)
    {
        var (due, controls) = await DueAsync(ct);
        // An order that somebody has set is kept; else there is none, as with the provider.
        var few = new ParallelOptions { MaxDegreeOfParallelism = controls.Webhooks.Any ? 1 : AtOnce, CancellationToken = ct };
        await Parallel.ForEachAsync(await trouble.PlanAsync(due, controls, ct), few, async (plan, token) => await DeliverAsync(plan.Told, plan.Times, token));
        return due.Count;
    }

    private async Task DeliverAsync(SandboxEvent told, int times, CancellationToken ct)
    {
        if (!(await ChangeAsync(told.Seq, (row, now) => row.TryLease(now), ct)).Value)
            return;
        var taken = times > 0 && await post.SendAsync(told, ct);
        if (times > 1)
            await post.SendAsync(told, ct);
        await ChangeAsync(told.Seq, (row, now) =>
        {
            if (times == 0)
                row.Lose();
            else
                row.Settle(taken, now);
            return true;
        }, ct);
    }

    private async Task<(List<SandboxEvent> Due, SandboxControls Controls)> DueAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var controls = await SandboxControls.ReadAsync(db, ct);
        var now = controls.Now(clock);
        return (await db.Set<SandboxEvent>().AsNoTracking().Where(row => row.NextTryAt <= now).OrderBy(row => row.Seq).Take(Batch).ToListAsync(ct), controls);
    }

    private Task<Result<bool>> ChangeAsync(long seq, Func<SandboxEvent, DateTime, bool> change, CancellationToken ct) => desk.WriteAsync<bool>(async books =>
        change(await books.Db.Set<SandboxEvent>().SingleAsync(row => row.Seq == seq, ct), books.Now), null, ct);
}
