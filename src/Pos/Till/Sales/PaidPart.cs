using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Till.Sales;

/// <summary>A part of what is to be paid, taken but not yet written. Its tender gets a name when the sale does, so that a refused sale can be sent anew.</summary>
/// <param name="Kind">How.</param>
/// <param name="Name">For the screen.</param>
/// <param name="Amount">How much of the total.</param>
/// <param name="Received">Cash handed over, or what a voucher is worth.</param>
public sealed record PaidPart(TenderKind Kind, LocalText Name, Yen Amount, Yen? Received = null)
{
    /// <summary>The external tender.</summary>
    public ExternalTenderView? External { get; init; }

    /// <summary>Number of the other terminal's slip.</summary>
    public string? Slip { get; init; }

    /// <summary>The points hold.</summary>
    public Guid? Hold { get; init; }

    /// <summary>Above what was to be paid: given back, or lost with a voucher that gives nothing back.</summary>
    public Yen Above => (Received ?? Amount) - Amount;

    /// <summary>What is above is given back in cash.</summary>
    public bool GivesBack => External?.Terms.Over != OverpaidRule.Kept;

    /// <summary>As it is sent.</summary>
    public TenderRequest ToTender() => new(Guid.CreateVersion7(), Kind, Amount, Received, Hold) { External = External?.Code, Slip = Slip };
}
