using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments;

/// <summary>Writes an answer of the provider into the books; the sale follows in the same transaction.</summary>
internal sealed partial class ApplyAnswer(Writer<PosDbContext> writer, IPaidSale sale, TimeProvider clock, ILogger<ApplyAnswer> log)
{
    /// <summary>The payment as it stands afterwards.</summary>
    public async Task<Payment> RunAsync(Guid id, Action<Payment> take, CancellationToken ct)
    {
        var applied = await writer.RunAsync<Applied>(async db =>
        {
            var payment = await db.Set<Payment>().Include(row => row.Attempts).SingleAsync(row => row.Id == id, ct);
            var before = payment.State;
            take(payment);
            if (payment.State != before)
                await TellSaleAsync(db, payment, clock.UtcMicros(), ct);
            return new Applied(before, payment);
        }, ct);
        Tell(applied.Value);
        return applied.Value.Payment;
    }

    private async Task TellSaleAsync(PosDbContext db, Payment payment, DateTime now, CancellationToken ct)
    {
        if (payment.State == PaymentState.Succeeded && !await sale.OnPaidAsync(db, payment, now, ct))
            payment.ArriveLate(now);
        else if (payment.State is PaymentState.Failed or PaymentState.Cancelled)
            await sale.OnDeadAsync(db, payment, now, ct);
    }

    private void Tell(Applied applied)
    {
        if (applied.Payment.State == applied.Before)
            return;
        if (applied.Payment.State is PaymentState.NeedsReview or PaymentState.LatePaid)
            NeedsReview(log, applied.Payment.Id, applied.Before, applied.Payment.State, applied.Payment.Review);
        else
            Moved(log, applied.Payment.Id, applied.Before, applied.Payment.State);
    }

    private sealed record Applied(PaymentState Before, Payment Payment);

    [LoggerMessage(Level = LogLevel.Information, Message = "Payment {Payment} went from {Before} to {After}")]
    private static partial void Moved(ILogger log, Guid payment, PaymentState before, PaymentState after);

    [LoggerMessage(Level = LogLevel.Error, Message = "Payment {Payment}, which was {Before}, needs a person: {After} {Reason}")]
    private static partial void NeedsReview(ILogger log, Guid payment, PaymentState before, PaymentState after, PaymentDoubt? reason);
}
