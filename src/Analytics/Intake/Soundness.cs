using Tourism.Analytics.Contracts;
using Tourism.Kernel;

namespace Tourism.Analytics.Intake;

/// <summary>
/// What a fact must be for the lake to hold it. Checked on arrival, where an unsound one stops its own sale only; found later it
/// would stop the load, and with it every other sale.
/// </summary>
internal static class Soundness
{
    private const int FirstYear = 2000;
    private const int LastYear = 9998;
    private const int MostPeople = 100_000;

    /// <summary>What is wrong with <paramref name="sale"/>; <c>null</c> for nothing.</summary>
    public static string? FaultOf(SaleFact sale) => FaultOf(sale.Site, sale.SiteName, sale.OccurredAt, sale.People) ?? FaultOf(sale.Lines, sale.Tenders, sale.Total);

    /// <summary>What is wrong with <paramref name="refund"/>; <c>null</c> for nothing.</summary>
    public static string? FaultOf(RefundFact refund) => refund.Sale == Guid.Empty
        ? "it names no sale"
        : FaultOf(refund.Site, refund.SiteName, refund.OccurredAt, refund.People) ?? FaultOf(refund.Lines, refund.Tenders, refund.Total);

    private static string? FaultOf(string? site, LocalText? name, DateTime at, int people) => (site, name, at, people) switch
    {
        (null or "", _, _, _) or (_, null or { Ja: null }, _, _) => "it names no site",
        (_, _, { Year: < FirstYear or > LastYear }, _) => "its time cannot be",
        (_, _, _, < 0 or > MostPeople) => "its number of people cannot be",
        _ => null,
    };

    private static string? FaultOf(IReadOnlyList<SaleFactLine>? lines, IReadOnlyList<SaleFactTender>? tenders, Yen total)
    {
        if (lines is null || tenders is null)
            return "it has no lines or no tenders";
        if (lines.Any(line => line is null or { Product: null } or { TaxPercent: < 0 or > 100 }))
            return "a line has no product or an impossible tax rate";
        if (tenders.Any(tender => tender is null or { Kind: null }))
            return "a tender is of no kind";
        return tenders.Select(tender => tender.Amount).Sum() == total ? null : "its tenders do not add up to its total";
    }
}
