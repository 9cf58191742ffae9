using System.Text.Json.Serialization;
using Tourism.Kernel;

namespace Tourism.Pos.Shared.Wire;

/// <summary>Gives money back for a completed sale. The id in the address is made by the till; sending it again changes nothing.</summary>
/// <param name="Till">Till that gives it back; of the sale's site.</param>
/// <param name="Epoch">The till's series.</param>
/// <param name="Number">Number of the return slip, from the same series as receipts.</param>
/// <param name="OccurredAt">The till's time.</param>
/// <param name="Reason">Why; 1–200 characters. The ordinance does not refund in principle, so there always is one.</param>
/// <param name="Lines">What is taken back; empty for everything that is left of the sale.</param>
/// <param name="Total">What the till gives back, tax included.</param>
/// <param name="Override">True to refund people who are already inside.</param>
/// <param name="Journal">The refund's link in the till's journal.</param>
/// <param name="Ticket">Code of the ticket for those who remain, when the till signed one; without it the server issues one.</param>
public sealed record RefundRequest(
    string Till, int Epoch, int Number, DateTime OccurredAt, string Reason, IReadOnlyList<RefundLineRequest> Lines, Yen Total,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Override = false,
    JournalLink? Journal = null, string? Ticket = null)
{
    /// <summary>Numbers of the slips by which external tenders were undone where they were taken, each once; <c>null</c> for none.</summary>
    public IReadOnlyList<RefundSlip>? Slips { get; init; }
}

/// <summary>An external tender undone where it was taken.</summary>
/// <param name="Tender">The sale's tender; part of this refund goes back by it.</param>
/// <param name="Slip">Number of the terminal's slip, 1–40 characters.</param>
public sealed record RefundSlip(Guid Tender, string Slip);

/// <summary>Part of a line that is taken back.</summary>
/// <param name="Line">Number of the sale's line, from 1.</param>
/// <param name="Quantity">How many of it; 1 or more and no more than is left.</param>
public sealed record RefundLineRequest(int Line, int Quantity);

/// <summary>What is left of a sale to be refunded, and how it would go back.</summary>
/// <param name="Lines">Per line of the sale what is left.</param>
/// <param name="Total">What is left in money.</param>
/// <param name="Admitted">People of the sale who are already inside.</param>
public sealed record RefundableView(IReadOnlyList<RefundableLineView> Lines, Yen Total, int Admitted)
{
    /// <summary>Tenders that something is left of, in the order in which they give back; <c>null</c> from an older server.</summary>
    public IReadOnlyList<RefundableTenderView>? Tenders { get; init; }
}

/// <summary>What is left of one tender of a sale.</summary>
/// <param name="Tender">The tender.</param>
/// <param name="Kind">How it goes back: an external tender may come back as cash.</param>
/// <param name="Left">How much of it has not gone back.</param>
/// <param name="Rule">How an external tender goes back; <c>null</c> for other kinds.</param>
public sealed record RefundableTenderView(Guid Tender, TenderKind Kind, Yen Left, ExternalRefund? Rule = null);

/// <summary>Shares money out over tenders.</summary>
public static class TenderShares
{
    /// <summary>The parts of <paramref name="total"/> that each takes in turn, no more than is left of it; those that take nothing are left out.</summary>
    /// <param name="inTurn">In the order in which they take.</param>
    /// <param name="left">What is left of one.</param>
    /// <param name="total">To be shared out; 0 or more.</param>
    public static IEnumerable<(T Tender, Yen Part)> Of<T>(IEnumerable<T> inTurn, Func<T, Yen> left, Yen total)
    {
        foreach (var tender in inTurn)
        {
            var part = new Yen(Math.Min(total.Amount, left(tender).Amount));
            total -= part;
            if (part > Yen.Zero)
                yield return (tender, part);
        }
    }
}

/// <summary>What is left of one line.</summary>
/// <param name="Line">Number of the sale's line.</param>
/// <param name="Quantity">How many are left.</param>
/// <param name="Amount">What they would bring back, tax included and after their share of a discount.</param>
/// <param name="Sold">How many were sold.</param>
/// <param name="Share">What was paid for all that were sold.</param>
public sealed record RefundableLineView(int Line, int Quantity, Yen Amount, int Sold, Yen Share)
{
    /// <summary>What <paramref name="quantity"/> of them bring back: the last piece brings all that is left, so any order gives back the same.</summary>
    public Yen Part(int quantity) => Amount - Rest(Quantity - quantity);

    private Yen Rest(int quantity)
    {
        var (whole, rest) = Math.DivRem(checked(Share.Amount * quantity), Sold);
        return new Yen(rest < 0 ? whole - 1 : whole);
    }
}

