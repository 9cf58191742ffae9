using System.Net;
using Bunit;
using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Shop;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

public sealed class ShopTests : StaffScreen
{
    private const string Card = "HTTP://CITY.TEST/P/CARD";

    [Fact]
    public void PayByQr_Paid_ShowsTheCodeAndThenTheReceipt()
    {
        var state = PaymentState.AwaitingCustomer;
        AwaitPayment(() => state);
        var shop = TypeAmount("1280");
        Tap(shop, "pay-qr");
        Await(shop, "payment-qr");
        var sale = Assert.Single(Server.Of("PUT", "/api/v1/sales/"));
        var tender = Assert.Single(sale.Read<SaleRequest>().Tenders);
        Assert.Equal($"/api/v1/payments/{tender.Id}/qr.svg", Find(shop, "payment-qr").GetAttribute("src"));
        Assert.Equal((TenderKind.Qr, new Yen(1280)), (tender.Kind, tender.Amount));

        Server.On("GET", "/api/v1/sales/", _ => SaleOf(sale, SaleState.Completed));
        state = PaymentState.Succeeded;

        Await(shop, "done");
    }

    [Fact]
    public void PayByQr_Cancelled_SaysSoAndSellsAgainUnderANewName()
    {
        var state = PaymentState.AwaitingCustomer;
        AwaitPayment(() => state);
        var shop = TypeAmount("1280");
        Tap(shop, "pay-qr");
        Await(shop, "payment-qr");
        Server.On("GET", "/api/v1/sales/", _ => SaleOf(Server.Of("PUT", "/api/v1/sales/")[0], SaleState.Cancelled));
        Tap(shop, "cancel-payment");
        state = PaymentState.Cancelled;
        Await(shop, "not-paid");
        state = PaymentState.AwaitingCustomer;
        Tap(shop, "pay-qr");
        Await(shop, "payment-qr");

        Assert.Single(Server.All, sent => sent.Path.EndsWith("/cancel", StringComparison.Ordinal));
        var sales = Server.Of("PUT", "/api/v1/sales/");
        Assert.Equal([1, 2], sales.Select(sent => sent.Read<SaleRequest>().Number));
        Assert.NotEqual(sales[0].Path, sales[1].Path);
    }

    [Fact]
    public void PayByPoints_PartOfTheAmount_TakesTheRestInCash()
    {
        Server.On("PUT", "/api/v1/points/holds/", HoldOf);
        var shop = TypeAmount("1280");
        Hold(shop, "500");
        Await(shop, "rest");
        Assert.Equal("780円", Find(shop, "rest").TextContent);
        Tap(shop, "cash-1000");
        Submit(shop);
        Await(shop, "done");

        var hold = Assert.Single(Server.Of("PUT", "/api/v1/points/holds/"));
        var sale = Assert.Single(Server.Of("PUT", "/api/v1/sales/"));
        var request = hold.Read<HoldRequest>();
        Assert.Equal((Card, "momiji", new PointAmount(500)), (request.Card, request.Shop, request.Points));
        Assert.EndsWith(request.Owner.ToString(), sale.Path, StringComparison.Ordinal);
        var tenders = sale.Read<SaleRequest>().Tenders;
        Assert.Equal([(TenderKind.Points, new Yen(500)), (TenderKind.Cash, new Yen(780))], tenders.Select(tender => (tender.Kind, tender.Amount)));
        Assert.EndsWith(tenders[0].Hold.ToString()!, hold.Path, StringComparison.Ordinal);
        Assert.Equal("220円", Find(shop, "change").TextContent);
    }

    [Fact]
    public void PayByPoints_TooFew_SaysWhyAndHoldsAgainUnderANewName()
    {
        Server.Refuse("PUT", "/api/v1/points/holds/", HttpStatusCode.UnprocessableEntity, "残高は 300 ポイントです。", "points");
        var shop = TypeAmount("1280");
        Hold(shop, "500");
        shop.WaitForAssertion(() => Assert.Contains("残高は 300 ポイントです。", Find(shop, "problem").TextContent, StringComparison.Ordinal));
        Server.On("PUT", "/api/v1/points/holds/", HoldOf);
        Find(shop, "points").Input("300");
        Tap(shop, "hold");
        Await(shop, "rest");

        Assert.Equal(2, Server.Of("PUT", "/api/v1/points/holds/").Select(sent => sent.Path).Distinct().Count());
    }

