using Tourism.Kernel;

namespace Tourism.Analytics.Contracts;

/// <summary>
/// Money given back for part of a sale or all of it, as analytics learns of it: no person, no card, no reason. A fact of its own on its own day; the
/// sale stays as it was told and is only named. Key: the refund, so that it may come before its sale.
/// </summary>
/// <param name="Refund">The refund.</param>
/// <param name="Sale">The sale it corrects.</param>
/// <param name="Site">Code of the site of the sale.</param>
/// <param name="SiteName">Name of the site on that day.</param>
/// <param name="OccurredAt">When the till gave it back, UTC.</param>
/// <param name="Total">What was given back, tax included.</param>
/// <param name="Lines">What was taken back; amounts after their share of a discount.</param>
/// <param name="Tenders">How it was given back, in the kinds of the sale; the amounts add up to <paramref name="Total"/>.</param>
/// <param name="People">People whose admission was given back; 0 for goods.</param>
public sealed record RefundFact(
    Guid Refund,
    Guid Sale,
    string Site,
    LocalText SiteName,
    DateTime OccurredAt,
    Yen Total,
    IReadOnlyList<SaleFactLine> Lines,
    IReadOnlyList<SaleFactTender> Tenders,
    int People) : IMessage
{
    /// <inheritdoc/>
    public static string Topic => "analytics.refund.v1";
}
