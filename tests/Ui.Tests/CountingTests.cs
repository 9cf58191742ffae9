using Bunit;
using Tourism.Kernel;
using Tourism.Pos.Office.Counting;
using Tourism.Pos.Office.Payouts;
using Tourism.Pos.Shared.Wire;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

/// <summary>Both sides' books, and what arrives at the bank.</summary>
public sealed class CountingTests : StaffScreen
{
    private const string Count = "/api/v1/money-count";
    private const string Payouts = "/api/v1/payouts";
    private static readonly DateOnly Day = new(2026, 11, 22);

    [Fact]
    public void Difference_WithAReason_IsClosedAndTheListReadAgain()
    {
        var found = new MoneyDifferenceView(Guid.CreateVersion7(), MoneyDifferenceKind.NotThere, "pi_1", Day, new Yen(1300), null);
        var closed = false;
        Server.On("GET", Count, _ => new MoneyCountView([new(Day, new(4, new Yen(5200)), new(3, new Yen(3900)), new(0, Yen.Zero), new(0, Yen.Zero), default)], closed ? [] : [found]));
        Server.On("PUT", Count, _ =>
        {
            closed = true;
            return found with { ClosedBy = "admin" };
        });
        var desk = Render<MoneyCountDesk>(with => with.Add(one => one.MayClose, true));

        Assert.True(Find(desk, "close").HasAttribute("disabled"));
        Find(desk, "reason").Input(" 現金で受け取った ");
        Tap(desk, "close");

        Await(desk, "none");
        Assert.Equal("現金で受け取った", Assert.Single(Server.Of("PUT", Count)).Read<DifferenceClosing>().Reason);
        Assert.Contains("4件 5,200円", Find(desk, "days").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Differences_BeforeAnAuditor_AreOnlyShown()
    {
        Server.On("GET", Count, _ => new MoneyCountView([], [new(Guid.CreateVersion7(), MoneyDifferenceKind.PayoutFailed, "po_1", Day, new Yen(9000), null)]));
        var desk = Render<MoneyCountDesk>();

        Await(desk, "difference");
        Assert.Empty(desk.FindAll("[data-testid=close]"));
    }

    [Fact]
    public void Payout_Opened_ShowsSitesAndSalesPageByPage()
    {
        var payout = new ProviderPayoutView("po_1", Day, new Yen(2506), new Yen(94), "paid", AddsUp: true, 2);
        Server.On("GET", "/api/v1/catalogue", _ => new CatalogueView(new LocalText("美祢市"), Day, [Cave]));
        Server.On("GET", Payouts, _ => new[] { payout });
        Server.On("GET", Payouts + "/po_1", sent => new ProviderPayoutDetail(
            payout, [new PayoutSiteView("akiyoshido", 2, new Yen(2600), new Yen(94), new Yen(2506))], [Line(sent.Query.Length > 0 ? 2 : 1)], sent.Query.Length > 0 ? null : 7));
        var desk = Render<PayoutsDesk>();
        Tap(desk, "open-payout");
        Tap(desk, "more");

        Eventually(() => Assert.Equal(2, desk.FindAll("[data-testid=payout-lines] tbody tr").Count));
        Assert.Contains("秋芳洞", Find(desk, "payout-sites").TextContent, StringComparison.Ordinal);
        Assert.Equal("/api/v1/payouts/po_1/lines.csv?encoding=utf-8", Find(desk, "payout-csv").GetAttribute("href"));
        Assert.Empty(desk.FindAll("[data-testid=more]"));
    }

    [Fact]
    public void Payouts_BeforeTheFirst_SayThatThereAreNone()
    {
        Server.On("GET", "/api/v1/catalogue", _ => new CatalogueView(new LocalText("美祢市"), Day, []));
        Server.On("GET", Payouts, _ => Array.Empty<ProviderPayoutView>());

        Await(Render<PayoutsDesk>(), "none");
    }

    private static PayoutLineView Line(int no) => new($"txn_{no}", default, "charge", new Yen(1300), new Yen(47), new Yen(1253)) { Site = "akiyoshido", Receipt = $"akiyoshido-1-3-{no}" };
}
