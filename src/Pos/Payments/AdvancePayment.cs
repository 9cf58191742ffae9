using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments;

/// <summary>How an attempt to bring a payment forward ended.</summary>
internal enum Advance
{
    /// <summary>There is no such payment.</summary>
    Unknown,

    /// <summary>Another host is at it.</summary>
    Busy,

    /// <summary>The provider gave no usable answer; the payment's own schedule asks again.</summary>
    Unclear,

    /// <summary>What the provider said is in the books.</summary>
    Done,
}

/// <summary>Takes a payment as far as the provider lets it go now. The till's request, the sweep and webhooks all come through here.</summary>
internal sealed class AdvancePayment(Writer<PosDbContext> writer, StripeGateway stripe, ApplyAnswer apply, TimeProvider clock)
{
    /// <summary>Enough for send, expire and read; whatever is still due then is left to the sweep.</summary>
    private const int MaxSteps = 3;

    /// <param name="id">The payment.</param>
    /// <param name="hint">A session that a webhook spoke of before our own request was answered.</param>
    /// <param name="ct">Ends with the host, not with the caller: a till that hangs up must not leave the outcome open.</param>
    public async Task<Advance> RunAsync(Guid id, string? hint, CancellationToken ct)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            var leased = await LeaseAsync(id, ct);
            if (!leased.Ok)
                return leased.Failure is NoPayment ? Advance.Unknown : Advance.Busy;
            var answer = await AskAsync(leased.Value, hint, ct);
            var dueAgain = await apply.RunAsync(id, answer, ct);
            if (answer is StripeAnswer.Unclear)
                return Advance.Unclear;
            if (!dueAgain)
                return Advance.Done;
        }

        return Advance.Done;
    }

    private Task<Result<Payment>> LeaseAsync(Guid id, CancellationToken ct) => writer.RunAsync<Payment>(async db =>
    {
        var payment = await db.Set<Payment>().Include(row => row.Attempts).SingleOrDefaultAsync(row => row.Id == id, ct);
        if (payment is null)
            return new NoPayment(id);
        return payment.TryLease(clock.UtcMicros()) ? payment : new AnotherHostAsks();
    }, ct);

    private async Task<StripeAnswer> AskAsync(Payment payment, string? hint, CancellationToken ct)
    {
        if ((payment.Attempt.SessionId ?? hint) is not { } session)
            return await SubmitAsync(payment, ct);
        if (payment.State == PaymentState.CancelRequested)
            await stripe.ExpireAsync(session, ct);
        return await stripe.ReadAsync(session, ct);
    }

    private async Task<StripeAnswer> SubmitAsync(Payment payment, CancellationToken ct)
    {
        if (clock.UtcMicros() - payment.Attempt.CreatedAt >= Payment.KeyLife || payment.EndedAt is not null)
            return await stripe.FindAsync(payment, ct);
        var answer = await stripe.CreateAsync(payment.Attempt, ct);
        // A repeated key brings back the provider's first answer, which may be hours old by now.
        return answer is StripeAnswer.Seen seen && payment.Tries > 0 ? await stripe.ReadAsync(seen.Facts.SessionId, ct) : answer;
    }

    private sealed record AnotherHostAsks() : Failure("another-host-asks", FailureKind.Conflict, "処理中です。", "Another host is at it.");
}

/// <summary>Nobody started this payment.</summary>
internal sealed record NoPayment(Guid Payment) : Failure(
    "no-payment", FailureKind.NotFound,
    $"支払い {Payment} はありません。先に始めてください。", $"There is no payment {Payment}. Start it first.");
