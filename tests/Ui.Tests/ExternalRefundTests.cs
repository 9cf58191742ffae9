using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Books;
using Tourism.Pos.Till.Refunds;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

/// <summary>What staff is told about money that came from elsewhere, before and after it goes back.</summary>
public sealed class ExternalRefundTests : StaffScreen
{
    private static readonly Guid Card = Guid.CreateVersion7();
    private static readonly Guid Coupon = Guid.CreateVersion7();

    private static readonly SaleView Sale = new(
        Guid.CreateVersion7(), SaleState.Completed, "akiyoshido", Till, "akiyoshido-1-1-000001", new DateTime(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc),
        [new LineView("adult", new LocalText("大人"), 2, new Yen(1300), new Yen(2600), 10)], new Yen(2600), [new TaxView(10, new Yen(2600), new Yen(236))],
        [
            new TenderView(Card, TenderKind.External, new Yen(1600), null) { External = new ExternalTerms(new LocalText("カード端末"), Duty: true) },
            new TenderView(Coupon, TenderKind.External, new Yen(1000), null) { External = new ExternalTerms(new LocalText("クーポン"), Duty: true) },
        ], Yen.Zero, null, "HTTP://CITY.TEST/R/TOKEN", null);

    [Fact]
    public async Task Refund_AtATerminal_SaysSoAndSendsItsSlip()
    {
        var panel = await OpenAsync();
        Find(panel, "refund-1-minus").Click();
        Assert.Single(panel.FindAll("[data-testid=refund-slip]"));
        Assert.Contains("端末で取り消します", Find(panel, "way-back-External").TextContent, StringComparison.Ordinal);
        Find(panel, "refund-slip").Input(" 00124-1 ");
        Tap(panel, "refund-give");
        Await(panel, "back-External");

        var sent = Assert.Single(Server.Of("PUT", $"/api/v1/sales/{Sale.Id}/refunds/")).Read<RefundRequest>();
        Assert.Equal((new Yen(1300), new RefundSlip(Card, "00124-1")), (sent.Total, Assert.Single(sent.Slips!)));
        Assert.Contains("端末で取り消し済み 00124-1", Find(panel, "refund-panel").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refund_WithoutASlip_AsksToUndoItNow()
    {
        var panel = await OpenAsync();
        Find(panel, "refund-1-minus").Click();
        Tap(panel, "refund-give");
        Await(panel, "back-External");

        Assert.Null(Server.Of("PUT", $"/api/v1/sales/{Sale.Id}/refunds/")[0].Read<RefundRequest>().Slips);
        Assert.Contains("端末で取り消してください", Find(panel, "refund-panel").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refund_MoreThanCanGoBack_IsNotOffered()
    {
        var panel = await OpenAsync();

        Assert.True(Find(panel, "refund-give").HasAttribute("disabled"));
        Assert.Contains("返金できません", Find(panel, "refund-panel").TextContent, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<RefundPanel>> OpenAsync()
    {
        await Services.GetRequiredService<SeriesKeeper>().OpenAsync(Till);
        Server.On("GET", $"/api/v1/sales/{Sale.Id}/refundable", _ => new RefundableView([new RefundableLineView(1, 2, new Yen(2600), 2, new Yen(2600))], new Yen(2600), 0)
        {
            Tenders = [new RefundableTenderView(Card, TenderKind.External, new Yen(1600), ExternalRefund.AtTerminal), new RefundableTenderView(Coupon, TenderKind.External, new Yen(1000), ExternalRefund.Never)],
        });
        Server.On("PUT", $"/api/v1/sales/{Sale.Id}/refunds/", Refunded);
        return Render<RefundPanel>(panel => panel.Add(p => p.Till, Till).Add(p => p.Sale, Sale).Add(p => p.Issuer, Cave.Issuer));
    }

    private static RefundView Refunded(Sent sent)
    {
        var refund = sent.Read<RefundRequest>();
        return new RefundView(
            Guid.Parse(sent.Path.Split('/')[^1]), Sale.Id, "slip", refund.OccurredAt, refund.Reason, [], refund.Total, [],
            [new RefundTenderView(Card, TenderKind.External, refund.Total, RefundState.Done) { Slip = refund.Slips?[0].Slip }]);
    }
}
