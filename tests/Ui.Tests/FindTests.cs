using System.Net;
using System.Text.Json;
using Bunit;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Tills;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

/// <summary>Somebody comes back with a paper or a ticket of a sale that is not among the last ones.</summary>
public sealed class FindTests : TillTestBase
{
    private const string Path = "/api/v1/sales";
    private const string Token = "0123456789ABCDEFGHIJKLMNO0";
    private static readonly Guid Old = Guid.Parse("019aaaaa-0000-7000-8000-000000000009");
    private readonly FakeGate _gate = new();

    [Theory]
    [InlineData("akiyoshido-1-3-000015", "?receipt=akiyoshido-1-3-000015")]
    [InlineData(" Ａｋｉｙｏｓｈｉｄｏー１－３－１５ ", "?receipt=akiyoshido-1-3-000015")]
    [InlineData("15", "?receipt=akiyoshido-1-3-000015")]
    [InlineData("2-15", "?receipt=akiyoshido-1-2-000015")]
    [InlineData("http://city.test/r/0123456789abcdefghijklmno0", "?receipt=" + Token)]
    public void Find_HoweverItIsTyped_AsksForThatReceipt(string typed, string query)
    {
        var till = Sold1();
        Server.On("GET", Path, _ => OldSale());
        Search(till, typed);
        till.WaitForAssertion(() => Assert.Contains("2,600円", Find(till, "recent-open").TextContent, StringComparison.Ordinal));

        Assert.Equal(query, Server.Of("GET", Path)[^2].Query);
        Assert.Contains("2026-11-01", Find(till, "recent-what").TextContent, StringComparison.Ordinal);
        Assert.False(Find(till, "refund").HasAttribute("disabled"));
        Assert.False(Find(till, "invoice-open").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Find_ScannedTicket_AsksByItsIdAndNotByItsCode()
    {
        var till = Sold1();
        Server.On("GET", Path, _ => OldSale());
        await ScanAsync(_gate.Ticket(Old));
        till.WaitForAssertion(() => Assert.Contains("2,600円", Find(till, "recent-open").TextContent, StringComparison.Ordinal));

        Assert.Equal($"?ticket={Old}", Server.Of("GET", Path)[^2].Query);
    }

    [Fact]
    public void Find_NoSuchNumber_SaysSo()
    {
        var till = Sold1();
        Server.Refuse("GET", Path, HttpStatusCode.NotFound, "ありません");
        Search(till, "999");

        Assert.Contains("「999」の会計は見つかりません", Find(till, "find-note").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_NoNumberAtAll_ShowsWhatOneLooksLikeAndAsksNobody()
    {
        var till = Sold1();
        var asked = Server.All.Count;
        Search(till, "りんご");

        Assert.Contains("akiyoshido-1-3-000001", Find(till, "find-note").TextContent, StringComparison.Ordinal);
        Assert.Equal(asked, Server.All.Count);
    }

    [Fact]
    public void Find_WithoutNetwork_SearchesThisDeviceAndSaysSo()
    {
        var till = Sold1();
        Server.Down = true;
        Search(till, "1");
        Assert.Contains("この端末の会計だけ", Find(till, "find-note").TextContent, StringComparison.Ordinal);
        Assert.Contains("3,300円", Find(till, "recent-open").TextContent, StringComparison.Ordinal);
        Search(till, "77");

        till.WaitForAssertion(() => Assert.Contains("この端末に「77」の会計はありません", Find(till, "find-note").TextContent, StringComparison.Ordinal));
    }

    private IRenderedComponent<TillScreen> Sold1()
    {
        var till = Open();
        RingUp(till);
        Sell(till);
        Eventually(() => Assert.Equal(Pos.Ui.Device.FactState.Acknowledged, Store.Facts[0].State));
        Server.On("GET", $"/api/v1/tills/{Till}/sales", _ => new[] { Listed(JsonSerializer.Deserialize<SaleView>(Store.Facts[0].Shown!, Json.Options)!) });
        Tap(till, "next");
        Tap(till, "last-sales");
        Await(till, "recent-open");
        return till;
    }

    private static void Search(IRenderedComponent<TillScreen> till, string text)
    {
        Find(till, "find").Input(text);
        Submit(till);
    }

    private static SaleView OldSale() => new(
        Old, SaleState.Completed, "akiyoshido", Till, "akiyoshido-1-3-000015", new DateTime(2026, 11, 1, 3, 0, 0, DateTimeKind.Utc),
        [new LineView("adult", new LocalText("大人"), 2, new Yen(1300), new Yen(2600), 10)], new Yen(2600), [new TaxView(10, new Yen(2600), new Yen(236))],
        [new TenderView(Old, TenderKind.Cash, new Yen(2600), new Yen(2600))], Yen.Zero, null, "HTTP://CITY.TEST/R/" + Token, new TicketView(Old, "CODE", "HTTP://CITY.TEST/T/CODE", 2));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _gate.Dispose();
    }
}
