using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments;

/// <summary>The one place where an answer of the provider changes a payment. What has ended never goes back.</summary>
internal sealed partial class Payment
{
    /// <summary>Longer than any one call, so that a lease runs out only when its host has died.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>A visitor who walked away must not keep a sale open for the day.</summary>
    public static readonly TimeSpan PageLife = TimeSpan.FromMinutes(30);

    /// <summary>The provider may forget a key after 24 hours; sending it again then could charge twice.</summary>
    public static readonly TimeSpan KeyLife = TimeSpan.FromHours(23);

    private static readonly TimeSpan FirstPoll = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan[] Again =
        [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromDays(1)];

    /// <summary>Stores the request; the sweep sends it if this host dies before it does.</summary>
    public void Submit(string body, DateTime now)
    {
        Attempts.Add(PaymentAttempt.Of(Id, Attempts.Count + 1, body, now));
        (LeasedUntil, NextTryAt) = (now, now + Again[0]);
    }

    public bool TryLease(DateTime now)
    {
        if (LeasedUntil > now)
            return false;
        LeasedUntil = now + Lease;
        return true;
    }

    /// <summary>The wish to end it unpaid. Nothing is certain until the provider says so.</summary>
    public void WishCancel(DateTime now)
    {
        if (IsOver || State is PaymentState.NeedsReview or PaymentState.CancelRequested)
            return;
        (State, NextTryAt, Tries) = (PaymentState.CancelRequested, now, 0);
    }

    public void Take(StripeAnswer answer, DateTime now)
    {
        LeasedUntil = now;
        switch (answer)
        {
            case StripeAnswer.Seen seen: See(seen.Facts, now); break;
            case StripeAnswer.Unclear: Wait(now); break;
            case StripeAnswer.Missing when Attempt.SessionId is not null: Doubt(ReviewReason.SessionMissing, now); break;
            case StripeAnswer.KeyReused: Doubt(ReviewReason.KeyReused, now); break;
            default: Reach(PaymentState.Failed, now); break;
        }
    }

    /// <summary>Stops the machine: only a person can say what this means.</summary>
    public void Doubt(ReviewReason reason, DateTime now)
    {
        NextTryAt = null;
        if (State is not PaymentState.NeedsReview && (!IsOver || reason == ReviewReason.PaidLate))
            (State, Review, EndedAt) = (PaymentState.NeedsReview, reason, now);
    }

    private void See(SessionFacts facts, DateTime now)
    {
        if (Mismatch(facts) is { } mismatch)
        {
            Doubt(mismatch, now);
            return;
        }

        var news = Attempt.SessionId is null;
        Attempt.Learn(facts);
        // Session and intent change one after the other at the provider: what contradicts itself now may agree in a moment.
        if (Outcome(facts) is { } outcome)
            Reach(outcome, now, news);
        else if (Tries < Again.Length / 2)
            Wait(now);
        else
            Doubt(ReviewReason.Contradiction, now);
    }

    private ReviewReason? Mismatch(SessionFacts facts)
    {
        if (facts.Payment != Id || facts.Attempt != Attempt.Number || (Attempt.SessionId ?? facts.SessionId) != facts.SessionId)
            return ReviewReason.ForeignMetadata;
        if (!facts.ModeFits)
            return ReviewReason.WrongMode;
        if (facts.Currency != "jpy")
            return ReviewReason.CurrencyDiffers;
        return facts.Amount == Amount.Amount ? null : ReviewReason.AmountDiffers;
    }

    /// <summary>A completed session may still be unpaid while a wallet decides; an expired one must not hold money.</summary>
    private static PaymentState? Outcome(SessionFacts facts) => (facts.Status, facts.PaymentStatus, facts.IntentStatus) switch
    {
        ("complete", "paid", null or "succeeded") => PaymentState.Succeeded,
        ("complete", "unpaid", "canceled" or "requires_payment_method") => PaymentState.Failed,
        ("complete", "unpaid", not "succeeded") => PaymentState.AwaitingCustomer,
        ("expired", "unpaid", not ("succeeded" or "processing" or "requires_capture")) => PaymentState.Cancelled,
        ("open", "unpaid", not "succeeded") => PaymentState.AwaitingCustomer,
        _ => null,
    };

    private void Reach(PaymentState outcome, DateTime now, bool news = false)
    {
        if (outcome == PaymentState.Succeeded && State is PaymentState.Failed or PaymentState.Cancelled)
            Doubt(ReviewReason.PaidLate, now);
        else if (IsOver || State == PaymentState.NeedsReview)
            NextTryAt = null;
        else if (outcome == PaymentState.AwaitingCustomer)
            StayOpen(now, news);
        else
            End(outcome, now);
    }

    private void StayOpen(DateTime now, bool news)
    {
        if (State == PaymentState.CancelRequested)
        {
            NextTryAt = news ? now : now + Again[Math.Min(Tries, Again.Length - 1)];
            Tries = news ? 0 : Tries + 1;
            return;
        }

        (State, Tries, NextTryAt) = (PaymentState.AwaitingCustomer, 0, now + Poll(now));
        if (now - CreatedAt >= PageLife)
            WishCancel(now);
    }

    /// <summary>Webhooks bring the news at once; asking is for the ones that get lost, ever more rarely.</summary>
    private TimeSpan Poll(DateTime now) => TimeSpan.FromTicks(Math.Clamp((now - CreatedAt).Ticks / 6, FirstPoll.Ticks, LongestPoll.Ticks));

    private void Wait(DateTime now)
    {
        if (State == PaymentState.Submitting)
            State = PaymentState.Unknown;
        NextTryAt = now + Again[Math.Min(Tries, Again.Length - 1)];
        Tries++;
    }

    private void End(PaymentState outcome, DateTime now)
    {
        (State, EndedAt, NextTryAt, Tries) = (outcome, now, null, 0);
        Attempt.End();
    }
}
