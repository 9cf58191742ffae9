using System.Text.Json.Serialization;
using Tourism.Kernel;

namespace Tourism.Pos.Shared.Wire;

/// <summary>Starts a payment for a tender of a sale that waits for it. The id in the address is the tender's.</summary>
/// <param name="Sale">The sale.</param>
/// <param name="Language">Language of the payment page: one of ours, or <see cref="VisitorsOwn"/> when the till does not know the visitor.</param>
public sealed record PaymentRequest(Guid Sale, string Language)
{
    /// <summary>The page takes the language of the visitor's own phone.</summary>
    public const string VisitorsOwn = "auto";

    /// <summary>The card reader that is to ask for the card, for a tender by card: its <see cref="CardReaderView.Id"/>. <c>null</c> for a QR code.</summary>
    public string? Reader { get; init; }
}

/// <summary>Asks for a card once more: after a decline, or on another reader.</summary>
/// <param name="Reader">The card reader: its <see cref="CardReaderView.Id"/>.</param>
public sealed record PresentRequest(string Reader);

/// <summary>Where a payment stands.</summary>
public enum PaymentState
{
    /// <summary>The request to the provider is stored and on its way.</summary>
    Submitting,

    /// <summary>The visitor has a page to pay on, or a reader to hold a card to.</summary>
    AwaitingCustomer,

    /// <summary>The visitor is done; the bank or the wallet still decides.</summary>
    Processing,

    /// <summary>The till asked to cancel: a wish, not a fact.</summary>
    CancelRequested,

    /// <summary>Nobody knows yet whether the provider acted; asked again until it is known.</summary>
    Unknown,

    /// <summary>Paid.</summary>
    Succeeded,

    /// <summary>Refused for good.</summary>
    Failed,

    /// <summary>Ended unpaid.</summary>
    Cancelled,

    /// <summary>Paid when nobody waited for it any more; staff give it back or finish the sale.</summary>
    LatePaid,

    /// <summary>What the provider says does not fit our books; staff must look.</summary>
    NeedsReview,
}

/// <summary>Why a card reader is not asking for a card. None of these ends the payment.</summary>
public enum PaymentFault
{
    /// <summary>The bank refused and does not say why.</summary>
    CardDeclined,

    /// <summary>The bank says there is not enough money, or a limit is reached.</summary>
    InsufficientFunds,

    /// <summary>The card is out of date.</summary>
    ExpiredCard,

    /// <summary>The PIN was wrong, or is needed.</summary>
    WrongPin,

    /// <summary>This kind of card is not taken here.</summary>
    CardNotTaken,

    /// <summary>The visitor pressed cancel on the reader.</summary>
    CustomerCancelled,

    /// <summary>The reader is busy with another payment.</summary>
    ReaderBusy,

    /// <summary>The reader has no network or no power.</summary>
    ReaderOffline,

    /// <summary>Nobody held a card to the reader, or it did not answer in time.</summary>
    ReaderTimeout,

    /// <summary>The reader is broken.</summary>
    ReaderBroken,

    /// <summary>The provider does not know the reader any more.</summary>
    ReaderUnknown,

    /// <summary>The reader shows something else.</summary>
    ReaderIdle,
}

/// <summary>A payment as it stands.</summary>
/// <param name="Id">The tender.</param>
/// <param name="Sale">The sale.</param>
/// <param name="Amount">To be paid.</param>
/// <param name="State">Where it stands.</param>
/// <param name="PageUrl">Where the visitor pays, once there is such a page.</param>
public sealed record PaymentView(Guid Id, Guid Sale, Yen Amount, PaymentState State, string? PageUrl)
{
    /// <summary>Why the reader is not asking for a card; <c>null</c> while it is, and without a reader.</summary>
    public PaymentFault? Fault { get; init; }

    /// <summary>It may still change by itself.</summary>
    [JsonIgnore]
    public bool IsOpen => State is PaymentState.Submitting or PaymentState.AwaitingCustomer or PaymentState.Processing or PaymentState.CancelRequested or PaymentState.Unknown;
}

/// <summary>A card reader of a place.</summary>
/// <param name="Id">The provider's id of it.</param>
/// <param name="Site">Site code; <c>null</c> for one that is at the provider and at no site yet.</param>
/// <param name="Label">What is written on it, 1–40 characters.</param>
/// <param name="Online">As the provider says; <c>null</c> when it was not asked.</param>
public sealed record CardReaderView(string Id, string? Site, string Label, bool? Online = null);

/// <summary>Puts a card reader to a site.</summary>
/// <param name="Site">Site code.</param>
/// <param name="Label">What is written on it, 1–40 characters.</param>
public sealed record CardReaderRequest(string Site, string Label);
