using Tourism.Kernel;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;
using Xunit;

namespace Tourism.Pos.Tests.Pricing;

/// <summary>Parties and what the ordinance says they pay.</summary>
public sealed class TariffTests
{
    [Theory]
    [InlineData("adult", 1, 1300, null)]
    [InlineData("adult", 19, 24_700, null)]
    [InlineData("adult", 20, 22_000, 20)]
    [InlineData("adult", 99, 108_900, 20)]
    [InlineData("adult", 100, 105_000, 100)]
    [InlineData("adult", 199, 208_950, 100)]
    [InlineData("adult", 200, 200_000, 200)]
    [InlineData("student", 19, 24_700, null)]
    [InlineData("student", 20, 18_000, 20)]
    [InlineData("student", 99, 89_100, 20)]
    [InlineData("student", 100, 80_000, 100)]
    [InlineData("student", 199, 159_200, 100)]
    [InlineData("student", 200, 150_000, 200)]
    [InlineData("junior-high", 19, 19_950, null)]
    [InlineData("junior-high", 20, 16_000, 20)]
    [InlineData("junior-high", 99, 79_200, 20)]
    [InlineData("junior-high", 100, 75_000, 100)]
    [InlineData("junior-high", 199, 149_250, 100)]
    [InlineData("junior-high", 200, 140_000, 200)]
    [InlineData("elementary", 19, 13_300, null)]
    [InlineData("elementary", 20, 11_000, 20)]
    [InlineData("elementary", 99, 54_450, 20)]
    [InlineData("elementary", 100, 45_000, 100)]
    [InlineData("elementary", 199, 89_550, 100)]
    [InlineData("elementary", 200, 80_000, 200)]
    [InlineData("preschool", 300, 0, null)]
    public void Price_PartyOfOneCategory_PaysItsTier(string product, int people, long total, int? tier) =>
        Assert.Equal((new Yen(total), tier), TotalAndTier(Calculator.Price(Cave.Site(), [Cave.Line(product, people)])));

    [Fact]
    public void Price_MixedParty_CountsHeadsOverAllCategories()
    {
        var quote = Calculator.Price(Cave.Site(), [Cave.Line("adult", 10), Cave.Line("junior-high", 5), Cave.Line("elementary", 5)]);

        Assert.Equal((new Yen(11_000 + 4_000 + 2_750), 20), TotalAndTier(quote));
        Assert.All(quote.Value.Lines, line => Assert.Equal("group of 20–99", line.Why!.En));
    }

    [Fact]
    public void Price_SchoolTripBelowTwenty_PaysTheGroupPriceAndItsLeadersNothing()
    {
        LineRequest[] lines = [Cave.Line("junior-high", 12), Cave.Line("elementary", 3), Cave.Line("adult", 2, "leader")];

        var quote = Calculator.Price(Cave.Site(), lines, new BasketTerms(SchoolTrip: true));

        Assert.Equal((new Yen(9_600 + 1_650), 20), TotalAndTier(quote));
        Assert.Equal(["school trip, group price", "school trip, group price", "free"], quote.Value.Lines.Select(line => line.Why!.En));
        Assert.Equal(new Yen(12_600 + 2_100), Calculator.Price(Cave.Site(), lines).Value.Total);
    }

    [Fact]
    public void Price_SchoolTripOfAHundred_PaysTheTierItReaches() =>
        Assert.Equal((new Yen(75_000), 100), TotalAndTier(Calculator.Price(Cave.Site(), [Cave.Line("junior-high", 100)], new BasketTerms(SchoolTrip: true))));

    [Theory]
    [InlineData("adult", 650)]
    [InlineData("junior-high", 525)]
    [InlineData("elementary", 350)]
    public void Price_Disability_IsHalfOfTheSinglePrice(string product, long price)
    {
        var line = Calculator.Price(Cave.Site(), [Cave.Line(product, 1, "disability")]).Value.Lines[0];

        Assert.Equal((new Yen(price), "disability", "half price"), (line.Amount, line.Reduction, line.Why!.En));
    }

    [Theory]
    [InlineData(ReductionBase.Single, 19 * 1100 + 650)]
    [InlineData(ReductionBase.Party, 19 * 1100 + 550)]
    public void Price_ReducedPersonInAGroup_PaysItsShareOfTheBaseTheTariffNames(ReductionBase of, long total)
    {
        var site = Cave.Site() with { Tariff = Cave.Regular with { ReductionOf = of } };

        Assert.Equal(new Yen(total), Calculator.Price(site, [Cave.Line("adult", 19), Cave.Line("adult", 1, "disability")]).Value.Total);
    }

    [Fact]
    public void Price_ReductionOfTheSinglePrice_IsNeverDearerThanTheParty()
    {
        var lines = Calculator.Price(Cave.Site(), [Cave.Line("elementary", 200), Cave.Line("elementary", 1, "third")]).Value.Lines;

        Assert.Equal((new Yen(400), "group of 200–"), (lines[1].UnitPrice, lines[1].Why!.En));
    }

    [Fact]
    public void Price_FractionOfAReducedPrice_IsDropped() =>
        Assert.Equal(new Yen(703), Calculator.Price(Cave.Site(), [Cave.Line("junior-high", 1, "third")]).Value.Total);

    [Theory]
    [InlineData("adult", "leader", true, false, false)]
    [InlineData("preschool", null, false, true, false)]
    [InlineData("adult", "disability", false, false, true)]
    public void Price_WhoCountsTowardsATier_IsWhatTheTariffSays(string product, string? reduction, bool free, bool preschool, bool reduced)
    {
        LineRequest[] lines = [Cave.Line("adult", 19), Cave.Line(product, 1, reduction)];

        Assert.Equal(20, Calculator.Price(Cave.With(new TierCountView(free, preschool, reduced)), lines).Value.Tier);
        Assert.Null(Calculator.Price(Cave.With(new TierCountView(!free, !preschool, !reduced)), lines).Value.Tier);
    }

    [Fact]
    public void Price_EventDay_HasItsOwnPricesAndNoGroups()
    {
        var quote = Calculator.Price(Cave.NewYear, [Cave.Line("adult", 200), Cave.Line("junior-high", 1), Cave.Line("elementary", 1)], new BasketTerms(SchoolTrip: true));

        Assert.Equal((new Yen(320_000 + 1_300 + 850), (int?)null), TotalAndTier(quote));
        Assert.All(quote.Value.Lines, line => Assert.Equal("年末年始料金", line.Why!.Ja));
        Assert.Equal(new Yen(800), Calculator.Price(Cave.NewYear, [Cave.Line("adult", 1, "disability")]).Value.Total);
    }

    [Theory]
    [InlineData(100, 0, 130_000, null)]
    [InlineData(100, 20, 110_000, 20)]
    [InlineData(100, 100, 105_000, 100)]
    public void Price_StaffChoosesALegalTier_ItHolds(int people, int tier, long total, int? applied) =>
        Assert.Equal((new Yen(total), applied), TotalAndTier(Calculator.Price(Cave.Site(), [Cave.Line("adult", people)], new BasketTerms(Tier: tier, Reason: "二つの団体"))));

    private static (Yen Total, int? Tier) TotalAndTier(Result<QuoteView> quote) => (quote.Value.Total, quote.Value.Tier);
}
