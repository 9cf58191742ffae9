using System.Globalization;
using Stripe.Checkout;

namespace Tourism.Pos.Payments;

/// <summary>What a freshly fetched Checkout Session says, reduced to what decides about money.</summary>
/// <param name="SessionId">Its id.</param>
/// <param name="Url">Where the visitor pays; only while it is open.</param>
/// <param name="Payment">Our payment, from the metadata; <c>null</c> when it names none or its intent names another.</param>
/// <param name="Attempt">Our attempt, from the metadata.</param>
/// <param name="Amount">In yen; for a paid session what the intent received.</param>
/// <param name="Currency">Lower case.</param>
/// <param name="ModeFits">Live money with a live key, test money with a test key.</param>
/// <param name="Status">open, complete or expired.</param>
/// <param name="PaymentStatus">paid, unpaid or no_payment_required.</param>
/// <param name="IntentStatus">Status of the payment intent, once there is one.</param>
internal sealed record SessionFacts(
    string SessionId, string? Url, Guid? Payment, int? Attempt, long? Amount, string? Currency, bool ModeFits,
    string? Status, string? PaymentStatus, string? IntentStatus)
{
    public const string PaymentKey = "payment";
    public const string AttemptKey = "attempt";

    public static SessionFacts Of(Session session, bool live)
    {
        var intent = session.PaymentIntent;
        var paid = intent?.Status == "succeeded" ? intent.AmountReceived : intent?.Amount;
        return new SessionFacts(
            session.Id, session.Url, PaymentOf(session), AttemptOf(session.Metadata),
            intent is null || paid == session.AmountTotal ? session.AmountTotal : null,
            intent is null || intent.Currency == session.Currency ? session.Currency : null,
            session.Livemode == live && (intent is null || intent.Livemode == live),
            session.Status, session.PaymentStatus, intent?.Status);
    }

    private static Guid? PaymentOf(Session session)
    {
        var named = Named(session.Metadata, PaymentKey);
        var agrees = session.PaymentIntent is not { } intent || Named(intent.Metadata, PaymentKey) == named;
        return agrees && Guid.TryParse(named, out var payment) ? payment : null;
    }

    private static int? AttemptOf(Dictionary<string, string>? metadata) =>
        int.TryParse(Named(metadata, AttemptKey), NumberStyles.None, CultureInfo.InvariantCulture, out var attempt) ? attempt : null;

    private static string? Named(Dictionary<string, string>? metadata, string key) => metadata?.GetValueOrDefault(key);
}

/// <summary>How a question to the provider ended.</summary>
internal abstract record StripeAnswer
{
    /// <summary>The session as it is now.</summary>
    public sealed record Seen(SessionFacts Facts) : StripeAnswer;

    /// <summary>Refused for good: the provider did not act and never will on this request.</summary>
    public sealed record Refused(string Reason) : StripeAnswer;

    /// <summary>Nobody knows whether the provider acted.</summary>
    public sealed record Unclear(string Reason) : StripeAnswer;

    /// <summary>The provider has no such session.</summary>
    public sealed record Missing : StripeAnswer;

    /// <summary>The provider saw the key with another request.</summary>
    public sealed record KeyReused : StripeAnswer;
}
