using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Payments.Webhooks;

/// <summary>
/// Looks at stored events and asks the provider about the payments they name. Order and repeats do not matter; many payments are asked about at once,
/// because each answer takes its time on the line.
/// </summary>
internal sealed partial class ProcessStripeEvents(
    IDbContextFactory<PosDbContext> contexts, Writer<PosDbContext> writer, AskAboutEvent ask, TimeProvider clock,
    ILogger<ProcessStripeEvents> log) : IRound
{
    private const int Batch = 50;
    private const int AtOnce = 8;

    public async Task<int> RunAsync(CancellationToken ct)
    {
        var (taken, few) = (0, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct });
        // What speaks of one payment goes one after the other: two askers at once would only get in each other's way.
        await Parallel.ForEachAsync((await DueAsync(ct)).GroupBy(due => due.About), few, async (some, token) =>
        {
            foreach (var due in some)
                Interlocked.Add(ref taken, await TakeAsync(due, token) ? 1 : 0);
        });
        return taken;
    }

    /// <summary>The oldest ones that nobody is looking at.</summary>
    public async Task<List<DueEvent>> DueAsync(CancellationToken ct)
    {
        var now = clock.UtcMicros();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var due = await db.Set<StripeEvent>().Where(row => row.State == StripeEventState.Pending && row.NextTryAt <= now)
            .OrderBy(row => row.Seq).Select(row => new { row.Seq, row.Body }).Take(Batch).ToListAsync(ct);
        return due.ConvertAll(row => new DueEvent(row.Seq, EventHint.Read(row.Body)!));
    }

    /// <summary>False when another host took it first.</summary>
    public async Task<bool> TakeAsync(DueEvent due, CancellationToken ct)
    {
        if (!(await ChangeAsync(due.Seq, (row, now) => row.TryLease(now), ct)).Value)
            return false;
        await LookAsync(due, ct);
        return true;
    }

    private async Task LookAsync(DueEvent due, CancellationToken ct)
    {
        var seq = due.Seq;
        try
        {
            var result = await ask.RunAsync(due.Hint, ct);
            await ChangeAsync(seq, (row, now) => Note(row, result, now), ct);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            Failed(log, seq, error);
            await ChangeAsync(seq, (row, now) => Fail(row, $"{error.GetType().Name}: {error.Message}", now), ct);
        }
    }

    private static bool Note(StripeEvent row, Advance? result, DateTime now)
    {
        switch (result)
        {
            case Advance.Busy: row.Postpone(now); break;
            case Advance.Unclear: return Fail(row, "The provider could not be asked.", now);
            case Advance.Unknown: row.Settle(StripeEventState.Unmatched); break;
            default: row.Settle(StripeEventState.Done); break;
        }

        return true;
    }

    private static bool Fail(StripeEvent row, string reason, DateTime now)
    {
        row.Fail(reason, now);
        return true;
    }

    private Task<Result<bool>> ChangeAsync(long seq, Func<StripeEvent, DateTime, bool> change, CancellationToken ct) => writer.RunAsync<bool>(async db =>
        change(await db.Set<StripeEvent>().SingleAsync(row => row.Seq == seq, ct), clock.UtcMicros()), ct);

    [LoggerMessage(Level = LogLevel.Error, Message = "Event {Seq} could not be processed")]
    private static partial void Failed(ILogger log, long seq, Exception error);
}

/// <summary>A stored event that is to be looked at.</summary>
internal sealed record DueEvent(long Seq, EventHint Hint)
{
    /// <summary>What it speaks of, as far as that is ours.</summary>
    public object About => (object?)(Hint.Payment ?? Hint.Refund) ?? Hint.ObjectId ?? (object)Seq;
}
