using Tourism.Kernel;

namespace Tourism.Pos.Shared.Wire;

/// <summary>
/// Makes out invoices with an addressee (領収書) for a completed sale: one for all of it, or several that add up to what was kept of it.
/// The id in the address is made by the till. A later set replaces the earlier and says that it is a reissue.
/// </summary>
/// <param name="Invoices">1–50.</param>
public sealed record InvoiceSetRequest(IReadOnlyList<InvoiceRequest> Invoices);

/// <summary>One invoice to be made out.</summary>
/// <param name="Addressee">宛名, 1–100 characters.</param>
/// <param name="Proviso">但し書き, 1–100 characters: what the money was for.</param>
/// <param name="Amount">Tax included; 1 yen or more.</param>
public sealed record InvoiceRequest(string Addressee, string Proviso, Yen Amount);

/// <summary>Invoices made out for a sale.</summary>
/// <param name="Id">The till's name for the set.</param>
/// <param name="Sale">The sale.</param>
/// <param name="Edition">1 for the first set of the sale; above, they are reissues.</param>
/// <param name="IssuedAt">When, UTC.</param>
/// <param name="Invoices">In the order asked.</param>
public sealed record InvoiceSetView(Guid Id, Guid Sale, int Edition, DateTime IssuedAt, IReadOnlyList<InvoiceView> Invoices);

/// <summary>One invoice.</summary>
/// <param name="No">1, 2, 3 … within the set.</param>
/// <param name="Addressee">宛名.</param>
/// <param name="Proviso">但し書き.</param>
/// <param name="Total">Tax included.</param>
/// <param name="Taxes">Per rate, rounded once for this invoice (basic circular 1-8-15).</param>
public sealed record InvoiceView(int No, string Addressee, string Proviso, Yen Total, IReadOnlyList<TaxView> Taxes);
