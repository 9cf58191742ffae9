using System.Net;
using Bunit;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Tills;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

public sealed class TillTests : StaffScreen
{
    [Fact]
    public void Tap_SeveralPeople_ShowsTheServersPrice()
    {
        var till = Open();
        Tap(till, "product-adult-plus", times: 2);
        Tap(till, "product-elementary-plus");

        till.WaitForAssertion(() => Assert.Equal("3,300円", Find(till, "total").TextContent));
    }

    [Fact]
    public void Sell_ForCash_SendsTheSaleOnceAsTapped()
    {
        var till = Open();
        RingUp(till);
        Tap(till, "cash-4000");
        Submit(till);
        Await(till, "done");

        var sale = Assert.Single(Server.Of("PUT", "/api/v1/sales/")).Read<SaleRequest>();
        Assert.Equal((Till, 3, 1, "ja", new Yen(3300)), (sale.Till, sale.Epoch, sale.Number, sale.Language, sale.Total));
        Assert.Equal([new LineRequest("adult", 2), new LineRequest("elementary", 1)], sale.Lines);
        var tender = Assert.Single(sale.Tenders);
        Assert.Equal((TenderKind.Cash, new Yen(3300), new Yen(4000)), (tender.Kind, tender.Amount, tender.Received!.Value));
        Assert.Equal("700円", Find(till, "change").TextContent);
        Assert.Equal("/t/CODE.svg", Find(till, "ticket-qr").GetAttribute("src"));
        Assert.Equal("/R/TOKEN.svg", Find(till, "receipt-qr").GetAttribute("src"));
    }

    [Fact]
    public void Retry_AfterALostAnswer_SendsTheSameIdAndBody()
    {
        var till = Open();
        RingUp(till);
        Tap(till, "cash-exact");
        Server.Down = true;
        Submit(till);
        Await(till, "unsent");
        Server.Down = false;
        Tap(till, "retry");
        Await(till, "done");

        var sent = Server.Of("PUT", "/api/v1/sales/");
        Assert.Equal(2, sent.Count);
        Assert.Equal(sent[0], sent[1]);
        Assert.DoesNotContain(Device.Kept.Keys, key => key.StartsWith("tourism.unsent", StringComparison.Ordinal));
    }

    [Fact]
    public void Unsent_WhileNobodyKnows_CannotBeChangedOrSoldAgain()
    {
        var till = Open();
        RingUp(till);
        Tap(till, "cash-exact");
        Server.Down = true;
        Submit(till);
        Await(till, "unsent");
        Find(till, "product-adult-plus").Click();
        Submit(till);

        Assert.Single(Server.Of("PUT", "/api/v1/sales/"));
        Assert.Equal("2", Find(till, "product-adult-count").GetAttribute("value"));
        Assert.Equal("0円", Find(till, "change").TextContent);
    }

    [Fact]
    public void Open_AfterAReloadWithAnUnsentSale_SendsItAgain()
    {
        var before = Open();
        RingUp(before);
        Tap(before, "cash-exact");
        Server.Down = true;
        Submit(before);
        Await(before, "unsent");
        Server.Down = false;
        Await(Open(), "done");

        var sent = Server.Of("PUT", "/api/v1/sales/");
        Assert.Equal(sent[0], sent[^1]);
    }

    [Fact]
    public void Sell_Refused_SaysWhyAndKeepsTheReceiptNumber()
    {
        var till = Open();
        Server.Refuse("PUT", "/api/v1/sales/", HttpStatusCode.UnprocessableEntity, "合計が合いません。", "total");
        RingUp(till);
        Tap(till, "cash-exact");
        Submit(till);
        till.WaitForAssertion(() => Assert.Contains("合計が合いません。", Find(till, "problem").TextContent, StringComparison.Ordinal));
        Server.On("PUT", "/api/v1/sales/", sent => SaleOf(sent, SaleState.Completed));
        Submit(till);
        Await(till, "done");

        Assert.All(Server.Of("PUT", "/api/v1/sales/"), sent => Assert.Equal(1, sent.Read<SaleRequest>().Number));
    }

    [Fact]
    public void Next_AfterASale_StartsEmptyAndCountsOn()
    {
        var till = Open();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            RingUp(till);
            Tap(till, "cash-exact");
            Submit(till);
            Await(till, "done");
            Assert.Equal("next", Device.Focused);
            Tap(till, "next");
        }

        var sales = Server.Of("PUT", "/api/v1/sales/");
        Assert.Equal([1, 2], sales.Select(sent => sent.Read<SaleRequest>().Number));
        Assert.Equal(2, sales.Select(sent => sent.Path).Distinct().Count());
        Assert.Equal("0円", Find(till, "total").TextContent);
    }

    [Fact]
    public void Cash_LessThanTheTotal_CannotBeSold()
    {
        var till = Open();
        RingUp(till);
        Find(till, "received").Input("3000");

        Assert.True(Find(till, "sell").HasAttribute("disabled"));
        Assert.Equal("300円", Find(till, "change").TextContent);
    }

    private IRenderedComponent<TillScreen> Open() => Render<TillScreen>(screen => screen.Add(s => s.Till, Till).Add(s => s.Site, Cave));

    private static void RingUp(IRenderedComponent<TillScreen> till)
    {
        Tap(till, "product-adult-plus", times: 2);
        Tap(till, "product-elementary-plus");
        till.WaitForAssertion(() => Assert.Equal("3,300円", Find(till, "total").TextContent));
        till.WaitForAssertion(() => Assert.False(Find(till, "pay-qr").HasAttribute("disabled")));
    }
}
