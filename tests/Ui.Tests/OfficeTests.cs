using Bunit;
using Tourism.Analytics.Contracts;
using Tourism.Analytics.Office;
using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Points.Office;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

public sealed class OfficeTests : StaffScreen
{
    private static readonly MemberView Hanako = new(Guid.CreateVersion7(), "花子", "CARD", new PointAmount(800), PointAmount.Zero);

    [Fact]
    public void Grant_RetriedAfterALostAnswer_KeepsItsName()
    {
        ServeMembers();
        Server.On("PUT", "/api/v1/points/grants/", sent => new GrantView(
            Guid.Parse(sent.Path.Split('/')[^1]), "health", Hanako.Id, new PointAmount(500), new DateOnly(2027, 3, 31), new DateTime(2026, 11, 22, 1, 0, 0, DateTimeKind.Utc)));
        var desk = Render<PointsDesk>();
        Tap(desk, "member");
        Find(desk, "grant-points").Input("500");
        Find(desk, "grant-evidence").Input("健康教室");
        Server.Down = true;
        Submit(desk);
        Await(desk, "problem");
        Server.Down = false;
        Tap(desk, "retry");
        Await(desk, "granted");

        var grants = Server.Of("PUT", "/api/v1/points/grants/");
        Assert.Equal(2, grants.Count);
        Assert.Equal(grants[0], grants[1]);
        Assert.Equal(new GrantRequest("health", Hanako.Id, new PointAmount(500), "健康教室"), grants[0].Read<GrantRequest>());
    }

    [Fact]
    public void Register_BeforeTheListIsThere_OpensTheNewMember()
    {
        const string Members = "/api/v1/points/members";
        var sakura = Hanako with { Id = Guid.CreateVersion7(), Name = "さくら", Card = "OTHER" };
        ServeMembers();
        Server.On("GET", Members, sent => ReferenceEquals(sent, Server.Of("GET", Members)[0]) ? [Hanako] : new[] { sakura, Hanako });
        Server.On("PUT", Members, _ => sakura);
        Server.Hold("GET", Members);
        var desk = Render<PointsDesk>();
        Find(desk, "member-name").Input("さくら");
        Submit(desk);
        desk.WaitForAssertion(() => Assert.Equal(2, Server.Of("GET", Members).Count));

        Server.LetGo();

        desk.WaitForAssertion(() => Assert.Equal(2, desk.FindAll("[data-testid=member]").Count));
        Assert.Equal("さくら", Find(desk, "member-open").TextContent);
    }

    [Fact]
    public void Connection_TakenOffByTheOffice_IsNoLongerShown()
    {
        ServeMembers();
        var linked = true;
        Server.On("GET", "/api/v1/points/members", _ => new[] { Hanako with { Linked = linked } });
        Server.On("DELETE", $"/api/v1/points/members/{Hanako.Id}/login", _ => linked && !(linked = false));
        var desk = Render<PointsDesk>();
        Tap(desk, "member");

        Tap(desk, "unlink");

        desk.WaitForAssertion(() => Assert.Empty(desk.FindAll("[data-testid=unlink]")));
        Assert.Single(Server.Of("DELETE", $"/api/v1/points/members/{Hanako.Id}/login"));
    }

    [Fact]
    public void Sales_SeveralDays_AddsTheHoursOfEachSite()
    {
        Server.On("GET", "/api/v1/analytics/sales", _ => Report());
        JSInterop.SetupModule("./js/chart.js").Mode = JSRuntimeMode.Loose;
        var desk = Render<SalesDesk>();
        Await(desk, "cell-akiyoshido-9");

        Assert.Equal(["3,000", "0", "500"], new[] { 9, 10, 11 }.Select(hour => Find(desk, $"cell-akiyoshido-{hour}").TextContent));
        Assert.Equal("700", Find(desk, "cell-momiji-10").TextContent);
        Assert.Equal("120", Find(desk, "points-used").TextContent);
        Assert.Equal(("500円", "3,700円"), (Find(desk, "refunded").TextContent.Trim(), Find(desk, "sales-net").TextContent.Trim()));
        Assert.Equal("1 件 · 2 人 · 50 ポイント", Find(desk, "refunded-detail").TextContent);
        Assert.Equal(["3,500", "500", "3,000"], new[] { "sum-akiyoshido", "refunded-akiyoshido", "net-akiyoshido" }.Select(id => Find(desk, id).TextContent));
        Assert.Contains("5 件", Find(desk, "as-of").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("from=2026-11-22&to=2026-11-22&format=csv&encoding=cp932", Find(desk, "csv-cp932").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void LoadNow_WhenDone_ReadsTheReportAgain()
    {
        var asked = 0;
        Server.On("GET", "/api/v1/analytics/sales", _ => Report());
        Server.On("PUT", "/api/v1/analytics/loads/", sent => new LoadView(Guid.Parse(sent.Path.Split('/')[^1]), "queued"));
        Server.On("GET", "/api/v1/analytics/loads/", sent => new LoadView(Guid.Parse(sent.Path.Split('/')[^1]), ++asked < 3 ? "running" : "done"));
        JSInterop.SetupModule("./js/chart.js").Mode = JSRuntimeMode.Loose;
        var desk = Render<SalesDesk>();
        Tap(desk, "load-now");

        desk.WaitForAssertion(() => Assert.Equal(2, Server.Of("GET", "/api/v1/analytics/sales").Count));
        Assert.Equal(3, asked);
    }

    private void ServeMembers()
    {
        Server.On("GET", "/api/v1/points/members", _ => new[] { Hanako });
        Server.On("GET", "/api/v1/points/programmes", _ => new[] { new ProgrammeView("health", new LocalText("健康"), 2026, new PointAmount(9000), PointAmount.Zero) });
    }

    private static SalesReport Report()
    {
        var (cave, shop) = (new LocalText("秋芳洞"), new LocalText("もみじ"));
        SalesCell Cell(string site, LocalText name, int day, int hour, long yen) =>
            new(site, name, new DateOnly(2026, 11, day), hour, 1, new Yen(yen), 1, PointAmount.Zero);
        return new SalesReport(
            new DateOnly(2026, 11, 21), new DateOnly(2026, 11, 22),
            [
                Cell("akiyoshido", cave, 21, 9, 1000), Cell("momiji", shop, 21, 10, 700), Cell("akiyoshido", cave, 22, 9, 2000),
                Cell("akiyoshido", cave, 22, 11, 500) with { Refunds = 1, Refunded = new Yen(500), PeopleRefunded = 2 },
            ],
            new Yen(4200), new PointAmount(120), new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc), Waiting: 2)
        {
            Refunded = new Yen(500), Net = new Yen(3700), PointsReturned = new PointAmount(50), WaitingRefunds = 3,
        };
    }
}
