using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments;

/// <summary>Where what the provider says leads from where the payment stands.</summary>
internal sealed partial class Payment
{
    private void Reach(Standing standing, DateTime now, bool news = false)
    {
        var nobodyWaits = State is PaymentState.Failed or PaymentState.Cancelled || Decision == CaseDecision.Close;
        if (standing == Standing.Paid && nobodyWaits)
            ArriveLate(now);
        else if (IsOver || State is PaymentState.NeedsReview or PaymentState.LatePaid)
            NextTryAt = null;
        else if (standing is Standing.Open or Standing.Processing)
            StayOpen(standing, now, news);
        else
            End(standing, now);
    }

    private void StayOpen(Standing standing, DateTime now, bool news)
    {
        if (now - CreatedAt >= NeverDecided)
            Doubt(PaymentDoubt.NeverDecided, now);
        else if (standing == Standing.Processing)
            (State, Tries, NextTryAt) = (PaymentState.Processing, 0, now + Pauses.Poll(Method, now - CreatedAt));
        else if (State == PaymentState.CancelRequested)
            InsistOnEnd(now, news);
        else if (IsToBePresented)
            (State, Tries, NextTryAt) = (PaymentState.Submitting, 0, now);
        else
            AwaitCustomer(now);
    }

    private void InsistOnEnd(DateTime now, bool news)
    {
        NextTryAt = news ? now : now + Pauses.After(Tries);
        Tries = news ? 0 : Tries + 1;
    }

    private void AwaitCustomer(DateTime now)
    {
        var since = PresentedAt ?? CreatedAt;
        (State, Tries, NextTryAt) = (PaymentState.AwaitingCustomer, 0, now + Pauses.Poll(Method, now - since));
        if (now - since >= (Method == PaymentMethod.Reader ? CardLife : PageLife))
            WishCancel(now);
    }

    private void Wait(DateTime now)
    {
        if (State == PaymentState.Submitting || IsToBePresented && State == PaymentState.AwaitingCustomer)
            State = PaymentState.Unknown;
        NextTryAt = now + Pauses.After(Tries);
        Tries++;
        if (now - CreatedAt >= NeverDecided)
            Doubt(PaymentDoubt.NeverDecided, now);
    }

    private void End(Standing standing, DateTime now)
    {
        var state = standing switch
        {
            Standing.Paid => PaymentState.Succeeded,
            Standing.Cancelled => PaymentState.Cancelled,
            _ => PaymentState.Failed,
        };
        (State, EndedAt, NextTryAt, Tries) = (state, now, null, 0);
        Attempt.End();
    }
}
