using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Persistence;

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
internal sealed class AdvancePayment(Writer<PosDbContext> writer, IEnumerable<WayToPay> ways, ApplyAnswer apply, TimeProvider clock)
{
    /// <summary>Enough for send, present or expire, and read; whatever is still due then is left to the sweep.</summary>
    private const int MaxSteps = 3;

    /// <param name="id">The payment.</param>
    /// <param name="hint">Id of an object that a webhook spoke of: it may come before our own request is answered, or be none of ours.</param>
    /// <param name="ct">Ends with the host, not with the caller: a till that hangs up must not leave the outcome open.</param>
    public async Task<Advance> RunAsync(Guid id, string? hint, CancellationToken ct)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            var leased = await LeaseAsync(id, ct);
            if (!leased.Ok)
                return leased.Failure is NoPayment ? Advance.Unknown : Advance.Busy;
            var answer = await WayOf(leased.Value).AskAsync(leased.Value, hint, ct);
            var now = await apply.RunAsync(id, payment => payment.Take(answer, clock.UtcMicros()), ct);
            if (answer is StripeAnswer.Unclear)
                return Advance.Unclear;
            if (now.NextTryAt is not { } due || due > clock.UtcMicros())
                return hint is null ? Advance.Done : await LookAtStrayAsync(now, hint, ct);
        }

        return Advance.Done;
    }

    /// <summary>Money may have come by an object that this payment does not know: made before a backup was restored, or under a forgotten key.</summary>
    private async Task<Advance> LookAtStrayAsync(Payment payment, string hint, CancellationToken ct)
    {
        if (payment.Attempts.Exists(attempt => attempt.SessionId == hint || attempt.IntentId == hint) || WayOf(payment).LookAt(hint, ct) is not { } look)
            return Advance.Done;
        var answer = await look;
        await apply.RunAsync(payment.Id, one => one.TakeStray(answer, clock.UtcMicros()), ct);
        return answer is StripeAnswer.Unclear ? Advance.Unclear : Advance.Done;
    }

    private WayToPay WayOf(Payment payment) => ways.Single(way => way.Method == payment.Method);

    private Task<Result<Payment>> LeaseAsync(Guid id, CancellationToken ct) => writer.RunAsync<Payment>(async db =>
    {
        var payment = await db.Set<Payment>().Include(row => row.Attempts).SingleOrDefaultAsync(row => row.Id == id, ct);
        if (payment is null)
            return new NoPayment(id);
        return payment.TryLease(clock.UtcMicros()) ? payment : new AnotherHostAsks();
    }, ct);

    private sealed record AnotherHostAsks() : Failure("another-host-asks", FailureKind.Conflict, "処理中です。", "Another host is at it.");
}

/// <summary>Nobody started this payment.</summary>
internal sealed record NoPayment(Guid Payment) : Failure(
    "no-payment", FailureKind.NotFound,
    $"支払い {Payment} はありません。先に始めてください。", $"There is no payment {Payment}. Start it first.");
