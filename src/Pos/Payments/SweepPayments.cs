using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Payments;

/// <summary>Resumes payments whose host died, whose answer got lost or whose webhook never came.</summary>
internal sealed partial class SweepPayments(
    IDbContextFactory<PosDbContext> contexts, AdvancePayment advance, TimeProvider clock, ILogger<SweepPayments> log) : IRound
{
    private const int Batch = 50;
    private const int AtOnce = 8;

    public async Task<int> RunAsync(CancellationToken ct)
    {
        var due = await DueAsync(ct);
        var few = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct };
        await Parallel.ForEachAsync(due, few, async (payment, token) => await AdvanceAsync(payment, token));
        return due.Count;
    }

    private async Task<List<Guid>> DueAsync(CancellationToken ct)
    {
        var now = clock.UtcMicros();
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Payment>().Where(row => row.NextTryAt <= now && row.LeasedUntil <= now)
            .OrderBy(row => row.NextTryAt).Select(row => row.Id).Take(Batch).ToListAsync(ct);
    }

    /// <summary>One payment that cannot be written must not hold up the others; its lease lets it rest before the next look.</summary>
    private async Task AdvanceAsync(Guid payment, CancellationToken ct)
    {
        try
        {
            await advance.RunAsync(payment, hint: null, ct);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            Stuck(log, payment, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Payment {Payment} could not be brought forward")]
    private static partial void Stuck(ILogger log, Guid payment, Exception error);
}
