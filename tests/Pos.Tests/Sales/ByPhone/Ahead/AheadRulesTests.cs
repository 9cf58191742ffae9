using Tourism.Kernel;
using Tourism.Pos.Sales.ByPhone.Ahead;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Pricing;

namespace Tourism.Pos.Tests.Sales.ByPhone.Ahead;

public sealed class AheadRulesTests
{
    private static readonly AheadOffer Regular = Offer(Cave.Site());

    [Fact]
    public void Categories_AreAdmissionsWithAPriceAndNothingElse() => Assert.Equal(
        [("adult", 1_300), ("student", 1_300), ("junior-high", 1_050), ("elementary", 700), ("preschool", 0)],
        Regular.Categories.Select(category => (category.Code, (int)category.Price!.Value.Amount)));

    [Fact]
    public void Categories_OfAnIssuerWhoPricesWithoutTax_ShowWhatIsPaid()
    {
        var site = Cave.Site();
        var before = Offer(site with { Issuer = site.Issuer with { PricesIncludeTax = false } });

        Assert.Equal(new Yen(1_430), before.Categories[0].Price);
    }

    [Fact]
    public void Categories_WhereNobodyIsAdmittedOrNobodyPays_AreNone()
    {
        var site = Cave.Site();

        Assert.Empty(AheadRules.Categories(site with { Products = [.. site.Products.Where(product => product.Kind != ProductKind.Admission)] }));
        Assert.Empty(AheadRules.Categories(site with { Products = [.. site.Products.Where(product => product.Code == "preschool")] }));
    }

    [Theory]
    [InlineData("adult=2 preschool=1", 2_600)]
    [InlineData("adult=2 elementary= preschool=0", 2_600)]
    [InlineData("elementary=1", 700)]
    [InlineData("adult=19", 19 * 1_300)]
    [InlineData("adult=10 junior-high=9 preschool=19", 10 * 1_300 + 9 * 1_050)]
    [InlineData("adult=002", 2_600)]
    public void Read_PartyOfSinglePrices_IsPriced(string party, int total) => Assert.Equal((null, (Yen?)new Yen(total)), Read(Regular, party));

    [Theory]
    [InlineData("", "Nobody")]
    [InlineData("adult=0", "Nobody")]
    [InlineData("goods=3", "Nobody")]
    [InlineData("closed=1", "Nobody")]
    [InlineData("preschool=3", "Little")]
    [InlineData("adult=20", "Group")]
    [InlineData("adult=10 student=10", "Group")]
    [InlineData("preschool=20 adult=1", "Group")]
    [InlineData("adult=-1", "Number")]
    [InlineData("adult=+1", "Number")]
    [InlineData("adult=1.5", "Number")]
    [InlineData("adult=1e1", "Number")]
    [InlineData("adult=zwei", "Number")]
    [InlineData("adult=99999999999999999999", "Number")]
    [InlineData("adult=1';drop-table-pos_sale;--", "Number")]
    public void Read_AnyOtherParty_IsToldWhy(string party, string problem) => Assert.Equal((problem, (Yen?)null), Read(Regular, party));

    [Theory]
    [InlineData("adult=99", null)]
    [InlineData("adult=100", "Number")]
    public void Read_WhereThereAreNoGroups_IsUpToNinetyNineOfEach(string party, string? problem) => Assert.Equal(problem, Read(Offer(Cave.NewYear), party).Problem);

    /// <summary>Children count where the ordinance counts them.</summary>
    [Fact]
    public void Read_ChildrenWhoCount_MakeAGroup()
    {
        var counting = Offer(Cave.With(new TierCountView(Free: true, Preschool: true, Reduced: true)));

        Assert.Equal(("Group", null), Read(counting, "adult=18 preschool=4"));
        Assert.Null(Read(Regular, "adult=18 preschool=4").Problem);
    }

    private static AheadOffer Offer(SiteView site) => new(site, new DateOnly(2026, 11, 23), AheadRules.Categories(site));

    private static (string? Problem, Yen? Total) Read(AheadOffer offer, string party)
    {
        var typed = party.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('=', 2)).ToDictionary(one => one[0], one => one[1]);
        var read = AheadRules.Read(offer, typed);
        return (read.Problem?.ToString(), read.Quote?.Total);
    }
}
