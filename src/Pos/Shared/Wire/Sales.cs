using System.Text.Json.Serialization;
using Tourism.Kernel;

namespace Tourism.Pos.Shared.Wire;

/// <summary>Asks the price of a basket.</summary>
/// <param name="Till">Till code.</param>
/// <param name="Lines">1–200 lines.</param>
/// <param name="Terms">What else decides the price.</param>
public sealed record QuoteRequest(string Till, IReadOnlyList<LineRequest> Lines, BasketTerms? Terms = null);

/// <summary>What decides a basket's price beyond its lines.</summary>
/// <param name="SchoolTrip">A school trip led by a teacher.</param>
/// <param name="Tier">
/// Group tier staff chose instead of the cheapest legal one: its <see cref="TierView.From"/>, or 0 for single prices; <c>null</c> for the cheapest.
/// Never a tier the people present do not reach.
/// </param>
/// <param name="Reason">Why staff chose; needed with <paramref name="Tier"/> and with <paramref name="Discount"/>; 1–200 characters.</param>
/// <param name="Discount">Taken off the basket and split over its tax rates by price (basic circular 1-8-5); 1 yen or more.</param>
public sealed record BasketTerms(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool SchoolTrip = false, int? Tier = null, string? Reason = null, Yen? Discount = null);

/// <summary>One line of a basket.</summary>
/// <param name="Product">Product code of the till's site.</param>
/// <param name="Quantity">1–9,999; 1 for weighed goods.</param>
/// <param name="Amount">Amount of the line, for products whose amount is typed in; 1–9,999,999 yen.</param>
/// <param name="Reduction">Code of a reduction of the tariff, for admissions.</param>
/// <param name="Weighing">What the scale said, for weighed goods.</param>
/// <param name="EatIn">Eaten on the spot.</param>
public sealed record LineRequest(string Product, int Quantity, Yen? Amount = null, string? Reduction = null, Weighing? Weighing = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool EatIn = false);

/// <summary>What a scale said; kept with the line as evidence.</summary>
/// <param name="GrossGrams">On the scale, 1–999,999.</param>
/// <param name="TareGrams">Of the container, 0 or more and less than <paramref name="GrossGrams"/>.</param>
/// <param name="Scale">The scale's name, when it has one.</param>
public sealed record Weighing(int GrossGrams, int TareGrams = 0, string? Scale = null)
{
    /// <summary>What is paid for.</summary>
    public int NetGrams => GrossGrams - TareGrams;
}

/// <summary>A priced basket.</summary>
/// <param name="Lines">In the order asked.</param>
/// <param name="Total">Tax included, after the discount.</param>
/// <param name="Taxes">One per rate, highest rate first.</param>
/// <param name="Tier"><see cref="TierView.From"/> of the group tier applied; <c>null</c> for single prices.</param>
public sealed record QuoteView(IReadOnlyList<LineView> Lines, Yen Total, IReadOnlyList<TaxView> Taxes, int? Tier = null)
{
    /// <summary>Taken off the lines; zero for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Yen Discount { get; init; }
}

/// <summary>One priced line.</summary>
/// <param name="Product">Product code.</param>
/// <param name="Name">Product name.</param>
/// <param name="Quantity">How many.</param>
/// <param name="UnitPrice">Price of one (of a kilogram for weighed goods); <c>null</c> when the amount was typed in.</param>
/// <param name="Amount">Price of the line, before a discount on the basket.</param>
/// <param name="TaxPercent">Rate.</param>
/// <param name="Reduction">Code of the reduction.</param>
/// <param name="Why">Why this price, when it is not simply the single price: "group of 20–99", "half price".</param>
/// <param name="NetGrams">Net weight of weighed goods.</param>
public sealed record LineView(
    string Product, LocalText Name, int Quantity, Yen? UnitPrice, Yen Amount, int TaxPercent, string? Reduction = null, LocalText? Why = null, int? NetGrams = null);

/// <summary>Tax of one rate on one receipt, rounded once (basic circular 1-8-15).</summary>
/// <param name="Percent">Rate.</param>
/// <param name="Total">Tax-included total at this rate, after its share of the discount.</param>
/// <param name="Tax">Tax contained in it.</param>
public sealed record TaxView(int Percent, Yen Total, Yen Tax)
{
    /// <summary>This rate's share of the basket's discount.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Yen Discount { get; init; }
}

