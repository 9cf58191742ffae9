using Tourism.Kernel;

namespace Tourism.Pos.Shared.Wire;

/// <summary>Starts a payment for a tender of a sale that waits for it. The id in the address is the tender's.</summary>
/// <param name="Sale">The sale.</param>
/// <param name="Language">Language of the payment page: one of ours, or <see cref="VisitorsOwn"/> when the till does not know the visitor.</param>
public sealed record PaymentRequest(Guid Sale, string Language)
{
    /// <summary>The page takes the language of the visitor's own phone.</summary>
    public const string VisitorsOwn = "auto";
}

/// <summary>Where a payment stands.</summary>
public enum PaymentState
{
    /// <summary>The request to the provider is stored and on its way.</summary>
    Submitting,

    /// <summary>The visitor has a page to pay on.</summary>
    AwaitingCustomer,

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

    /// <summary>What the provider says does not fit our books; staff must look.</summary>
    NeedsReview,
}

/// <summary>A payment as it stands.</summary>
/// <param name="Id">The tender.</param>
/// <param name="Sale">The sale.</param>
/// <param name="Amount">To be paid.</param>
/// <param name="State">Where it stands.</param>
/// <param name="PageUrl">Where the visitor pays, once there is such a page.</param>
public sealed record PaymentView(Guid Id, Guid Sale, Yen Amount, PaymentState State, string? PageUrl);
