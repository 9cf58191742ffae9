using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Payments.Webhooks;

/// <summary>Looks at stored events and asks the provider about the payments they name. Order and repeats do not matter.</summary>
internal sealed partial class ProcessStripeEvents(
    IDbContextFactory<PosDbContext> contexts, Writer<PosDbContext> writer, AskAboutEvent ask, TimeProvider clock,
    ILogger<ProcessStripeEvents> log) : IRound
{
    private const int Batch = 50;

    public async Task<int> RunAsync(CancellationToken ct)
    {
        var taken = 0;
        foreach (var seq in await DueAsync(ct))
        {
            if (!(await ChangeAsync(seq, (row, now) => row.TryLease(now), ct)).Value)
                continue;
            await LookAsync(seq, ct);
            taken++;
        }

        return taken;
    }

    private async Task<List<long>> DueAsync(CancellationToken ct)
    {
        var now = clock.UtcMicros();
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<StripeEvent>().Where(row => row.State == StripeEventState.Pending && row.NextTryAt <= now)
            .OrderBy(row => row.Seq).Select(row => row.Seq).Take(Batch).ToListAsync(ct);
    }

    private async Task LookAsync(long seq, CancellationToken ct)
    {
        try
        {
            var result = await ask.RunAsync(seq, ct);
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
