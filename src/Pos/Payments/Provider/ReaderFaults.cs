using Stripe;
using Stripe.Terminal;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments;

/// <summary>Translates the provider's many codes into the few things that staff can do something about.</summary>
internal static class ReaderFaults
{
    private const string InProgress = "in_progress";

    /// <summary>Why the reader is not asking for a card; <c>null</c> while it is, and for an intent that nobody has shown to a reader.</summary>
    public static PaymentFault? Of(PaymentIntent intent, Reader? reader)
    {
        if (reader is null)
            return null;
        if (reader.Action?.ProcessPaymentIntent?.PaymentIntentId != intent.Id)
            return intent.LastPaymentError is { } declined ? Declined(declined.DeclineCode ?? declined.Code) : PaymentFault.ReaderIdle;
        return reader.Action.Status == InProgress ? null : Declined(intent.LastPaymentError?.DeclineCode ?? reader.Action.FailureCode);
    }

    /// <summary>True while the reader asks for a card for this intent.</summary>
    public static bool IsAsking(Reader reader, string intent) =>
        reader.Action?.Status == InProgress && reader.Action.ProcessPaymentIntent?.PaymentIntentId == intent;

    /// <summary>Why the reader could not be given the payment; <c>null</c> for anything that does not say for certain that it was not.</summary>
    public static PaymentFault? OfRefusal(string? code) => code switch
    {
        "terminal_reader_busy" => PaymentFault.ReaderBusy,
        "terminal_reader_offline" => PaymentFault.ReaderOffline,
        "terminal_reader_hardware_fault" => PaymentFault.ReaderBroken,
        "terminal_reader_timeout" => PaymentFault.ReaderTimeout,
        "resource_missing" => PaymentFault.ReaderUnknown,
        _ => null,
    };

    private static PaymentFault Declined(string? code) => code switch
    {
        "insufficient_funds" or "card_velocity_exceeded" or "withdrawal_count_limit_exceeded" => PaymentFault.InsufficientFunds,
        "expired_card" => PaymentFault.ExpiredCard,
        "incorrect_pin" or "invalid_pin" or "offline_pin_required" or "online_or_offline_pin_required" or "pin_try_exceeded" => PaymentFault.WrongPin,
        "card_not_supported" or "currency_not_supported" or "transaction_not_allowed" or "invalid_account" => PaymentFault.CardNotTaken,
        "customer_canceled" or "action_canceled" or "canceled" => PaymentFault.CustomerCancelled,
        "card_read_timed_out" or "terminal_reader_timeout" => PaymentFault.ReaderTimeout,
        "terminal_reader_hardware_fault" => PaymentFault.ReaderBroken,
        _ => PaymentFault.CardDeclined,
    };
}
