using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Home;
using Tourism.Pos.Till.Tills;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

/// <summary>A site that was closed: nobody is admitted for money not yet taken, and everybody at a screen knows why.</summary>
public sealed class ClosedTests : StaffScreen
{
    private static SiteView Closed { get; } = Cave with
    {
        Closure = new ClosureNoticeView(ClosureReason.Flood, new DateOnly(2026, 11, 22), null),
        Products = [.. Cave.Products, new ProductView("postcard", new LocalText("絵はがき", "Postcard"), ProductKind.Goods, new Yen(200), 10)],
    };

    [Fact]
    public void Till_AtAClosedSite_SaysWhySinceWhenAndSellsEverythingElse()
    {
        var till = Render<TillScreen>(screen => screen.Add(s => s.Till, Till).Add(s => s.Site, Closed));
        Assert.Contains("増水のため閉鎖中です", Find(till, "closed").TextContent, StringComparison.Ordinal);
        Assert.Contains("2026-11-22", Find(till, "closed").TextContent, StringComparison.Ordinal);
        Assert.True(Find(till, "product-adult-plus").HasAttribute("disabled"));
        Assert.True(till.Find("[data-testid=product-adult] .tile-face").HasAttribute("disabled"));
        Tap(till, "product-postcard-plus");
        Tap(till, "cash-exact");

        Assert.False(Find(till, "sell").HasAttribute("disabled"));
    }

    [Fact]
    public void Till_ThatClosesWhilePeopleAreCounted_SellsThemNoMoreAndLetsThemBeTakenOut()
    {
        var till = Render<TillScreen>(screen => screen.Add(s => s.Till, Till).Add(s => s.Site, Closed with { Closure = null }));
        Tap(till, "product-adult-plus");
        Tap(till, "cash-exact");
        till.Render(screen => screen.Add(s => s.Site, Closed));
        Assert.True(Find(till, "sell").HasAttribute("disabled"));
        Assert.True(Find(till, "pay-qr").HasAttribute("disabled"));
        Assert.True(Find(till, "product-adult-plus").HasAttribute("disabled"));
        Tap(till, "product-adult-minus");

        Assert.Equal("0円", Find(till, "total").TextContent);
    }

    [Fact]
    public void Site_ClosedWhileTheScreenIsOpen_ShowsWithinHalfAMinute()
    {
        var time = new StepTime();
        Services.AddSingleton<TimeProvider>(time);
        var site = Cave;
        Server.On("GET", "/api/v1/catalogue", _ => new CatalogueView(Cave.Name, new DateOnly(2026, 11, 22), [site]));
        var screen = Render<AtSite>(at => at
            .Add(s => s.Person, new PersonView("p", Cave.Name, [Roles.TicketStaff], Cave.Code, Till, null))
            .Add(s => s.Place, Till)
            .Add(s => s.ChildContent, (RenderFragment<SiteView>)(shown => builder => builder.AddContent(0, shown.Closure is null ? "open" : "closed"))));
        screen.WaitForAssertion(() => Assert.Contains("open", screen.Markup, StringComparison.Ordinal));
        Eventually(() => Assert.NotEqual(default, time.Asked));
        Assert.InRange(time.Asked, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        site = Closed;
        time.Go();

        screen.WaitForAssertion(() => Assert.Contains("closed", screen.Markup, StringComparison.Ordinal));
    }

    /// <summary>Time in which a wait ends when the test says so.</summary>
    private sealed class StepTime : TimeProvider
    {
        private Action? _due;

        public TimeSpan Asked { get; private set; }

        public void Go() => _due!();

        public override DateTimeOffset GetUtcNow() => new(2026, 11, 22, 1, 30, 0, TimeSpan.Zero);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Timeout.InfiniteTimeSpan || _due is not null)
                return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
            (_due, Asked) = (() => callback(state), dueTime);
            return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
        }
    }
}