/// <summary>Money given back.</summary>
/// <param name="Id">The till's name for it.</param>
/// <param name="Sale">The sale.</param>
/// <param name="SlipNumber">Number of the return slip as printed.</param>
/// <param name="OccurredAt">The till's time, UTC.</param>
/// <param name="Reason">Why.</param>
/// <param name="Lines">What was taken back.</param>
/// <param name="Total">Given back, tax included.</param>
/// <param name="Taxes">Per rate: total and tax taken off (適格返還請求書, Consumption Tax Act art. 57-4-3).</param>
/// <param name="Tenders">How it goes back, by the tenders of the sale.</param>
/// <param name="Ticket">The ticket of those who remain; <c>null</c> when nobody does.</param>
/// <param name="ServerTotal">What the server would have given back, when that differs.</param>
public sealed record RefundView(
    Guid Id, Guid Sale, string SlipNumber, DateTime OccurredAt, string Reason, IReadOnlyList<RefundLineView> Lines, Yen Total, IReadOnlyList<TaxView> Taxes,
    IReadOnlyList<RefundTenderView> Tenders, TicketView? Ticket = null, Yen? ServerTotal = null);

/// <summary>Part of a line taken back.</summary>
/// <param name="Line">Number of the sale's line.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Amount">Given back for it.</param>
public sealed record RefundLineView(int Line, int Quantity, Yen Amount);

/// <summary>Money going back by one tender of the sale.</summary>
/// <param name="Tender">The tender.</param>
/// <param name="Kind">How.</param>
/// <param name="Amount">How much.</param>
/// <param name="State">Where it stands; cash is given at once.</param>
public sealed record RefundTenderView(Guid Tender, TenderKind Kind, Yen Amount, RefundState State)
{
    /// <summary>Number of the slip by which it was undone where it was taken.</summary>
    public string? Slip { get; init; }
}

/// <summary>Where money going back stands.</summary>
public enum RefundState
{
    /// <summary>On its way to the provider.</summary>
    Pending,

    /// <summary>Given back.</summary>
    Done,

    /// <summary>The provider could not give it back; a supervisor must.</summary>
    Failed,
}

/// <summary>Something a supervisor must look at: it was recorded as it happened.</summary>
/// <param name="Id">The review.</param>
/// <param name="Kind">What is odd.</param>
/// <param name="Sale">The sale it is about, if any.</param>
/// <param name="Till">The till, if any.</param>
/// <param name="RaisedAt">When the server noticed, UTC.</param>
/// <param name="TillFigure">What the till says, in yen where it is money.</param>
/// <param name="ServerFigure">What the server says.</param>
/// <param name="Detail">In words.</param>
/// <param name="ResolvedAt">When somebody dealt with it.</param>
/// <param name="ResolvedBy">Who.</param>
/// <param name="Note">What they did.</param>
public sealed record ReviewView(
    Guid Id, ReviewKind Kind, Guid? Sale, string? Till, DateTime RaisedAt, Yen? TillFigure, Yen? ServerFigure, LocalText Detail,
    DateTime? ResolvedAt = null, string? ResolvedBy = null, string? Note = null);

/// <summary>What a supervisor must look at.</summary>
public enum ReviewKind
{
    /// <summary>Till and server price the sale differently.</summary>
    TotalDiffers,

    /// <summary>The till sold something the catalogue does not know.</summary>
    UnknownProduct,

    /// <summary>The till's key was revoked before the sale.</summary>
    RevokedDevice,

    /// <summary>The journal link does not follow the one before, or its hash or signature is wrong.</summary>
    JournalBroken,

    /// <summary>A tender the sale counts on is not covered: points given up, for example.</summary>
    UncoveredTender,

    /// <summary>The ticket the till handed over is not one the server can verify.</summary>
    TicketNotGood,

    /// <summary>Sold while the site was closed.</summary>
    SoldWhileClosed,

    /// <summary>Two gates let the same people in, or more than the ticket holds.</summary>
    AdmittedTwice,

    /// <summary>The provider could not give money back.</summary>
    RefundFailed,

    /// <summary>Refunded more than was left.</summary>
    RefundedTooMuch,

    /// <summary>People who are inside were refunded by override.</summary>
    RefundedInside,

    /// <summary>A till's ticket let people in, and its sale has not come within a day.</summary>
    TicketWithoutSale,

    /// <summary>Paid by an external tender that the site does not take.</summary>
    ExternalTender,
}

/// <summary>Closes a review.</summary>
/// <param name="Note">What was done; 1–500 characters.</param>
public sealed record ReviewResolution(string Note);