/// <summary>Records a sale. The id in the address is made by the till; sending it again changes nothing.</summary>
/// <param name="Till">Till code.</param>
/// <param name="Epoch">The till's series, from <c>PUT /api/v1/tills/{till}/epochs/{id}</c>.</param>
/// <param name="Number">Receipt number within the epoch, from 1 without a gap; refunds take theirs from the same series.</param>
/// <param name="OccurredAt">The till's time.</param>
/// <param name="Language">Language of ticket and receipt.</param>
/// <param name="Lines">1–200 lines.</param>
/// <param name="Total">What the till charged, tax included.</param>
/// <param name="Tenders">1–20; their amounts add up to <paramref name="Total"/>.</param>
/// <param name="Terms">What else decided the price.</param>
/// <param name="Charged">The prices that stand on the receipt the till gave. A completed sale is recorded with them; without them the server's hold.</param>
/// <param name="Journal">The sale's link in the till's journal; a till with a signing key always sends one.</param>
/// <param name="Ticket">Code of the ticket the till signed and handed over; without it the server issues one.</param>
/// <param name="Visitor">Token of a visitor, when one presented something that carries it.</param>
/// <param name="Origin">Where the visitors come from when somebody said so: an ISO 3166-1 alpha-2 code, or a Japanese prefecture as <c>JP-35</c>.</param>
/// <param name="App">Version of the till app.</param>
public sealed record SaleRequest(
    string Till, int Epoch, int Number, DateTime OccurredAt, string Language, IReadOnlyList<LineRequest> Lines, Yen Total, IReadOnlyList<TenderRequest> Tenders,
    BasketTerms? Terms = null, ChargedBasket? Charged = null, JournalLink? Journal = null, string? Ticket = null, VisitorToken? Visitor = null, string? Origin = null,
    string? App = null)
{
    /// <summary>Sign-in name of whoever sold it, 1–40 characters; who is signed in when left out.</summary>
    public string? Person { get; init; }

    /// <summary>The device it was sold on. Counts only when an administrator hands over what waits on a revoked one.</summary>
    public Guid? Device { get; init; }
}

/// <summary>What stands on a receipt that a till gave before the server knew of it.</summary>
/// <param name="Lines">One for each line of the sale, in its order.</param>
/// <param name="Taxes">One per rate.</param>
public sealed record ChargedBasket(IReadOnlyList<ChargedLine> Lines, IReadOnlyList<TaxView> Taxes)
{
    /// <summary>Taken off the lines; zero for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Yen Discount { get; init; }
}

/// <summary>A line as charged.</summary>
/// <param name="Name">Product name as printed.</param>
/// <param name="UnitPrice">Price of one; <c>null</c> when the amount was typed in.</param>
/// <param name="Amount">Price of the line.</param>
/// <param name="TaxPercent">Rate.</param>
/// <param name="Why">Why this price.</param>
public sealed record ChargedLine(LocalText Name, Yen? UnitPrice, Yen Amount, int TaxPercent, LocalText? Why = null);

/// <summary>
/// A link of a till's journal: <c>SHA-256(previous ‖ canonical bytes)</c> of what it records, signed by the till's key (ECDSA P-256, IEEE P1363).
/// The first link of an epoch follows the SHA-256 of the epoch's id (16 bytes, big-endian).
/// </summary>
/// <param name="Previous">Hash of the link before, 64 hex digits in lower case.</param>
/// <param name="Hash">This link's hash.</param>
/// <param name="Signature">Over the 32 bytes of <paramref name="Hash"/>, base64; <c>null</c> from a till without a key.</param>
public sealed record JournalLink(string Previous, string Hash, string? Signature = null);

/// <summary>A visitor's token and what carried it.</summary>
/// <param name="Token">1–100 characters that open nothing: of a ticket its id, of a points card a digest of its token.</param>
/// <param name="Source">ticket, points-card, coupon or guide.</param>
public sealed record VisitorToken(string Token, string Source);

