using Stripe.Checkout;

namespace Tourism.Pos.Payments;

/// <summary>What a Checkout Session says.</summary>
/// <param name="SessionId">Its id.</param>
/// <param name="Url">Where the visitor pays; only while it is open.</param>
/// <param name="Payment">Also <c>null</c> when its intent names another payment.</param>
/// <param name="Attempt">See base.</param>
/// <param name="Amount">See base.</param>
/// <param name="Currency">See base.</param>
/// <param name="ModeFits">See base.</param>
/// <param name="Status">open, complete or expired.</param>
/// <param name="PaymentStatus">paid, unpaid or no_payment_required.</param>
/// <param name="IntentStatus">Status of the payment intent, once there is one.</param>
internal sealed record SessionFacts(
    string SessionId, string? Url, Guid? Payment, int? Attempt, long? Amount, string? Currency, bool ModeFits,
    string? Status, string? PaymentStatus, string? IntentStatus) : ProviderFacts(Payment, Attempt, Amount, Currency, ModeFits)
{
    public override string Id => SessionId;

    /// <summary>A completed session may still be unpaid while a wallet decides; an expired one must not hold money.</summary>
    public override Standing? Standing => (Status, PaymentStatus, IntentStatus) switch
    {
        ("complete", "paid", null or "succeeded") => Payments.Standing.Paid,
        ("complete", "unpaid", "canceled" or "requires_payment_method") => Payments.Standing.Failed,
        ("complete", "unpaid", not "succeeded") => Payments.Standing.Processing,
        ("expired", "unpaid", not ("succeeded" or "processing" or "requires_capture")) => Payments.Standing.Cancelled,
        ("open", "unpaid", not "succeeded") => Payments.Standing.Open,
        _ => null,
    };

    public static SessionFacts Of(Session session, bool live)
    {
        var intent = session.PaymentIntent;
        var paid = intent?.Status == "succeeded" ? intent.AmountReceived : intent?.Amount;
        return new SessionFacts(
            session.Id, session.Url, PaymentOf(session), AttemptOf(session.Metadata),
            intent is null || paid == session.AmountTotal ? session.AmountTotal : null,
            intent is null || intent.Currency == session.Currency ? session.Currency : null,
            session.Livemode == live && (intent is null || intent.Livemode == live),
            session.Status, session.PaymentStatus, intent?.Status)
        {
            IntentId = session.PaymentIntentId,
        };
    }

    public override bool IsStray(PaymentAttempt attempt) => attempt.SessionId is { } known && known != SessionId;

    private static Guid? PaymentOf(Session session) =>
        session.PaymentIntent is not { } intent || Named(intent.Metadata, PaymentKey) == Named(session.Metadata, PaymentKey) ? PaymentOf(session.Metadata) : null;
}
