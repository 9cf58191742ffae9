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
    public static string? FaultOf(SaleFact sale) => sale switch
    {
        { Site: null or "" } or { SiteName: null or { Ja: null } } => "it names no site",
        { Lines: null } or { Tenders: null } => "it has no lines or no tenders",
        { OccurredAt.Year: < FirstYear or > LastYear } => "its time cannot be",
        { People: < 0 or > MostPeople } => "its number of people cannot be",
        _ when sale.Lines.Any(line => line is null or { Product: null } or { TaxPercent: < 0 or > 100 }) => "a line has no product or an impossible tax rate",
        _ when sale.Tenders.Any(tender => tender is null or { Kind: null }) => "a tender is of no kind",
        _ when Paid(sale) != sale.Total => "its tenders do not add up to its total",
        _ => null,
    };

    private static Yen Paid(SaleFact sale) => sale.Tenders.Select(tender => tender.Amount).Sum();
}
