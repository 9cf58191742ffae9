using Tourism.Kernel;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Pricing;

namespace Tourism.Pos.Tests.Tickets;

/// <summary>What late reports and smaller parties do to the sums, and whose ticket allows coming in again.</summary>
public sealed class SiteUseTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void Move_ReportOfAnEarlierDay_CountsWhoEnteredAndFreesNobody()
    {
        var use = SiteUseView.None.Move(2, ScanDirection.In, Today).After;

        Assert.Equal((use with { Admitted = 3 }, 0), use.Move(1, ScanDirection.In, Today.AddDays(-1)));
        Assert.Equal((use, 0), use.Move(1, ScanDirection.Out, Today.AddDays(-1)));
    }

    [Fact]
    public void Move_MoreOutThanAreKnownInside_FreesThoseWhoAre() =>
        Assert.Equal((new SiteUseView(2, Today, 0, 2), 2), SiteUseView.None.Move(2, ScanDirection.In, Today).After.Move(5, ScanDirection.Out, Today));

    [Fact]
    public void Without_OfPeopleWhoHaveGoneOn_IsNone()
    {
        var (inside, gone) = (SiteUseView.None.Move(2, ScanDirection.In, Today).After, new SiteUseView(2, Today, 0, 2));

        Assert.Null(gone.Without(2, 0, ScanDirection.In, Today));
        Assert.Null(inside.Without(1, 1, ScanDirection.Out, Today));
        Assert.Equal(0, inside.Without(2, 0, ScanDirection.In, Today)!.Admitted);
        Assert.Equal(inside, inside.Without(1, 1, ScanDirection.Out, Today.AddDays(-1)));
    }

    [Fact]
    public void AtMost_SmallerParty_HoldsNoMoreThanItself()
    {
        Assert.Equal(new SiteUseView(2, Today, 1, 1), new SiteUseView(4, Today, 1, 3).AtMost(2));
        Assert.Equal(new SiteUseView(2, Today, 2, 0), new SiteUseView(4, Today, 3, 1).AtMost(2));
        Assert.Equal(new SiteUseView(3, Today, 1, 2), new SiteUseView(3, Today, 1, 2).AtMost(5));
    }

    [Fact]
    public void MayReturn_OneCategoryThatMayNot_HoldsForTheWholeParty()
    {
        var plain = Cave.Site();
        var site = plain with { Products = [.. plain.Products.Select((product, at) => product with { No = at + 1, Reentry = at == 0 ? ReentryRule.SameDay : null })] };

        Assert.True(TicketParties.MayReturn(site, [new TicketParty(1, 2)]));
        Assert.False(TicketParties.MayReturn(site, [new TicketParty(1, 2), new TicketParty(2, 1)]));
        Assert.False(TicketParties.MayReturn(site, [new TicketParty(99, 1)]));
        Assert.True(TicketParties.AnyMayReturn([site], site.Code));
        Assert.False(TicketParties.AnyMayReturn([site], "elsewhere"));
        Assert.False(TicketParties.AnyMayReturn([plain], site.Code));
        var joint = site with { Products = [site.Products[0] with { Admits = [site.Code, "elsewhere"] }] };
        Assert.True(TicketParties.AnyMayReturn([joint], "elsewhere"));
    }
}
