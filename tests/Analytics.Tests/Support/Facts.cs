using CsCheck;
using Tourism.Analytics.Contracts;
using Tourism.Kernel;

namespace Tourism.Analytics.Tests.Support;

/// <summary>Sales as the till would tell them, fixed or random.</summary>
internal static class Facts
{
    public static readonly DateOnly FirstDay = new(2026, 11, 20);
    public static readonly DateOnly LastDay = new(2026, 11, 24);

    private static readonly string[] Products = ["adult", "child", "trout"];
    private static readonly int[] Rates = [0, 8, 10];
    private static readonly LocalText[] Names = [new("秋芳洞", "Akiyoshido"), new("養鱒場", Ko: "양어장"), new("商店街", "Street", ZhHant: "商店街")];

    private static readonly Gen<SaleFactLine> Line = Gen.Select(
        Gen.Int[0, 2].Select(product => Products[product]), Gen.Int[1, 40], Gen.Long[1, 90_000], Gen.Int[0, 2].Select(tax => Rates[tax]),
        (product, quantity, amount, tax) => new SaleFactLine(product, quantity, new Yen(amount), tax));

    /// <summary>A random sale within the days, of one of three sites, paid in up to three ways.</summary>
    public static readonly Gen<SaleFact> Random = Gen.Select(
        Gen.Int[0, 2], Gen.Long[0, 5 * 86_400_000_000L - 1], Line.List[0, 4], Gen.Int[0, 60], Gen.Int[0, 100], Gen.OneOf(Gen.Const((string?)null), Gen.Const((string?)"ja")),
        (site, micros, lines, people, share, language) => Sale(
            site, BusinessDate.StartUtc(FirstDay).AddMicroseconds(micros), lines, people, share, language));

    /// <summary>A sale of 1,500 yen, of which 500 in points.</summary>
    public static SaleFact At(DateTime utc, int site = 0) => Sale(
        site, utc, [new SaleFactLine("adult", 1, new Yen(1_000), 10), new SaleFactLine("trout", 2, new Yen(500), 8)], 1, 33, "ja");

    /// <summary>A refund of 700 yen, of which 200 in points, for one person, at so many hours after the sale.</summary>
    public static RefundFact Back(SaleFact sale, int hours = 0) => new(
        Guid.CreateVersion7(), sale.Sale, sale.Site, sale.SiteName, sale.OccurredAt.AddHours(hours), new Yen(700), [new SaleFactLine("adult", 1, new Yen(700), 10)],
        [new SaleFactTender("points", new Yen(200)), new SaleFactTender("cash", new Yen(500))], People: 1);

    /// <summary>Some sales on each day.
    public static List<SaleFact> Some(int count) =>
        [.. Enumerable.Range(0, count).Select(number => At(BusinessDate.StartUtc(FirstDay).AddHours(number * 7 % 120), number % 3))];

    public static IEnumerable<SalesCell> Reference(IEnumerable<SaleFact> facts) => facts
        .GroupBy(fact => (Date: BusinessDate.Of(fact.OccurredAt), fact.OccurredAt.AddHours(9).Hour, fact.Site))
        .OrderBy(cell => cell.Key.Date).ThenBy(cell => cell.Key.Hour).ThenBy(cell => cell.Key.Site, StringComparer.Ordinal)
        .Select(cell => new SalesCell(
            cell.Key.Site, cell.Last().SiteName, cell.Key.Date, cell.Key.Hour, cell.Count(), cell.Select(fact => fact.Total).Sum(),
            cell.Sum(fact => fact.People), PointsIn(cell)) { Net = cell.Select(fact => fact.Total).Sum() });

    private static PointAmount PointsIn(IEnumerable<SaleFact> facts) =>
        new(facts.SelectMany(fact => fact.Tenders).Where(tender => tender.Kind == "points").Sum(tender => tender.Amount.Amount));

    private static SaleFact Sale(int site, DateTime utc, IReadOnlyList<SaleFactLine> lines, int people, int pointsPercent, string? language)
    {
        var total = lines.Select(line => line.Amount).Sum();
        var points = new Yen(total.Amount * pointsPercent / 100);
        SaleFactTender[] tenders = [new("points", points), new("cash", total - points)];
        return new SaleFact(Guid.CreateVersion7(), $"site-{site}", Names[site], utc, total, lines, tenders, people, language);
    }
}
