using Tourism.Kernel;

namespace Tourism.Pos.Shared.Wire;

/// <summary>Adds or changes somebody whose goods a shop sells on consignment (委託).</summary>
/// <param name="Name">Name; Japanese is required.</param>
/// <param name="RegistrationNumber">T and 13 digits, when they have one.</param>
/// <param name="PayoutNote">How they are paid, in the shop's words; at most 200 characters. No account number belongs here.</param>
/// <param name="Version">The one that was shown; <c>null</c> for somebody new.</param>
public sealed record SupplierRequest(LocalText Name, string? RegistrationNumber = null, string? PayoutNote = null, long? Version = null);

/// <summary>Somebody whose goods a shop sells on consignment.</summary>
/// <param name="Code">Stable short name within the site.</param>
/// <param name="Name">Name.</param>
/// <param name="RegistrationNumber">T and 13 digits.</param>
/// <param name="NumberDoubtful">Its check digit does not fit: possible for a sole trader, a mistake for a company.</param>
/// <param name="PayoutNote">How they are paid.</param>
/// <param name="Version">Counts changes.</param>
/// <param name="Terms">What they bring and their share, latest first.</param>
public sealed record SupplierView(
    string Code, LocalText Name, string? RegistrationNumber, bool NumberDoubtful, string? PayoutNote, long Version, IReadOnlyList<ConsignmentView> Terms);

/// <summary>Agrees terms: from a day on, a product is a supplier's and they get a share of every sale.</summary>
/// <param name="Product">Product code of the site; one supplier at a time.</param>
/// <param name="Supplier">Supplier code.</param>
/// <param name="Percent">The supplier's share of what was paid, 1–100.</param>
/// <param name="From">First business date; within a year.</param>
/// <param name="To">Last business date; <c>null</c> until it is ended.</param>
public sealed record ConsignmentRequest(string Product, string Supplier, int Percent, DateOnly From, DateOnly? To = null);

/// <summary>Terms of one product.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Product">Product code.</param>
/// <param name="Percent">The supplier's share.</param>
/// <param name="From">First business date.</param>
/// <param name="To">Last business date; one day before <paramref name="From"/> when the terms never held.</param>
public sealed record ConsignmentView(Guid Id, string Product, int Percent, DateOnly From, DateOnly? To);

/// <summary>Ends terms.</summary>
/// <param name="To">Last business date; not before the last sale that is settled under them. The day before they begin takes them back.</param>
public sealed record ConsignmentEnd(DateOnly To);

/// <summary>What a supplier gets for one line of a sale, or gives back for one line of a refund.</summary>
/// <param name="Source">The sale, or the refund.</param>
/// <param name="Line">Number of the sale's line.</param>
/// <param name="Refund">Goods came back: the amounts are negative.</param>
/// <param name="Number">Receipt or return slip.</param>
/// <param name="Date">Business date.</param>
/// <param name="Product">Product code.</param>
/// <param name="Name">Product name as sold.</param>
/// <param name="Quantity">Pieces, or grams of weighed goods.</param>
/// <param name="Amount">Paid for it, tax included, after its share of a discount.</param>
/// <param name="Percent">The supplier's share.</param>
/// <param name="Due">What the supplier gets. Fractions of a yen are dropped once per line.</param>
/// <param name="Settlement">Settlement that covers it; <c>null</c> while it is open.</param>
public sealed record DueLineView(
    Guid Source, int Line, bool Refund, string Number, DateOnly Date, string Product, LocalText Name, long Quantity, Yen Amount, int Percent, Yen Due, Guid? Settlement);

/// <summary>What a supplier gets for the sales of some days.</summary>
/// <param name="Supplier">Supplier code.</param>
/// <param name="Name">Supplier's name.</param>
/// <param name="From">First business date.</param>
/// <param name="To">Last business date.</param>
/// <param name="Lines">Sales and refunds of these days, and earlier ones that are still open because they came late.</param>
/// <param name="Amount">Paid by customers.</param>
/// <param name="Due">The supplier's share of it.</param>
/// <param name="Open">Of this, not settled yet: what a settlement of this period would pay.</param>
/// <param name="OpenLines">How many lines that are.</param>
/// <param name="Settlements">The supplier's settlements, latest first, at most 50.</param>
public sealed record StatementView(
    string Supplier, LocalText Name, DateOnly From, DateOnly To, IReadOnlyList<DueLineView> Lines, Yen Amount, Yen Due, Yen Open, int OpenLines,
    IReadOnlyList<SettlementView> Settlements);

/// <summary>Settles every open line up to a day. The id in the address is made by the device; sending it again changes nothing.</summary>
/// <param name="From">First business date of the period.</param>
/// <param name="To">Last business date, today at the latest. Late sales of days before the period come along.</param>
/// <param name="Total">What the statement said is open: it is refused when something came in meanwhile.</param>
public sealed record SettlementRequest(DateOnly From, DateOnly To, Yen Total);

/// <summary>What was settled.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Supplier">Supplier code.</param>
/// <param name="From">First business date of the period.</param>
/// <param name="To">Last business date.</param>
/// <param name="Lines">Lines it covers.</param>
/// <param name="Total">Due for them; negative when more came back than was sold.</param>
/// <param name="SettledAt">When, UTC.</param>
/// <param name="By">Who settled.</param>
public sealed record SettlementView(Guid Id, string Supplier, DateOnly From, DateOnly To, int Lines, Yen Total, DateTime SettledAt, string By);
