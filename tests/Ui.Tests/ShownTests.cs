using System.Text.Json;
using Bunit;
using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Gate;
using Tourism.Pos.Till.Sales;
using Tourism.Pos.Till.Shop;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

/// <summary>A customer presents a ticket or a points card while the sale is rung up.</summary>
public sealed class ShownTests : TillTestBase
{
    private const string Card = "HTTP://CITY.TEST/P/0123456789ABCDEFGHIJKLMNO0";
    private static readonly Guid Party = Guid.Parse("019aaaaa-0000-7000-8000-000000000001");
    private readonly FakeGate _gate = new();

    private string Ticket => _gate.Ticket(Party);

    [Fact]
    public async Task Ticket_Scanned_GoesWithTheSaleByItsIdAlone()
    {
        var till = Open();
        await ScanAsync(Ticket);
        RingUp(till);
        Assert.Equal("券の提示あり", Find(till, "shown").TextContent);
        Sell(till);
        Eventually(() => Assert.Equal(new VisitorToken($"{Party}", "ticket"), Assert.Single(Sold).Visitor));

        Assert.Equal([true], Device.Sounds);
    }

    [Fact]
    public async Task Ticket_TakenBack_IsNotSent()
    {
        var till = Open();
        await ScanAsync(Ticket);
        Tap(till, "shown-undo");
        RingUp(till);
        Sell(till);

        Eventually(() => Assert.Null(Assert.Single(Sold).Visitor));
    }

    [Fact]
    public async Task Ticket_OfTheCustomerBefore_IsForgotten()
    {
        var till = Open();
        await ScanAsync(Ticket);
        RingUp(till);
        Sell(till);
        Tap(till, "next");
        Await(till, "shown-none");
        RingUp(till);
        Sell(till);

        Eventually(() => Assert.Equal([$"{Party}", null], Sold.Select(sale => sale.Visitor?.Token)));
    }

    [Fact]
    public async Task Ticket_WithoutNetwork_IsPartOfTheKeptSale()
    {
        var till = Open();
        Server.Down = true;
        await ScanAsync(Ticket);
        RingUp(till);
        Sell(till);

        Assert.Equal($"{Party}", JsonSerializer.Deserialize<SaleRequest>(Assert.Single(Store.Facts).Body, Json.Options)!.Visitor!.Token);
    }

    [Fact]
    public async Task Foreign_Code_IsSaidAndChangesNothing()
    {
        var till = Open();
        RingUp(till);
        await ScanAsync("HTTPS://ELSEWHERE.TEST/X");

        Assert.Equal("券でもポイントカードでもありません", Find(till, "shown-none").TextContent);
        Assert.Equal([false], Device.Sounds);
        Assert.Equal("3,300円", Find(till, "total").TextContent);
    }

    [Fact]
    public async Task Camera_Reads_AsTheScannerDoes()
    {
        var till = Open();
        Tap(till, "camera");
        await ((GateCamera)Readers.Viewer!).Seen(Ticket);

        Assert.Equal("券の提示あり", Find(till, "shown").TextContent);
    }

    [Fact]
    public void Ticket_AfterACard_TakesItsPlaceAndNotTheOtherWayRound()
    {
        var (basket, card, ticket) = (new Basket(), new VisitorToken("digest", "points-card"), new VisitorToken("id", "ticket"));
        basket.Show(card);
        basket.Show(ticket);
        basket.Show(card);

        Assert.Equal(ticket, basket.Visitor);
    }

    [Fact]
    public async Task PointsCard_ScannedForPoints_GoesWithTheSaleAsADigest()
    {
        Server.On("PUT", "/api/v1/points/holds/", HoldOf);
        var shop = Render<ShopScreen>(screen => screen.Add(s => s.Till, "momiji-1").Add(s => s.Site, Shop));
        Find(shop, "amount").Input("500");
        Tap(shop, "pay-points");
        await ScanAsync(Card);
        Assert.Equal((Card, "points"), (Find(shop, "card").GetAttribute("value"), Device.Focused));
        Tap(shop, "hold");
        Await(shop, "held");
        Submit(shop);
        Await(shop, "done");

        Eventually(() => Assert.Single(Sold));
        var visitor = Sold[0].Visitor!;
        Assert.Equal(("points-card", 32), (visitor.Source, visitor.Token.Length));
        Assert.DoesNotContain(visitor.Token, Card, StringComparison.OrdinalIgnoreCase);
    }

    private static HoldView HoldOf(Sent sent)
    {
        var request = sent.Read<HoldRequest>();
        return new HoldView(Guid.Parse(sent.Path.Split('/')[^1]), request.Shop, request.Points, request.Owner, HoldState.Held, PointAmount.Zero);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _gate.Dispose();
    }
}
