using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;
using Tourism.Pos.Reviews;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Refunds;

/// <summary>Has the provider give back what visitors paid through it, and asks again until it is known how that ended.</summary>
internal sealed partial class SubmitRefunds(
    IDbContextFactory<PosDbContext> contexts, Writer<PosDbContext> writer, StripeRefunds stripe, TimeProvider clock, ILogger<SubmitRefunds> log) : IRound
{
    private const int Batch = 50;

    public async Task<int> RunAsync(CancellationToken ct)
    {
        var due = await DueAsync(ct);
        foreach (var seq in due)
            await SubmitAsync(seq, ct);
        return due.Count;
    }

    private async Task<List<long>> DueAsync(CancellationToken ct)
    {
        var now = clock.UtcMicros();
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<RefundTender>().Where(row => row.NextTryAt <= now).OrderBy(row => row.NextTryAt).Select(row => row.Seq).Take(Batch).ToListAsync(ct);
    }

    /// <summary>One refund that cannot be written must not hold up the others; its lease lets it rest before the next look.</summary>
    private async Task SubmitAsync(long seq, CancellationToken ct)
    {
        try
        {
            if (await LeaseAsync(seq, ct) is { } order)
                await ApplyAsync(seq, await stripe.RunAsync(order, ct), ct);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            Stuck(log, seq, error);
        }
    }

    /// <summary><c>null</c> when another host is at it.</summary>
    private async Task<RefundOrder?> LeaseAsync(long seq, CancellationToken ct) => (await writer.RunAsync<RefundOrder?>(async db =>
    {
        var part = await db.Set<RefundTender>().SingleAsync(row => row.Seq == seq, ct);
        if (!part.TryLease(clock.UtcMicros()))
            return (RefundOrder?)null;
        var payment = await db.Set<Payment>().Include(row => row.Attempts).AsNoTracking().SingleAsync(row => row.Id == part.Tender, ct);
        return new RefundOrder(part.Id, part.Intent ?? payment.Attempt.IntentId, payment.Attempt.SessionId, part.Amount.Amount, part.ProviderId, part.Tries - 1);
    }, ct)).Value;

    private Task<Result<bool>> ApplyAsync(long seq, RefundAnswer answer, CancellationToken ct) => writer.RunAsync<bool>(async db =>
    {
        var now = clock.UtcMicros();
        var part = await db.Set<RefundTender>().SingleAsync(row => row.Seq == seq, ct);
        part.ProviderId ??= answer.ProviderId;
        var before = part.State;
        if (answer.State is { } state)
            part.End(state, now);
        else
            part.Wait(now);
        if (part.State == RefundState.Failed && before != RefundState.Failed)
            await RaiseAsync(db, part, now, ct);
        return true;
    }, ct);

    private static async Task RaiseAsync(PosDbContext db, RefundTender part, DateTime now, CancellationToken ct)
    {
        var sale = await db.Set<Sale>().AsNoTracking().SingleAsync(row => row.Tenders.Any(tender => tender.Id == part.Tender), ct);
        var doubt = new Doubt(
            ReviewKind.RefundFailed, "決済会社が返金できませんでした。別の方法で返してください。",
            "The payment provider could not give the money back. Give it back in another way.", part.Amount);
        await db.RaiseAsync(Review.Of(doubt, part.Id.ToString(), sale.Site, sale.Id, sale.Till, now), ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Refund part {Seq} could not be brought forward")]
    private static partial void Stuck(ILogger log, long seq, Exception error);
}
