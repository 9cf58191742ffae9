using Stripe;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments;

/// <summary>The one place where an answer of the provider changes a payment. What has ended never goes back.</summary>
internal sealed partial class Payment
{
    /// <summary>Longer than any one call, so that a lease runs out only when its host has died.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>A visitor who walked away must not keep a sale open for the day.</summary>
    public static readonly TimeSpan PageLife = TimeSpan.FromMinutes(30);

    /// <summary>As long as a card may be asked for at a counter.</summary>
    public static readonly TimeSpan CardLife = TimeSpan.FromMinutes(10);

    /// <summary>The provider may forget a key after 24 hours; sending it again then could charge twice.</summary>
    public static readonly TimeSpan KeyLife = TimeSpan.FromHours(23);

    private static readonly TimeSpan NeverDecided = TimeSpan.FromDays(7);

    /// <summary>Stores the request; the sweep sends it if this host dies before it does.</summary>
    public void Submit(string body, DateTime now)
    {
        Attempts.Add(PaymentAttempt.Of(Id, Attempts.Count + 1, body, now));
        (LeasedUntil, NextTryAt) = (now, now + Pauses.First);
    }

    /// <summary>Has a reader ask for a card, the first time or once more.</summary>
    /// <param name="reader">The provider's id of it.</param>
    /// <param name="name">The till's name for this.</param>
    /// <param name="now">By this server's clock.</param>
    public void Present(string reader, Guid name, DateTime now)
    {
        (Reader, PresentName, PresentedAt, Fault) = (reader, name, now, null);
        (Presents, NextTryAt, Tries) = (Presents + 1, now, 0);
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
        if (State is PaymentState.Submitting or PaymentState.AwaitingCustomer or PaymentState.Unknown)
            (State, NextTryAt, Tries) = (PaymentState.CancelRequested, now, 0);
    }

    public bool MayNotResend(DateTime now) => now - Attempt.CreatedAt >= KeyLife || EndedAt is not null;

    /// <summary>When an object that a lost answer was about can have been made, with room for clocks that differ.</summary>
    public DateRangeOptions SearchWindow => new() { GreaterThanOrEqual = CreatedAt.AddMinutes(-10), LessThan = CreatedAt + KeyLife.Add(TimeSpan.FromHours(1)) };

    public void Take(StripeAnswer answer, DateTime now)
    {
        LeasedUntil = now;
        switch (answer)
        {
            case StripeAnswer.Seen seen: See(seen.Facts, now); break;
            case StripeAnswer.Unclear: Wait(now); break;
            case StripeAnswer.Missing when Attempt.IsKnown: Doubt(PaymentDoubt.SessionMissing, now); break;
            case StripeAnswer.Refused when Destination is not null && !Attempt.IsKnown: KeepForCity(now); break;
            case StripeAnswer.KeyReused: Doubt(PaymentDoubt.KeyReused, now); break;
            default: Reach(Standing.Failed, now); break;
        }
    }

    /// <summary>The provider will not pass money on to the shop's account just now. The visitor pays all the same; the city owes it to the shop.</summary>
    private void KeepForCity(DateTime now)
    {
        var refused = Attempt;
        (Destination, NextTryAt, Tries) = (null, now, 0);
        refused.End();
        Attempts.Add(PaymentAttempt.Of(Id, refused.Number + 1, FormBody.WithoutDestination(refused.Body, refused.Number + 1), now));
    }

    /// <summary>An object of this payment that none of its attempts made: nothing, unless somebody paid it.</summary>
    public void TakeStray(StripeAnswer answer, DateTime now)
    {
        LeasedUntil = now;
        if (answer is StripeAnswer.Seen { Facts: { Standing: Standing.Paid } paid } && paid.Payment == Id && paid.IsStray(Attempt))
        {
            Stray = paid.IntentId;
            Doubt(PaymentDoubt.PaidTwice, now);
        }
    }

    /// <summary>Stops the machine: only a person can say what this means.</summary>
    public void Doubt(PaymentDoubt reason, DateTime now)
    {
        NextTryAt = null;
        if (reason == PaymentDoubt.PaidTwice || !IsOver && State is not (PaymentState.NeedsReview or PaymentState.LatePaid))
            (State, Review, EndedAt) = (PaymentState.NeedsReview, reason, now);
    }

    /// <summary>Money that came when nobody waited for it any more. It stays the visitor's until a person decides.</summary>
    public void ArriveLate(DateTime now)
    {
        (State, Review, EndedAt, NextTryAt) = (PaymentState.LatePaid, null, now, null);
        (Decision, DecidedBy, DecisionNote, DecidedAt) = (null, null, null, null);
    }

    /// <summary>The same machine judges once more, from what the provider says now.</summary>
    public void Reconsider(DateTime now)
    {
        if (State == PaymentState.NeedsReview && DecidedAt is null && Stray is null)
            (State, Review, EndedAt, NextTryAt, Tries) = (PaymentState.Unknown, null, null, now, 0);
    }

    public void Decide(CaseDecision decision, string by, string note, DateTime now)
    {
        (Decision, DecidedBy, DecisionNote, DecidedAt) = (decision, by, note, now);
        Attempt.End();
    }

    private void See(ProviderFacts facts, DateTime now)
    {
        if (Mismatch(facts) is { } mismatch)
        {
            Doubt(mismatch, now);
            return;
        }

        var news = !Attempt.IsKnown;
        Attempt.Learn(facts);
        if (facts is IntentFacts intent)
            Hear(intent);
        // The parts of an object change one after the other at the provider: what contradicts itself now may agree in a moment.
        if (facts.Standing is { } standing)
            Reach(standing, now, news);
        else if (Tries < Pauses.Patience)
            Wait(now);
        else
            Doubt(PaymentDoubt.Contradiction, now);
    }

    private void Hear(IntentFacts facts)
    {
        if (facts.Presented is { } told)
            (Presented, ReaderTold) = (told, Reader);
        Fault = IsToBePresented ? null : facts.Fault;
    }

    private PaymentDoubt? Mismatch(ProviderFacts facts)
    {
        if (facts.Payment != Id || facts.Attempt != Attempt.Number)
            return PaymentDoubt.ForeignMetadata;
        if (facts.IsStray(Attempt))
            return facts.Standing == Standing.Paid ? PaymentDoubt.PaidTwice : PaymentDoubt.ForeignMetadata;
        if (!facts.ModeFits)
            return PaymentDoubt.WrongMode;
        if (facts.Currency != "jpy")
            return PaymentDoubt.CurrencyDiffers;
        return facts.Amount == Amount.Amount ? null : PaymentDoubt.AmountDiffers;
    }
}
