using Tourism.Kernel;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;
using Xunit;

namespace Tourism.Pos.Tests.Pricing;

/// <summary>What a basket may not ask; each refusal names its field.</summary>
public sealed class BadBasketTests
{
    public static TheoryData<string, string, LineRequest> Lines => new()
    {
        { "unknown-product", "lines[1].product", new LineRequest("', DROP TABLE pos_sale; --\u0000\uD800", 1) },
        { "unknown-product", "lines[1].product", new LineRequest(new string('価', 100_000), 1) },
        { "unknown-product", "lines[1].product", new LineRequest("ADULT", 1) },
        { "wrong-quantity", "lines[1].quantity", new LineRequest("adult", int.MinValue) },
        { "wrong-quantity", "lines[1].quantity", new LineRequest("rod", int.MaxValue) },
        { "unknown-reduction", "lines[1].reduction", Cave.Line("adult", 1, "handsome") },
        { "unknown-reduction", "lines[1].reduction", Cave.Line("adult", 1, "") },
        { "reduction-not-allowed", "lines[1].reduction", Cave.Line("adult", 1, "assistance") },
        { "reduction-not-allowed", "lines[1].reduction", Cave.Line("rod", 1, "disability") },
        { "weighed-one-by-one", "lines[1].quantity", Cave.Weighed(500) with { Quantity = 2 } },
        { "weighing-missing", "lines[1].weighing", new LineRequest("trout", 1) },
        { "weighing-not-wanted", "lines[1].weighing", Cave.Weighed(500) with { Product = "rod" } },
        { "wrong-weight", "lines[1].weighing.grossGrams", Cave.Weighed(0) },
        { "wrong-weight", "lines[1].weighing.grossGrams", Cave.Weighed(1_000_000) },
        { "wrong-weight", "lines[1].weighing.grossGrams", Cave.Weighed(int.MinValue, int.MaxValue) },
        { "wrong-tare", "lines[1].weighing.tareGrams", Cave.Weighed(500, 500) },
        { "wrong-tare", "lines[1].weighing.tareGrams", Cave.Weighed(500, -1) },
        { "text-not-usable", "lines[1].weighing.scale", new LineRequest("trout", 1, Weighing: new Weighing(500, 0, "scale\u0000")) },
        { "amount-not-wanted", "lines[1].amount", Cave.Weighed(500) with { Amount = new Yen(1) } },
        { "amount-not-wanted", "lines[1].amount", Cave.Typed("rod", 1) },
        { "not-on-sale", "lines[1].product", Cave.Line("closed", 1) },
    };

    public static TheoryData<string, string, BasketTerms> Terms => new()
    {
        { "unknown-tier", "terms.tier", new BasketTerms(Tier: 21, Reason: "x") },
        { "unknown-tier", "terms.tier", new BasketTerms(Tier: -1, Reason: "x") },
        { "tier-not-reached", "terms.tier", new BasketTerms(Tier: 100, Reason: "x") },
        { "tier-not-reached", "terms.tier", new BasketTerms(SchoolTrip: true, Tier: 100, Reason: "x") },
        { "reason-missing", "terms.reason", new BasketTerms(Tier: 20) },
        { "reason-missing", "terms.reason", new BasketTerms(Discount: new Yen(1), Reason: " \u3000") },
        { "text-not-usable", "terms.reason", new BasketTerms(Tier: 0, Reason: new string('x', 201)) },
        { "text-not-usable", "terms.reason", new BasketTerms(Tier: 0, Reason: "half \uD83D") },
        { "text-not-usable", "terms.reason", new BasketTerms(Tier: 0, Reason: "\u202Eelbisrever") },
        { "wrong-discount", "terms.discount", new BasketTerms(Discount: Yen.Zero, Reason: "x") },
        { "wrong-discount", "terms.discount", new BasketTerms(Discount: new Yen(long.MinValue), Reason: "x") },
        { "discount-too-high", "terms.discount", new BasketTerms(Discount: new Yen(22_001), Reason: "x") },
        { "discount-too-high", "terms.discount", new BasketTerms(Discount: new Yen(long.MaxValue), Reason: "x") },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Price_BadLine_NamesTheField(string code, string field, LineRequest line) =>
        AssertRefused(code, field, Calculator.Price(Cave.Site(), [Cave.Line("adult", 1), line]));

    [Theory]
    [MemberData(nameof(Terms))]
    public void Price_BadTerms_NameTheField(string code, string field, BasketTerms terms) =>
        AssertRefused(code, field, Calculator.Price(Cave.Site(), [Cave.Line("adult", 20)], terms));

    [Fact]
    public void Price_TenThousandLines_AreRefused() =>
        AssertRefused("wrong-line-count", "lines", Calculator.Price(Cave.Site(), [.. Enumerable.Repeat(Cave.Line("adult", 1), 10_000)]));

    [Fact]
    public void Price_MoreThanOneTicketHolds_IsRefused() =>
        AssertRefused("too-many-people", "lines", Calculator.Price(Cave.Site(), [Cave.Line("preschool", 9_999), Cave.Line("adult", 1)]));

    [Fact]
    public void Price_LargestBasketThereIs_DoesNotOverflow() =>
        AssertRefused("total-too-high", "lines", Calculator.Price(Dear, [.. Enumerable.Repeat(Cave.Line("gold", 9_999), 200)]));

    [Fact]
    public void Price_TaxThatLiftsTheTotalOverTheLimit_IsRefused() =>
        AssertRefused("total-too-high", "lines", Calculator.Price(Dear with { Issuer = Cave.Issuer with { PricesIncludeTax = false } }, [Cave.Line("gold", 1)]));

    [Fact]
    public void Price_SiteWithoutTariff_HasNoReductionsAndNoTiers()
    {
        var shop = Cave.Site() with { Tariff = null };

        AssertRefused("unknown-reduction", "lines[0].reduction", Calculator.Price(shop, [Cave.Line("adult", 1, "disability")]));
        AssertRefused("unknown-tier", "terms.tier", Calculator.Price(shop, [Cave.Line("adult", 50)], new BasketTerms(Tier: 20, Reason: "x")));
        Assert.Equal(new Yen(65_000), Calculator.Price(shop, [Cave.Line("adult", 50)], new BasketTerms(SchoolTrip: true)).Value.Total);
    }

    private static SiteView Dear { get; } = Cave.Site() with
    {
        Products = [new ProductView("gold", new LocalText("金"), ProductKind.Goods, new Yen(Calculator.MaxAmount), 10)],
    };

    private static void AssertRefused(string code, string field, Result<QuoteView> quote)
    {
        Assert.Equal((code, field), (quote.Failure!.Code, quote.Failure.Field));
        Assert.All([quote.Failure.Ja, quote.Failure.En], Assert.NotEmpty);
    }
}
