using System.Net;
using Bunit;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Tills;
using Tourism.Pos.Ui.Device;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

/// <summary>Invoices with addressee and proviso, from the done screen and from the last sales.</summary>
public sealed class InvoiceTests : TillTestBase
{
    public InvoiceTests()
    {
        Server.On("GET", "/api/v1/sales/", _ => Array.Empty<InvoiceSetView>());
        Server.On("PUT", "/api/v1/sales/", sent => sent.Path.Contains("/invoices/", StringComparison.Ordinal) ? (object)Issued(sent, 1) : Take(sent));
    }

    private IReadOnlyList<Sent> Asked => [.. Server.Of("PUT", "/api/v1/sales/").Where(sent => sent.Path.Contains("/invoices/", StringComparison.Ordinal))];

    [Fact]
    public void Issue_OneForAll_SendsAddresseeAndProvisoAndShowsThePaper()
    {
        var till = OpenedForm();
        Assert.Equal("入洞料", Find(till, "invoice-proviso-1").GetAttribute("value"));
        Assert.True(Find(till, "invoice-issue").HasAttribute("disabled"));
        Name(till, 1, "美祢旅行");
        Submit(till);
        Await(till, "invoice-paper");

        Assert.Equal([new InvoiceRequest("美祢旅行", "入洞料", new Yen(3300))], Asked.Single().Read<InvoiceSetRequest>().Invoices);
        Assert.Contains("美祢旅行 様", Find(till, "invoice-paper").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("再発行", till.Markup, StringComparison.Ordinal);
        Assert.Equal("invoice-print", Device.Focused);
        Tap(till, "invoice-print");
        Assert.Equal(1, Device.Printed);
    }

    [Fact]
    public void Split_ThreeParts_AreEqualWithTheOddYenOnTheFirstAndKeepTheWords()
    {
        var till = OpenedForm(adults: 1);
        Name(till, 1, "一同");
        Find(till, "invoice-parts").Input("3");

        Assert.Equal(["434", "433", "433"], Enumerable.Range(1, 3).Select(no => Find(till, $"invoice-amount-{no}").GetAttribute("value")));
        Assert.Equal("一同", Find(till, "invoice-addressee-3").GetAttribute("value"));
        Assert.False(Find(till, "invoice-issue").HasAttribute("disabled"));
    }

    [Fact]
    public void Amounts_ThatDoNotAddUp_SaySoAsTheyAreTypedAndCannotBeIssued()
    {
        var till = OpenedForm();
        Name(till, 1, "一同");
        Find(till, "invoice-parts").Input("2");
        Find(till, "invoice-amount-1").Input("2000");
        Assert.Contains("350 円多すぎます", Find(till, "invoice-sum").TextContent, StringComparison.Ordinal);
        Assert.True(Find(till, "invoice-issue").HasAttribute("disabled"));
        Find(till, "invoice-amount-2").Input("１３００");

        Assert.Contains("会計と合っています", Find(till, "invoice-sum").TextContent, StringComparison.Ordinal);
        Submit(till);
        till.WaitForAssertion(() => Assert.Equal(2, till.FindAll("[data-testid=invoice-paper]").Count));
        Assert.Equal([new Yen(2000), new Yen(1300)], Asked.Single().Read<InvoiceSetRequest>().Invoices.Select(invoice => invoice.Amount));
    }

    [Fact]
    public void Issue_WhileTheSaleWaits_FollowsTheSaleByItself()
    {
        var till = Open();
        Server.Down = true;
        RingUp(till);
        Sell(till);
        Tap(till, "invoice-open");
        Await(till, "invoice-waits");
        Name(till, 1, "一同");
        Submit(till);
        till.WaitForAssertion(() => Assert.True(Find(till, "invoice-addressee-1").ParentElement!.ParentElement!.HasAttribute("disabled")));
        Assert.Empty(Asked);
        Server.Down = false;

        Await(till, "invoice-paper");
        Assert.Single(Asked);
    }

    [Fact]
    public void Issue_AfterALostAnswer_IsSentAgainUnderItsName()
    {
        var till = OpenedForm();
        Name(till, 1, "一同");
        Server.Down = true;
        Submit(till);
        Await(till, "invoice-offline");
        Server.Down = false;
        Tap(till, "retry");
        Await(till, "invoice-paper");

        Assert.Equal(2, Asked.Count);
        Assert.Equal(Asked[0], Asked[1]);
    }

    [Fact]
    public void Refused_WithTheServersWord_MayBeCorrected()
    {
        var till = OpenedForm();
        Server.Refuse("PUT", "/api/v1/sales/", HttpStatusCode.BadRequest, "一致しません", "invoices");
        Name(till, 1, "一同");
        Submit(till);
        Await(till, "problem");

        Assert.Empty(till.FindAll("[data-testid=retry]"));
        Assert.False(Find(till, "invoice-issue").HasAttribute("disabled"));
    }

    [Fact]
    public void Open_WhenIssuedBefore_ShowsItAsAReprintAndMakesOutAReissue()
    {
        var till = OpenedForm(before: Set(1));
        Assert.Contains("再発行", Find(till, "invoice-paper").TextContent, StringComparison.Ordinal);
        Server.On("PUT", "/api/v1/sales/", sent => Issued(sent, 2));
        Tap(till, "invoice-anew");
        Await(till, "invoice-replaces");
        Name(till, 1, "新しい宛名");
        Submit(till);

        till.WaitForAssertion(() => Assert.Contains("新しい宛名 様", Find(till, "invoice-paper").TextContent, StringComparison.Ordinal));
        Assert.Contains("再発行", Find(till, "invoice-paper").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FromTheLastSales_IsForWhatWasKept()
    {
        var till = Party();
        var sale = Store.Facts[0].Id;
        Server.On("GET", $"/api/v1/tills/{Till}/sales", _ => new[] { Listed(Kept(sale)) });
        Server.On("GET", $"/api/v1/sales/{sale}", _ => Kept(sale));
        Server.On("GET", $"/api/v1/sales/{sale}/invoices", _ => Array.Empty<InvoiceSetView>());
        Tap(till, "next");
        Tap(till, "last-sales");
        till.WaitForAssertion(() => Assert.Contains("返金あり", Find(till, "last-sales-list").TextContent, StringComparison.Ordinal));
        till.WaitForAssertion(() => Assert.Equal(2, Find(till, "lines").Children.Length));
        Tap(till, "invoice-open");
        Await(till, "invoice-amount-1");

        Assert.Equal("2,300", Find(till, "invoice-amount-1").GetAttribute("value"));
    }

    private IRenderedComponent<TillScreen> OpenedForm(int adults = 2, InvoiceSetView? before = null)
    {
        var till = Party(adults);
        if (before is not null)
            Server.On("GET", "/api/v1/sales/", _ => new[] { before });
        Tap(till, "invoice-open");
        Await(till, before is null ? "invoice-issue" : "invoice-paper");
        return till;
    }

    private IRenderedComponent<TillScreen> Party(int adults = 2)
    {
        var till = Open();
        Tap(till, "product-adult-plus", adults);
        if (adults > 1)
            Tap(till, "product-elementary-plus");
        Sell(till);
        Eventually(() => Assert.Equal(FactState.Acknowledged, Store.Facts[0].State));
        Await(till, "receipt-qr");
        return till;
    }

    private static void Name(IRenderedComponent<TillScreen> till, int no, string addressee) => Find(till, $"invoice-addressee-{no}").Input(addressee);

    private static InvoiceSetView Issued(Sent sent, int edition) =>
        Set(edition, [.. sent.Read<InvoiceSetRequest>().Invoices.Select((one, at) => new InvoiceView(at + 1, one.Addressee, one.Proviso, one.Amount, []))]);

    private static InvoiceSetView Set(int edition, params InvoiceView[] invoices) => new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), edition, DateTime.UnixEpoch,
        invoices.Length > 0 ? invoices : [new InvoiceView(1, "前の宛名", "入洞料", new Yen(3300), [])]);

    private SaleView Kept(Guid sale)
    {
        var back = new RefundView(Guid.CreateVersion7(), sale, "slip", DateTime.UnixEpoch, "", [], new Yen(1000), [], []);
        return SaleOf(Server.Of("PUT", $"/api/v1/sales/{sale}")[0], SaleState.Completed) with
        {
            Refunds = [back],
            Lines = [new LineView("adult", new LocalText("大人"), 1, new Yen(1300), new Yen(1300), 10), new LineView("adult", new LocalText("大人"), 1, new Yen(2000), new Yen(2000), 10)],
        };
    }
}
