using Tourism.Kernel;

namespace Tourism.Pos.Shared.Wire;

/// <summary>How our books and the payment provider's differ.</summary>
public enum MoneyDifferenceKind
{
    /// <summary>The provider took money that our books do not count as paid.</summary>
    NotCounted,

    /// <summary>Our books count as paid what the provider does not have.</summary>
    NotThere,

    /// <summary>Both have the payment, with different amounts.</summary>
    AmountDiffers,

    /// <summary>The provider took money that names no payment of ours.</summary>
    NamesNoPayment,

    /// <summary>The provider gave money back that our books do not count as given back.</summary>
    RefundOnlyThere,

    /// <summary>Our books count as given back what the provider did not give back.</summary>
    RefundOnlyHere,

    /// <summary>Both have the refund, with different amounts.</summary>
    RefundAmountDiffers,

    /// <summary>The lines of a payout are not its amount.</summary>
    PayoutDoesNotAddUp,

    /// <summary>The bank did not take a payout.</summary>
    PayoutFailed,
}

/// <summary>How many, and how much in all.</summary>
/// <param name="Count">From 0.</param>
/// <param name="Sum">In yen.</param>
public sealed record MoneyTally(int Count, Yen Sum);

/// <summary>A business day on which both sides were compared.</summary>
/// <param name="Day">Business date.</param>
/// <param name="Ours">Payments begun on that day which our books count as paid.</param>
/// <param name="Theirs">The same at the provider.</param>
/// <param name="OurRefunds">Refunds through the provider that were done on that day.</param>
/// <param name="TheirRefunds">The same at the provider.</param>
/// <param name="ComparedAt">UTC.</param>
public sealed record MoneyDayView(DateOnly Day, MoneyTally Ours, MoneyTally Theirs, MoneyTally OurRefunds, MoneyTally TheirRefunds, DateTime ComparedAt);

/// <summary>Something on which the two sides do not agree, or did not.</summary>
/// <param name="Id">The difference.</param>
/// <param name="Kind">How they differ.</param>
/// <param name="Subject">The provider's id of it, or ours where the provider has none.</param>
/// <param name="Day">Business date.</param>
/// <param name="Ours">In our books; <c>null</c> for nothing.</param>
/// <param name="Theirs">At the provider; <c>null</c> for nothing.</param>
public sealed record MoneyDifferenceView(Guid Id, MoneyDifferenceKind Kind, string Subject, DateOnly Day, Yen? Ours, Yen? Theirs)
{
    /// <summary>Number of the sale, when one is known.</summary>
    public string? Receipt { get; init; }

    /// <summary>When it was gone by itself, UTC.</summary>
    public DateTime? MendedAt { get; init; }

    /// <summary>When somebody closed it, UTC.</summary>
    public DateTime? ClosedAt { get; init; }

    /// <summary>Who closed it.</summary>
    public string? ClosedBy { get; init; }

    /// <summary>The reason they gave.</summary>
    public string? Note { get; init; }
}

/// <summary>The comparison of both sides.</summary>
/// <param name="Days">The last compared days, latest first.</param>
/// <param name="Differences">Latest first.</param>
public sealed record MoneyCountView(IReadOnlyList<MoneyDayView> Days, IReadOnlyList<MoneyDifferenceView> Differences);

/// <summary>Closes a difference.</summary>
/// <param name="Reason">What was found out, 1–500 characters; kept in the audit trail.</param>
public sealed record DifferenceClosing(string Reason);
