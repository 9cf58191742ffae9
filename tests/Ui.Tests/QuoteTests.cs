using Bunit;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Tills;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

/// <summary>What the till says about a price: why, and what staff may choose.</summary>
public sealed class QuoteTests : StaffScreen
{
    [Fact]
    public void Group_OfTwenty_IsExplainedOnTheTile()
    {
        var till = Open();
        Count(till, "adult", "20");

        Assert.Contains("20–99", Find(till, "why-adult").TextContent, StringComparison.Ordinal);
        Assert.Equal("22,000円", Find(till, "total").TextContent);
    }

    [Fact]
    public void Tier_StaffChoose_GoesWithItsReason()
    {
        var till = Open();
        Count(till, "adult", "20");
        Tap(till, "tier-0");
        Tap(till, "tier-reason-apart");
        Assert.Equal("26,000円", Find(till, "total").TextContent);
        Tap(till, "cash-exact");
        Submit(till);
        Await(till, "done");

        Eventually(() => Assert.Equal(new BasketTerms(false, 0, "別々に入場する"), Assert.Single(Sold).Terms));
    }

    [Fact]
    public void Tier_NoLongerReached_IsNoLongerChosen()
    {
        var till = Open();
        Count(till, "adult", "20");
        Tap(till, "tier-20");
        Tap(till, "product-adult-minus");

        Assert.Equal("24,700円", Find(till, "total").TextContent);
        Assert.Empty(till.FindAll("[data-testid=problem]"));
    }

    [Fact]
    public void SchoolTrip_Toggled_IsPricedAndSentSo()
    {
        var till = Open();
        Count(till, "elementary", "5");
        Tap(till, "school-trip");
        Assert.Equal("true", Find(till, "school-trip").GetAttribute("aria-pressed"));
        Assert.Equal("3,000円", Find(till, "total").TextContent);
    }

    [Fact]
    public void Reduction_CountedApart_IsALineOfItsOwn()
    {
        var till = Open();
        Tap(till, "product-adult-plus");
        Tap(till, "reduction-disability");
        Tap(till, "product-adult-plus", times: 2);
        Assert.Equal("2,600円", Find(till, "total").TextContent);
        Assert.Equal("2", till.Find("[data-testid=reduction-disability] .badge").TextContent);
        Tap(till, "cash-exact");
        Submit(till);
        Await(till, "done");

        Eventually(() => Assert.Equal([new LineRequest("adult", 1), new LineRequest("adult", 2, Reduction: "disability")], Assert.Single(Sold).Lines));
    }

    private static SiteView Tariffed { get; } = Cave with
    {
        Products =
        [
            Cave.Products[0],
            Cave.Products[1] with { GroupPrices = [new GroupPriceView(20, new Yen(600))] },
        ],
        Tariff = new TariffView(
            "regular", new LocalText("通常"), false, [new TierView(20, 99, new LocalText("団体 20–99人", "group of 20–99"))], new TierCountView(false, false, false),
            ReductionBase.Single, 20, [new ReductionView("disability", new LocalText("障害者", "Disability"), 50, [], "art. 1")], "art. 1", false),
    };

    private IRenderedComponent<TillScreen> Open(SiteView? site = null) => Render<TillScreen>(screen => screen.Add(s => s.Till, Till).Add(s => s.Site, site ?? Tariffed));

    private static void Count(IRenderedComponent<TillScreen> till, string product, string people) => Find(till, $"product-{product}-count").Change(people);
}
