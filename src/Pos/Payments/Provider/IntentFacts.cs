using Stripe;
using Stripe.Terminal;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments;

/// <summary>What a payment intent says that a card reader collects for. Only the intent speaks of money; the reader tells why there is none yet.</summary>
/// <param name="Status">The intent's.</param>
/// <param name="Payment">See base.</param>
/// <param name="Attempt">See base.</param>
/// <param name="Amount">See base.</param>
/// <param name="Currency">See base.</param>
/// <param name="ModeFits">See base.</param>
internal sealed record IntentFacts(string? Status, Guid? Payment, int? Attempt, long? Amount, string? Currency, bool ModeFits)
    : ProviderFacts(Payment, Attempt, Amount, Currency, ModeFits)
{
    /// <summary>Why no card is being read; <c>null</c> while the reader asks for one.</summary>
    public PaymentFault? Fault { get; init; }

    /// <summary>The reader knows of the presentation with this number.</summary>
    public int? Presented { get; init; }

    public override string? Id => IntentId;

    public override Standing? Standing => Status switch
    {
        "succeeded" => Payments.Standing.Paid,
        "canceled" => Payments.Standing.Cancelled,
        "processing" or "requires_capture" => Payments.Standing.Processing,
        "requires_payment_method" or "requires_confirmation" or "requires_action" => Payments.Standing.Open,
        _ => null,
    };

    public static IntentFacts Of(PaymentIntent intent, Reader? reader, bool live) => new(
        intent.Status, PaymentOf(intent.Metadata), AttemptOf(intent.Metadata),
        intent.Status == "succeeded" ? intent.AmountReceived : intent.Amount, intent.Currency, intent.Livemode == live)
    {
        IntentId = intent.Id,
        Fault = ReaderFaults.Of(intent, reader),
    };

    public override bool IsStray(PaymentAttempt attempt) => attempt.IntentId is { } known && known != IntentId;
}
