using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tourism.Kernel;
using Tourism.Kernel.Server.Jobs;
using Tourism.Points.Contracts;
using Tourism.Points.Persistence;

namespace Tourism.Points.Holds;

/// <summary>Asks the owner of every hold that has stood too long, because a message may be lost and a sale may be forgotten.</summary>
internal sealed partial class HoldTimer(
    IDbContextFactory<PointsDbContext> contexts, ResolveHold resolve, IHoldOwner owner, TimeProvider clock, ILogger<HoldTimer> log) : IJob
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public string Name => "points-holds";

    public string Cron => "* * * * *";

    public async Task RunAsync(CancellationToken ct)
    {
        var errors = new List<Exception>();
        foreach (var hold in await OverdueAsync(ct))
        {
            try
            {
                await AskAsync(hold, ct);
            }
            catch (Exception error) when (!ct.IsCancellationRequested)
            {
                Failed(log, hold.Id, error);
                errors.Add(error);
            }
        }

        if (errors.Count > 0)
            throw new AggregateException($"{errors.Count} holds could not be settled.", errors);
    }

    /// <summary>All of them, not the first hundred: sales that stay open must not keep the others from their turn.</summary>
    private async Task<List<Overdue>> OverdueAsync(CancellationToken ct)
    {
        var before = clock.UtcMicros() - Patience;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Holds.Where(row => row.State == HoldState.Held && row.HeldAt <= before)
            .OrderBy(row => row.HeldAt).Select(row => new Overdue(row.Id, row.Owner)).ToListAsync(ct);
    }

    private async Task AskAsync(Overdue hold, CancellationToken ct)
    {
        var verdict = await owner.AskAsync(hold.Id, hold.Owner, ct);
        if (verdict == HoldVerdict.Keep)
            return;
        var now = clock.UtcMicros();
        var state = verdict == HoldVerdict.Capture ? HoldState.Captured : HoldState.Released;
        var result = await resolve.HandleAsync(Guid.CreateVersion7(now), new Resolution(hold.Id, hold.Owner, state, now), ct);
        if (!result.Ok)
            throw new InvalidOperationException($"{result.Failure.Code}: {result.Failure.En}");
    }

    private sealed record Overdue(Guid Id, Guid Owner);

    [LoggerMessage(Level = LogLevel.Error, Message = "The hold {Hold} could not be settled")]
    private static partial void Failed(ILogger log, Guid hold, Exception error);
}
