using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Pricing;

/// <summary>The cave's tariff of 2019, a shop that sells at any rate, and the trout farm, at one counter.</summary>
internal static class Cave
{
    public static IssuerView Issuer { get; } = new(new LocalText("美祢市"), "T7123456789012", Rounding.Floor);

    public static TariffView Regular { get; } = new(
        "regular-2019", new LocalText("通常料金"), Event: false, [Tier(20, 99), Tier(100, 199), Tier(200, null)],
        new TierCountView(Free: false, Preschool: false, Reduced: true), ReductionBase.Single, SchoolTripTier: 20,
        [Reduction("disability", 50), Reduction("assistance", 50, "junior-high", "elementary"), Reduction("leader", 100, "adult"), Reduction("third", 33)],
        "annex", Illustrative: true);

    public static SiteView Site(Rounding rounding = Rounding.Floor) => new(
        "akiyoshido", new LocalText("秋芳洞"), SiteKind.Cave, Issuer with { Rounding = rounding }, [], [],
        [
            Admission("adult", 1300, 1100, 1050, 1000), Admission("student", 1300, 900, 800, 750), Admission("junior-high", 1050, 800, 750, 700),
            Admission("elementary", 700, 550, 450, 400), Admission("preschool", 0),
            Typed("goods", 10), Typed("food", 8), Typed("stamp", 0),
            Listed("rod", ProductKind.Rental, 300, 10), Listed("cooking", ProductKind.Service, 220, 10), Listed("thing", ProductKind.Goods, 105, 10),
            Listed("trout", ProductKind.Weighed, 1800, 8) with { EatInTaxPercent = 10 },
            new ProductView("closed", new LocalText("休止中"), ProductKind.Admission, null, 10),
        ], 1, Regular);

    /// <summary>Prices of the New Year's days, without groups.</summary>
    public static SiteView NewYear { get; } = Site() with
    {
        Products = [Admission("adult", 1600), Admission("junior-high", 1300), Admission("elementary", 850), Admission("preschool", 0)],
        Tariff = Regular with { Code = "new-year-2025", Name = new LocalText("年末年始料金"), Event = true, Tiers = [], SchoolTripTier = null },
    };

    public static SiteView With(TierCountView counts) => Site() with { Tariff = Regular with { Counts = counts } };

    public static LineRequest Line(string product, int quantity, string? reduction = null) => new(product, quantity, Reduction: reduction);

    public static LineRequest Typed(string product, long yen, int quantity = 1) => new(product, quantity, new Yen(yen));

    public static LineRequest Weighed(int gross, int tare = 0, bool eatIn = false) => new("trout", 1, Weighing: new Weighing(gross, tare), EatIn: eatIn);

    private static TierView Tier(int from, int? to) => new(from, to, new LocalText($"団体 {from}～{to}人", $"group of {from}–{to}"));

    private static ReductionView Reduction(string code, int percent, params string[] products) => new(code, new LocalText(code), percent, products, "rule");

    private static ProductView Admission(string code, long yen, params long[] groups) =>
        new(code, new LocalText(code), ProductKind.Admission, new Yen(yen), 10,
            GroupPrices: groups.Length == 0 ? null : [new(20, new Yen(groups[0])), new(100, new Yen(groups[1])), new(200, new Yen(groups[2]))]);

    private static ProductView Typed(string code, int percent) => new(code, new LocalText(code), ProductKind.Amount, null, percent);

    private static ProductView Listed(string code, ProductKind kind, long yen, int percent) => new(code, new LocalText(code), kind, new Yen(yen), percent);
}
