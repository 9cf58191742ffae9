using System.Text.Json;
using Bunit;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Tills;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

public sealed class RefundTests : TillTestBase
{
    [Fact]
    public void Refund_OnePerson_TakesTheNextNumberAndLinkAndShowsWhereTheMoneyGoes()
    {
        var till = SoldAndOpened();
        Tap(till, "refund");
        Await(till, "refund-give");
        Tap(till, "refund-1-minus");
        Tap(till, "refund-2-minus");
        Assert.Equal("1,300円", Find(till, "refund-total").TextContent);
        Tap(till, "refund-reason-ill");
        Tap(till, "refund-give");
        Await(till, "back-Cash");

        var refund = Server.Of("PUT", "/api/v1/sales/")[^1].Read<RefundRequest>();
        Assert.Equal((2, new Yen(1300), "体調不良", false), (refund.Number, refund.Total, refund.Reason, refund.Override));
        Assert.Equal([new RefundLineRequest(1, 1)], refund.Lines);
        Assert.Equal(Sold[0].Journal!.Hash, refund.Journal!.Previous);
        Assert.Equal("1,300円", Find(till, "back-Cash").TextContent);
    }

    [Fact]
    public void Refund_Everything_NamesNoLines()
    {
        var till = SoldAndOpened();
        Tap(till, "refund");
        Tap(till, "refund-give");
        Await(till, "back-Cash");

        var refund = Server.Of("PUT", "/api/v1/sales/")[^1].Read<RefundRequest>();
        Assert.Empty(refund.Lines);
        Assert.Equal(new Yen(3300), refund.Total);
    }

    [Fact]
    public void Refund_AfterALostAnswer_IsSentAgainUnderItsName()
    {
        var till = SoldAndOpened();
        Tap(till, "refund");
        Await(till, "refund-give");
        Server.Down = true;
        Tap(till, "refund-give");
        Await(till, "refund-unsent");
        Server.Down = false;
        Tap(till, "retry");
        Await(till, "back-Cash");

        var sent = Server.Of("PUT", "/api/v1/sales/").Where(one => one.Path.Contains("/refunds/", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, sent.Count);
        Assert.Equal(sent[0], sent[1]);
    }

    [Fact]
    public void Refund_WithoutNetwork_SaysSoAtOnce()
    {
        var till = SoldAndOpened();
        Server.Down = true;
        Tap(till, "refund");

        Await(till, "refund-offline");
    }

    private IRenderedComponent<TillScreen> SoldAndOpened()
    {
        var till = Open();
        RingUp(till);
        Sell(till);
        Eventually(() => Assert.Equal(Pos.Ui.Device.FactState.Acknowledged, Store.Facts[0].State));
        var sale = Store.Facts[0].Id;
        LineView[] lines = [new("adult", new LocalText("大人"), 2, new Yen(1300), new Yen(2600), 10), new("elementary", new LocalText("小学生"), 1, new Yen(700), new Yen(700), 10)];
        var view = JsonSerializer.Deserialize<SaleView>(Store.Facts[0].Shown!, Json.Options)! with { Lines = lines };
        Server.On("GET", $"/api/v1/tills/{Till}/sales", _ => new[] { new LastSaleView(view.Id, view.ReceiptNumber, view.OccurredAt, view.Total, view.State, 3, Yen.Zero) });
        Server.On("GET", $"/api/v1/sales/{sale}", _ => view);
        Server.On("GET", $"/api/v1/sales/{sale}/refundable", _ => new RefundableView(
            [new RefundableLineView(1, 2, new Yen(2600)), new RefundableLineView(2, 1, new Yen(700))], new Yen(3300), 0));
        Server.On("PUT", $"/api/v1/sales/{sale}/refunds/", sent => Refunded(sale, sent));
        Tap(till, "next");
        Tap(till, "last-sales");
        Await(till, "refund");
        return till;
    }

    private static RefundView Refunded(Guid sale, Sent sent)
    {
        var refund = sent.Read<RefundRequest>();
        return new RefundView(
            Guid.Parse(sent.Path.Split('/')[^1]), sale, "slip", refund.OccurredAt, refund.Reason, [], refund.Total, [],
            [new RefundTenderView(Guid.CreateVersion7(), TenderKind.Cash, refund.Total, RefundState.Done)]);
    }
}
