using System.Text.Json;
using Bunit;
using Tourism.Pos.Office.Audit;
using Tourism.Pos.Shared.Wire;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

/// <summary>The audit trail as an auditor reads it.</summary>
public sealed class AuditTests : StaffScreen
{
    private const string Trail = "/api/v1/audit";

    [Fact]
    public void Trail_LongerThanAPage_GoesOnWhereItStopped()
    {
        Server.On("GET", Trail, sent => new AuditPage([Entry(sent.Query.Length > 0 ? 6 : 7)], sent.Query.Length > 0 ? null : 7));
        var desk = Render<AuditDesk>();
        Await(desk, "older");
        Tap(desk, "older");

        Eventually(() => Assert.Equal(2, desk.FindAll("[data-testid=trail] > li").Count));
        Assert.Empty(desk.FindAll("[data-testid=older]"));
    }

    [Fact]
    public void Entry_DoneOnADevice_NamesItOrTheBeginningOfItsNumber()
    {
        var (known, gone) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Server.On("GET", "/api/v1/devices", _ => new[] { new DeviceView(known, "窓口1 iPad", "akiyoshido", DeviceState.Active) { EnrolledBy = "admin" } });
        Server.On("GET", Trail, _ => new AuditPage([Entry(7) with { Device = known }, Entry(6) with { Device = gone }], null));
        var desk = Render<AuditDesk>();

        Eventually(() => Assert.Equal(2, desk.FindAll("[data-testid=trail] > li").Count));
        Assert.Contains("窓口1 iPad", desk.FindAll("[data-testid=trail] > li")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains(gone.ToString()[..8], desk.FindAll("[data-testid=trail] > li")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Search_SendsWhatWasAskedAndNothingElse()
    {
        Server.On("GET", Trail, _ => new AuditPage([], null));
        var desk = Render<AuditDesk>();
        Await(desk, "none");
        Find(desk, "person").Change(" hana ");
        Find(desk, "deed").Change(nameof(Deed.Refunded));
        Find(desk, "from").Change("2026-11-22");
        desk.Find("form").Submit();

        Eventually(() => Assert.Contains(Server.Of("GET", Trail), sent => sent.Query == "?from=2026-11-22&person=hana&deed=Refunded"));
    }

    [Fact]
    public void Check_OfATrailSomebodyTouched_NamesTheFirstEntry()
    {
        Server.On("GET", Trail, _ => new AuditPage([], null));
        Server.On("GET", Trail + "/check", _ => new AuditCheck(false, [new AuditDay(new DateOnly(2026, 11, 22), 12, new string('a', 64), BrokenAt: 5)]));
        var desk = Render<AuditDesk>();
        Tap(desk, "check");

        Await(desk, "broken");
        Assert.Contains("2026-11-22 の 5 番", Find(desk, "broken").TextContent, StringComparison.Ordinal);
        Assert.Empty(desk.FindAll("[data-testid=whole]"));
    }

    [Fact]
    public void Change_ShowsOnlyWhatDiffers()
    {
        var before = JsonSerializer.SerializeToElement(new { name = "花", roles = new[] { "a", "b" }, posts = new[] { new { site = "x" } }, version = 1 });
        var after = JsonSerializer.SerializeToElement(new { name = "花", roles = new[] { "a" }, posts = new[] { new { site = "y" } }, version = 2, note = "new" });

        Assert.Equal(
            [new("roles", "a, b", "a"), new("posts[1].site", "x", "y"), new("version", "1", "2"), new("note", "", "new")], AuditChange.Between(before, after));
        Assert.Empty(AuditChange.Between(null, null));
    }

    private static AuditView Entry(long no) => new(
        no, new DateOnly(2026, 11, 22), (int)no, Started.AddHours(no), Deed.Refunded, "hana", "akiyoshido", "akiyoshido-1", null, null, "A-1", null, null, new string('0', 64));

    private static DateTime Started { get; } = new(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc);
}