/// <summary>One means of payment.</summary>
/// <param name="Id">Made by the till; for a tender through the provider it is also the payment's id.</param>
/// <param name="Kind">How.</param>
/// <param name="Amount">How much of the total; 1 or more.</param>
/// <param name="Received">Cash handed over, or what a voucher is worth, at least <paramref name="Amount"/>; only for cash and external tenders.</param>
/// <param name="Hold">The points hold; only for points.</param>
public sealed record TenderRequest(Guid Id, TenderKind Kind, Yen Amount, Yen? Received = null, Guid? Hold = null)
{
    /// <summary>Code of the external tender, 1–40 characters; only for those.</summary>
    public string? External { get; init; }

    /// <summary>Number of the slip that the other terminal printed, 1–40 characters; only for external tenders, and optional there.</summary>
    public string? Slip { get; init; }
}

/// <summary>Means of payment.</summary>
public enum TenderKind
{
    /// <summary>Notes and coins.</summary>
    Cash,

    /// <summary>Regional points, held before the sale and captured after it.</summary>
    Points,

    /// <summary>A QR code that the visitor opens and pays on their own phone.</summary>
    Qr,

    /// <summary>A card held to a reader.</summary>
    Card,

    /// <summary>Money taken outside this system; which one, the city's data say.</summary>
    External,
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
/// <param name="Ticket">The party's ticket that is good now, once the sale is completed and if it admits anyone.</param>
/// <param name="Refunds">What was given back, oldest first.</param>
/// <param name="Language">Language of ticket and receipt.</param>
/// <param name="Reviews">What a supervisor still has to look at.</param>
public sealed record SaleView(
    Guid Id, SaleState State, string Site, string Till, string ReceiptNumber, DateTime OccurredAt, IReadOnlyList<LineView> Lines, Yen Total,
    IReadOnlyList<TaxView> Taxes, IReadOnlyList<TenderView> Tenders, Yen Change, Yen? ServerTotal, string ReceiptUrl, TicketView? Ticket,
    IReadOnlyList<RefundView>? Refunds = null, string? Language = null, IReadOnlyList<ReviewView>? Reviews = null)
{
    /// <summary>Taken off the lines; zero for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Yen Discount { get; init; }

    /// <summary>Sign-in name of whoever sold it; <c>null</c> for sales on a visitor's own phone and from before this was kept.</summary>
    public string? Person { get; init; }

    /// <summary>The enrolled device it was sold on.</summary>
    public Guid? Device { get; init; }
}

/// <summary>One means of payment of a recorded sale.</summary>
/// <param name="Id">The till's name for it.</param>
/// <param name="Kind">How.</param>
/// <param name="Amount">How much.</param>
/// <param name="Received">Cash handed over, or what a voucher was worth.</param>
public sealed record TenderView(Guid Id, TenderKind Kind, Yen Amount, Yen? Received)
{
    /// <summary>What the external tender was when the sale was made; <c>null</c> for other kinds.</summary>
    public ExternalTerms? External { get; init; }

    /// <summary>Number of the slip that the other terminal printed.</summary>
    public string? Slip { get; init; }
}

/// <summary>A ticket for a party.</summary>
/// <param name="Id">The ticket.</param>
/// <param name="Code">Signed code, base32 in capitals.</param>
/// <param name="Url">Address that the QR code holds; also the visitor's ticket page.</param>
/// <param name="People">How many it admits.</param>
/// <param name="Admitted">How many are inside already.</param>
public sealed record TicketView(Guid Id, string Code, string Url, int People, int Admitted = 0);

/// <summary>Opens a till's series of receipt numbers, or adds the device's key to it.</summary>
/// <param name="PublicKey">The device's P-256 public key, SubjectPublicKeyInfo in base64; what it signs is accepted from this till and its site.</param>
public sealed record EpochRequest(string? PublicKey = null);

/// <summary>A till's series of receipt numbers.</summary>
/// <param name="Id">Made by the device.</param>
/// <param name="Till">Till code.</param>
/// <param name="Epoch">1, 2, 3 … per till.</param>
/// <param name="LastNumber">Highest number the server has seen in it; 0 for none.</param>
/// <param name="LastHash">Hash of the link with that number; <c>null</c> without one.</param>
/// <param name="Key">Number of the device's listed key; <c>null</c> without one.</param>
/// <param name="Revoked">The device's key was revoked: its sales are still taken in, its tickets are not good.</param>
public sealed record EpochView(Guid Id, string Till, int Epoch, int LastNumber, string? LastHash = null, uint? Key = null, bool Revoked = false)
{
    /// <summary>The device is to make another key and to open its next series with it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Renew { get; init; }
}
