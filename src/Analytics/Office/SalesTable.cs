using Tourism.Analytics.Contracts;
using Tourism.Kernel;

namespace Tourism.Analytics.Office;

/// <summary>A report turned into hours down and sites across: what both chart and table show.</summary>
public sealed class SalesTable
{
    private readonly Dictionary<(string Site, int Hour), Yen> _amounts;
    private readonly Dictionary<string, Yen> _refunded;

    public SalesTable(SalesReport report)
    {
        Sites = [.. report.Cells.GroupBy(cell => cell.Site).OrderBy(site => site.Key, StringComparer.Ordinal).Select(site => (site.Key, site.First().SiteName))];
        Hours = report.Cells.Count == 0 ? [] : [.. Span([.. report.Cells.Select(cell => cell.Hour)])];
        _amounts = report.Cells.GroupBy(cell => (cell.Site, cell.Hour)).ToDictionary(cells => cells.Key, cells => cells.Select(cell => cell.Amount).Sum());
        _refunded = report.Cells.GroupBy(cell => cell.Site).ToDictionary(cells => cells.Key, cells => cells.Select(cell => cell.Refunded).Sum());
    }

    public IReadOnlyList<(string Code, LocalText Name)> Sites { get; }

    /// <summary>From the first to the last hour with a sale or a refund, quiet ones between them too.</summary>
    public IReadOnlyList<int> Hours { get; }

    public Yen At(string site, int hour) => _amounts.GetValueOrDefault((site, hour));

    public Yen OfHour(int hour) => Sites.Select(site => At(site.Code, hour)).Sum();

    public Yen OfSite(string site) => Hours.Select(hour => At(site, hour)).Sum();

    public Yen RefundedAt(string site) => _refunded[site];

    public Yen NetOf(string site) => OfSite(site) - RefundedAt(site);

    private static IEnumerable<int> Span(int[] hours) => Enumerable.Range(hours.Min(), hours.Max() - hours.Min() + 1);
}
