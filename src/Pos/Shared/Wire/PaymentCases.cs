using Tourism.Kernel;

namespace Tourism.Pos.Shared.Wire;

/// <summary>Why a payment waits for a person.</summary>
public enum PaymentDoubt
{
    /// <summary>The provider took another amount.</summary>
    AmountDiffers,

    /// <summary>The provider took another currency.</summary>
    CurrencyDiffers,

    /// <summary>Test money in a live installation, or the other way round.</summary>
    WrongMode,

    /// <summary>The provider's object names another payment.</summary>
    ForeignMetadata,

    /// <summary>The provider's fields contradict each other or have a value this version does not know.</summary>
    Contradiction,

    /// <summary>The provider does not know its own session any more.</summary>
    SessionMissing,

    /// <summary>The provider saw our key with another request.</summary>
    KeyReused,

    /// <summary>Two objects of the provider were both paid for this payment.</summary>
    PaidTwice,

    /// <summary>The provider could not say for a week how it ended.</summary>
    NeverDecided,
}

/// <summary>What a person can do about late or doubtful money.</summary>
public enum CaseDecision
{
    /// <summary>The provider gives the visitor back what it took; a sale that still waits is cancelled.</summary>
    GiveBack,

    /// <summary>The visitor has the goods: the sale is completed with this money.</summary>
    Finish,

    /// <summary>No money is left at the provider; a sale that still waits is cancelled.</summary>
    Close,
}

/// <summary>A payment that waits for a person, or did.</summary>
/// <param name="Id">The payment.</param>
/// <param name="Sale">Its sale.</param>
/// <param name="Receipt">Number of the sale.</param>
/// <param name="Site">Site code.</param>
/// <param name="Till">Till code.</param>
/// <param name="Amount">What the visitor was asked for.</param>
/// <param name="State"><see cref="PaymentState.LatePaid"/> or <see cref="PaymentState.NeedsReview"/>.</param>
/// <param name="Doubt">Why; <c>null</c> for late money.</param>
/// <param name="Since">UTC.</param>
public sealed record PaymentCaseView(Guid Id, Guid Sale, string Receipt, string Site, string Till, Yen Amount, PaymentState State, PaymentDoubt? Doubt, DateTime Since)
{
    /// <summary>What was decided; <c>null</c> while it waits.</summary>
    public CaseDecision? Decision { get; init; }

    /// <summary>Who decided.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? DecidedAt { get; init; }

    /// <summary>The reason they gave.</summary>
    public string? Note { get; init; }
}

/// <summary>What the provider says at this moment.</summary>
/// <param name="Id">Its id of the intent.</param>
/// <param name="Status">In its own word.</param>
/// <param name="Received">What it took.</param>
/// <param name="Refunded">What it gave back of that.</param>
/// <param name="Card">Brand and last four digits; <c>null</c> when no card was used.</param>
public sealed record ProviderSays(string Id, string Status, Yen Received, Yen Refunded, string? Card)
{
    /// <summary>What it still has of the visitor.</summary>
    public Yen Held => Received - Refunded;
}

/// <summary>A case with all that helps to decide it.</summary>
/// <param name="Case">The case.</param>
/// <param name="SaleState">Where the sale stands.</param>
/// <param name="Provider">What the provider says now; <c>null</c> when it knows nothing of it or could not be asked.</param>
/// <param name="Asked">False when the provider could not be asked: nothing can be decided then.</param>
/// <param name="Possible">What can be decided.</param>
public sealed record PaymentCaseDetail(PaymentCaseView Case, SaleState SaleState, ProviderSays? Provider, bool Asked, IReadOnlyList<CaseDecision> Possible);

/// <summary>Decides a case, once.</summary>
/// <param name="Decision">What to do.</param>
/// <param name="Reason">Why, 1–500 characters; kept in the audit trail.</param>
public sealed record CaseDecisionRequest(CaseDecision Decision, string Reason);
