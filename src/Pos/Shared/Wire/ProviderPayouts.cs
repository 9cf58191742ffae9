using Tourism.Kernel;

namespace Tourism.Pos.Shared.Wire;

/// <summary>Money that the payment provider sent to the city's bank.</summary>
/// <param name="Id">The provider's id.</param>
/// <param name="Arrives">When it is, or was, to be in the bank.</param>
/// <param name="Amount">In yen.</param>
/// <param name="Fees">Taken off by the provider; 0 until its lines are read.</param>
/// <param name="Status">The provider's word: pending, in_transit, paid, failed or canceled.</param>
/// <param name="AddsUp">Whether its lines are its amount; <c>null</c> until they are read.</param>
/// <param name="Lines">How many.</param>
public sealed record ProviderPayoutView(string Id, DateOnly Arrives, Yen Amount, Yen Fees, string Status, bool? AddsUp, int Lines)
{
    /// <summary>Why the bank did not take it, in the provider's words.</summary>
    public string? Trouble { get; init; }
}

/// <summary>What a site has in a payout.</summary>
/// <param name="Site">Site code; <c>null</c> for what belongs to no sale.</param>
/// <param name="Lines">How many.</param>
/// <param name="Amount">Before fees.</param>
/// <param name="Fees">In yen.</param>
/// <param name="Net">After fees.</param>
public sealed record PayoutSiteView(string? Site, int Lines, Yen Amount, Yen Fees, Yen Net);

/// <summary>One movement of a payout.</summary>
/// <param name="Movement">The provider's id of it.</param>
/// <param name="At">UTC.</param>
/// <param name="Type">The provider's word: charge, payment, refund, transfer …</param>
/// <param name="Amount">Before fees; negative when it leaves.</param>
/// <param name="Fee">In yen.</param>
/// <param name="Net">After fees.</param>
public sealed record PayoutLineView(string Movement, DateTime At, string Type, Yen Amount, Yen Fee, Yen Net)
{
    /// <summary>Site code.</summary>
    public string? Site { get; init; }

    /// <summary>Number of the sale.</summary>
    public string? Receipt { get; init; }

    /// <summary>The sale.</summary>
    public Guid? Sale { get; init; }

    /// <summary>The provider's id of what moved the money.</summary>
    public string? Source { get; init; }
}

/// <summary>A payout down to its sales.</summary>
/// <param name="Payout">The payout.</param>
/// <param name="Sites">Its sums by site.</param>
/// <param name="Lines">A page of its lines.</param>
/// <param name="Next">The cursor of the next page, or <c>null</c> at the end.</param>
public sealed record ProviderPayoutDetail(ProviderPayoutView Payout, IReadOnlyList<PayoutSiteView> Sites, IReadOnlyList<PayoutLineView> Lines, long? Next);
