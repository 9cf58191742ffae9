using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments;

/// <summary>Writes an answer of the provider into the books; the sale follows in the same transaction.</summary>
internal sealed partial class ApplyAnswer(Writer<PosDbContext> writer, IPaidSale sale, TimeProvider clock, ILogger<ApplyAnswer> log)
{
    /// <summary>True when there is something more to ask at once.</summary>
    public async Task<bool> RunAsync(Guid id, StripeAnswer answer, CancellationToken ct)
    {
        var applied = await writer.RunAsync<Applied>(async db =>
        {
            var payment = await db.Set<Payment>().Include(row => row.Attempts).SingleAsync(row => row.Id == id, ct);
            var (before, now) = (payment.State, clock.UtcMicros());
            payment.Take(answer, now);
            if (payment.State != before)
                await TellSaleAsync(db, payment, now, ct);
            return new Applied(before, payment, payment.NextTryAt <= now);
        }, ct);
        Tell(applied.Value);
        return applied.Value.DueAgain;
    }

    private async Task TellSaleAsync(PosDbContext db, Payment payment, DateTime now, CancellationToken ct)
    {
        if (payment.State == PaymentState.Succeeded && !await sale.OnPaidAsync(db, payment, now, ct))
            payment.Doubt(ReviewReason.PaidLate, now);
        else if (payment.State is PaymentState.Failed or PaymentState.Cancelled)
            await sale.OnDeadAsync(db, payment, now, ct);
    }

    private void Tell(Applied applied)
    {
        if (applied.Payment.State == applied.Before)
            return;
        if (applied.Payment.State == PaymentState.NeedsReview)
            NeedsReview(log, applied.Payment.Id, applied.Before, applied.Payment.Review);
        else
            Moved(log, applied.Payment.Id, applied.Before, applied.Payment.State);
    }

    private sealed record Applied(PaymentState Before, Payment Payment, bool DueAgain);

    [LoggerMessage(Level = LogLevel.Information, Message = "Payment {Payment} went from {Before} to {After}")]
    private static partial void Moved(ILogger log, Guid payment, PaymentState before, PaymentState after);

    [LoggerMessage(Level = LogLevel.Error, Message = "Payment {Payment}, which was {Before}, needs a person: {Reason}")]
    private static partial void NeedsReview(ILogger log, Guid payment, PaymentState before, ReviewReason? reason);
}
