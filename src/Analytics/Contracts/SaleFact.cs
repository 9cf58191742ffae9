using Tourism.Kernel;

namespace Tourism.Analytics.Contracts;

/// <summary>A completed sale as analytics learns of it: no person, no card, no receipt number. Key: the sale.</summary>
/// <param name="Sale">The sale.</param>
/// <param name="Site">Site code.</param>
/// <param name="SiteName">Name of the site on that day.</param>
/// <param name="OccurredAt">When the till completed it, UTC.</param>
/// <param name="Total">What was paid, tax included.</param>
/// <param name="Lines">What was sold.</param>
/// <param name="Tenders">How it was paid; the amounts add up to <paramref name="Total"/>.</param>
/// <param name="People">People admitted by it; 0 for goods.</param>
/// <param name="Language">Language of the ticket or receipt when one was chosen.</param>
public sealed record SaleFact(
    Guid Sale,
    string Site,
    LocalText SiteName,
    DateTime OccurredAt,
    Yen Total,
    IReadOnlyList<SaleFactLine> Lines,
    IReadOnlyList<SaleFactTender> Tenders,
    int People,
    string? Language) : IMessage
{
    /// <inheritdoc/>
    public static string Topic => "analytics.sale.v1";
}

/// <summary>One product of a sale.</summary>
/// <param name="Product">Product code.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Amount">Price of the line, tax included.</param>
/// <param name="TaxPercent">Consumption tax rate: 0, 8 or 10.</param>
public sealed record SaleFactLine(string Product, int Quantity, Yen Amount, int TaxPercent);

/// <summary>One means of payment of a sale.</summary>
/// <param name="Kind">cash, points, qr, external:CODE for money taken outside this system, or uncovered for points that were no longer there.</param>
/// <param name="Amount">Paid this way.</param>
public sealed record SaleFactTender(string Kind, Yen Amount);
