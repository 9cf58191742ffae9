using Tourism.Kernel;

namespace Tourism.Pos.Shared.Wire;

/// <summary>Asks the price of a basket.</summary>
/// <param name="Till">Till code.</param>
/// <param name="Lines">1–200 lines.</param>
public sealed record QuoteRequest(string Till, IReadOnlyList<LineRequest> Lines);

/// <summary>One line of a basket.</summary>
/// <param name="Product">Product code of the till's site.</param>
/// <param name="Quantity">1–9,999.</param>
/// <param name="Amount">Tax-included amount of the line, for products whose amount is typed in; 1–9,999,999 yen.</param>
public sealed record LineRequest(string Product, int Quantity, Yen? Amount = null);

/// <summary>A priced basket.</summary>
/// <param name="Lines">In the order asked.</param>
/// <param name="Total">Tax included.</param>
/// <param name="Taxes">One per rate, highest rate first.</param>
public sealed record QuoteView(IReadOnlyList<LineView> Lines, Yen Total, IReadOnlyList<TaxView> Taxes);

/// <summary>One priced line.</summary>
/// <param name="Product">Product code.</param>
/// <param name="Name">Product name.</param>
/// <param name="Quantity">How many.</param>
/// <param name="UnitPrice">Tax-included price of one; <c>null</c> when the amount was typed in.</param>
/// <param name="Amount">Tax-included price of the line.</param>
/// <param name="TaxPercent">Rate.</param>
public sealed record LineView(string Product, LocalText Name, int Quantity, Yen? UnitPrice, Yen Amount, int TaxPercent);

/// <summary>Tax of one rate on one receipt, rounded once (basic circular 1-8-15).</summary>
/// <param name="Percent">Rate.</param>
/// <param name="Total">Tax-included total at this rate.</param>
/// <param name="Tax">Tax contained in it.</param>
public sealed record TaxView(int Percent, Yen Total, Yen Tax);

/// <summary>Records a sale. The id in the address is made by the till; sending it again changes nothing.</summary>
/// <param name="Till">Till code.</param>
/// <param name="Epoch">The till's series, from <c>PUT /api/v1/tills/{till}/epochs/{id}</c>.</param>
/// <param name="Number">Receipt number within the epoch, from 1 without a gap.</param>
/// <param name="OccurredAt">The till's time.</param>
/// <param name="Language">Language of ticket and receipt.</param>
/// <param name="Lines">1–200 lines.</param>
/// <param name="Total">What the till charged, tax included.</param>
/// <param name="Tenders">1–20; their amounts add up to <paramref name="Total"/>.</param>
public sealed record SaleRequest(
    string Till, int Epoch, int Number, DateTime OccurredAt, string Language, IReadOnlyList<LineRequest> Lines, Yen Total, IReadOnlyList<TenderRequest> Tenders);

/// <summary>One means of payment.</summary>
/// <param name="Id">Made by the till; for <see cref="TenderKind.Qr"/> it is also the payment's id.</param>
/// <param name="Kind">How.</param>
/// <param name="Amount">How much of the total; 1 or more.</param>
/// <param name="Received">Cash handed over, at least <paramref name="Amount"/>; only for cash.</param>
/// <param name="Hold">The points hold; only for points.</param>
public sealed record TenderRequest(Guid Id, TenderKind Kind, Yen Amount, Yen? Received = null, Guid? Hold = null);

/// <summary>Means of payment.</summary>
public enum TenderKind
{
    /// <summary>Notes and coins.</summary>
    Cash,

    /// <summary>Regional points, held before the sale and captured after it.</summary>
    Points,

    /// <summary>A QR code that the visitor opens and pays on their own phone.</summary>
    Qr,
}

/// <summary>Where a sale stands.</summary>
public enum SaleState
{
    /// <summary>Waits for the visitor's payment.</summary>
    AwaitingPayment,

    /// <summary>Money taken, receipt given. Never changes again.</summary>
    Completed,

    /// <summary>The payment never came; nothing was sold. The receipt number stays used.</summary>
    Cancelled,
}

/// <summary>A sale as recorded.</summary>
/// <param name="Id">The till's name for it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Site">Site code.</param>
/// <param name="Till">Till code.</param>
/// <param name="ReceiptNumber">As printed: till, epoch and number.</param>
/// <param name="OccurredAt">The till's time, UTC.</param>
/// <param name="Lines">As charged.</param>
/// <param name="Total">As charged.</param>
/// <param name="Taxes">One per rate.</param>
/// <param name="Tenders">How it was paid.</param>
/// <param name="Change">Cash given back.</param>
/// <param name="ServerTotal">What the server would have charged, when that differs; a supervisor looks at it.</param>
/// <param name="ReceiptUrl">The visitor's receipt page.</param>
/// <param name="Ticket">The party's ticket, once the sale is completed and if it admits anyone.</param>
public sealed record SaleView(
    Guid Id, SaleState State, string Site, string Till, string ReceiptNumber, DateTime OccurredAt, IReadOnlyList<LineView> Lines, Yen Total,
    IReadOnlyList<TaxView> Taxes, IReadOnlyList<TenderView> Tenders, Yen Change, Yen? ServerTotal, string ReceiptUrl, TicketView? Ticket);

/// <summary>One means of payment of a recorded sale.</summary>
/// <param name="Id">The till's name for it.</param>
/// <param name="Kind">How.</param>
/// <param name="Amount">How much.</param>
/// <param name="Received">Cash handed over.</param>
public sealed record TenderView(Guid Id, TenderKind Kind, Yen Amount, Yen? Received);

/// <summary>A ticket for a party.</summary>
/// <param name="Id">The ticket.</param>
/// <param name="Code">Signed code, base32 in capitals.</param>
/// <param name="Url">Address that the QR code holds; also the visitor's ticket page.</param>
/// <param name="People">How many it admits.</param>
public sealed record TicketView(Guid Id, string Code, string Url, int People);

/// <summary>A till's series of receipt numbers.</summary>
/// <param name="Id">Made by the device.</param>
/// <param name="Till">Till code.</param>
/// <param name="Epoch">1, 2, 3 … per till.</param>
/// <param name="LastNumber">Highest number the server has seen in it; 0 for none.</param>
public sealed record EpochView(Guid Id, string Till, int Epoch, int LastNumber);
