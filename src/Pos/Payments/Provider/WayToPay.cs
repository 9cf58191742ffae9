using Tourism.Kernel;

namespace Tourism.Pos.Payments;

/// <summary>How one kind of payment is talked about with the provider. What may be sent, and when it may only be looked for, is the same for every kind.</summary>
internal abstract class WayToPay(TimeProvider clock)
{
    public abstract PaymentMethod Method { get; }

    /// <summary>What the ids of its objects begin with.</summary>
    protected abstract string Prefix { get; }

    /// <summary>The next question for a payment as it stands now, and its answer.</summary>
    /// <param name="payment">Read under its lease.</param>
    /// <param name="hint">Id of an object that a webhook spoke of before our own request was answered.</param>
    /// <param name="ct">Ends with the host.</param>
    public async Task<StripeAnswer> AskAsync(Payment payment, string? hint, CancellationToken ct) => Known(payment.Attempt) is { } id
        ? await GoOnAsync(payment, id, ct)
        : await TakeHintAsync(hint, ct) ?? await SubmitAsync(payment, ct);

    /// <summary>The object with this id, whichever attempt made it; <c>null</c> when such ids are not of this kind.</summary>
    public Task<StripeAnswer>? LookAt(string id, CancellationToken ct) => id.StartsWith(Prefix, StringComparison.Ordinal) ? ReadAsync(id, ct) : null;

    /// <summary>Id of the object that the attempt made, once it is known.</summary>
    protected abstract string? Known(PaymentAttempt attempt);

    /// <summary>The object as it is.</summary>
    protected abstract Task<StripeAnswer> ReadAsync(string id, CancellationToken ct);

    /// <summary>Sends what the attempt has stored.</summary>
    protected abstract Task<StripeAnswer> SendAsync(PaymentAttempt attempt, CancellationToken ct);

    /// <summary>Looks for an object that a request, too old to be repeated, may have made.</summary>
    protected abstract Task<StripeAnswer> FindAsync(Payment payment, CancellationToken ct);

    /// <summary>Sees to it that nobody can pay the object any more.</summary>
    protected abstract Task<StripeAnswer> EndAsync(string id, CancellationToken ct);

    /// <summary>Takes the object as far as the payment wants it, and reads it.</summary>
    protected abstract Task<StripeAnswer> GoOnAsync(Payment payment, string id, CancellationToken ct);

    /// <summary><c>null</c> where there is none: that somebody speaks of an object that does not exist says nothing about our own request.</summary>
    private async Task<StripeAnswer?> TakeHintAsync(string? hint, CancellationToken ct) =>
        hint is not null && LookAt(hint, ct) is { } look && await look is not StripeAnswer.Missing and var answer ? answer : null;

    private async Task<StripeAnswer> SubmitAsync(Payment payment, CancellationToken ct)
    {
        if (payment.MayNotResend(clock.UtcMicros()))
            return await FindAsync(payment, ct);
        var answer = await SendAsync(payment.Attempt, ct);
        if (answer is StripeAnswer.Seen { Facts.Id: { } late } && payment.MayNotResend(clock.UtcMicros()))
            return await KeepFirstAsync(payment, late, answer, ct);
        // A repeated key brings back the provider's first answer, which may be hours old by now.
        return answer is StripeAnswer.Seen { Facts.Id: { } made } && payment.Tries > 0 ? await ReadAsync(made, ct) : answer;
    }

    /// <summary>A machine that slept for a day over its call: the provider may have forgotten the key meanwhile and have made the object a second time.</summary>
    private async Task<StripeAnswer> KeepFirstAsync(Payment payment, string late, StripeAnswer answer, CancellationToken ct)
    {
        if (await FindAsync(payment, ct) is not StripeAnswer.Seen { Facts.Id: var first } found || first == late)
            return answer;
        return await EndAsync(late, ct) is StripeAnswer.Unclear unclear ? unclear : found;
    }
}