    [Fact]
    public void Back_AfterAHold_GivesThePointsBack()
    {
        Server.On("PUT", "/api/v1/points/holds/", HoldOf);
        var shop = TypeAmount("1280");
        Hold(shop, "500");
        Await(shop, "rest");
        Server.On("PUT", "/api/v1/points/holds/", _ => new { });
        Tap(shop, "back");
        Tap(shop, "pay-cash");

        var holds = Server.Of("PUT", "/api/v1/points/holds/");
        Assert.Equal(holds[0].Path + "/release", holds[1].Path);
        Assert.Equal("1,280円", Find(shop, "total").TextContent);
    }

    [Fact]
    public void Keys_Tapped_AddUpToTheAmount()
    {
        var shop = Open();
        foreach (var key in new[] { "1", "2", "00", "erase" })
            Tap(shop, "key-" + key);

        Assert.Equal("120", Find(shop, "amount").GetAttribute("value"));
        Assert.Equal("120円", Find(shop, "total").TextContent);
    }

    [Fact]
    public void Listed_PiecesAndWeighedGoods_AddUpWithTheTypedAmount()
    {
        var shop = Open(Farm);
        Tap(shop, "product-rod-plus", times: 2);
        Tap(shop, "eat-in");
        Find(shop, "gross-trout").Input("1250");
        Find(shop, "tare-trout").Input("50");
        Assert.Contains("1200 g", Find(shop, "weigh-trout").TextContent, StringComparison.Ordinal);
        Tap(shop, "product-rod-minus");
        Tap(shop, "undo");
        Tap(shop, "pay-cash");
        Tap(shop, "cash-exact");
        Submit(shop);
        Await(shop, "done");

        Eventually(() => Assert.Equal(new LineRequest("rod", 2, EatIn: true), Assert.Single(Sold).Lines[0]));
    }

    private static SiteView Farm { get; } = Shop with
    {
        Products =
        [
            new ProductView("rod", new LocalText("竿", "Rod"), ProductKind.Rental, new Yen(300), 10, EatInTaxPercent: 10),
            new ProductView("trout", new LocalText("ます", "Trout"), ProductKind.Weighed, new Yen(2000), 8),
        ],
    };

    private IRenderedComponent<ShopScreen> Open(SiteView? site = null) => Render<ShopScreen>(screen => screen.Add(s => s.Till, "momiji-1").Add(s => s.Site, site ?? Shop));

    private IRenderedComponent<ShopScreen> TypeAmount(string amount)
    {
        var shop = Open();
        Find(shop, "amount").Input(amount);
        return shop;
    }

    private static void Hold(IRenderedComponent<ShopScreen> shop, string points)
    {
        Tap(shop, "pay-points");
        Find(shop, "card").Input(Card);
        Find(shop, "points").Input(points);
        Tap(shop, "hold");
    }

    private static HoldView HoldOf(Sent sent)
    {
        var request = sent.Read<HoldRequest>();
        return new HoldView(Guid.Parse(sent.Path.Split('/')[^1]), request.Shop, request.Points, request.Owner, HoldState.Held, new PointAmount(120));
    }

    private void AwaitPayment(Func<PaymentState> state)
    {
        Server.On("PUT", "/api/v1/sales/", sent => SaleOf(sent, SaleState.AwaitingPayment));
        PaymentView View(Sent sent) => new(Guid.Parse(sent.Path.Split('/')[4]), Guid.CreateVersion7(), new Yen(1280), state(), "/pay");
        Server.On("PUT", "/api/v1/payments/", View);
        Server.On("GET", "/api/v1/payments/", View);
    }
}
