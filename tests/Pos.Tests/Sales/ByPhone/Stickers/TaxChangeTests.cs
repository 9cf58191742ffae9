using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tourism.Analytics.Contracts;
using Tourism.Kernel;
using Tourism.Pos.Receipts;
using Tourism.Pos.Sales;
using Tourism.Pos.Sales.ByPhone.Stickers;
using Tourism.Pos.Shared.Receipts;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Sales.ByPhone.Stickers;

/// <summary>Figures by hand: in 1,080 yen are 80 at 8 % (1,080 × 8 ÷ 108), and 98 at 10 % (1,080 × 10 ÷ 110 = 98.18…, rounded down).</summary>
public sealed class TaxChangeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Change_ThereAndBack_TheLastOneCountsOnReceiptAndView()
    {
        await using var shop = await StickerHost.StartAsync();
        var sale = await shop.PayAsync(await shop.MakeAsync(), 1_080);
        Assert.Equal((10, 98), await TaxAsync(shop, sale));

        await shop.ChangeAsync(sale, "reduced");
        Assert.Equal((8, 80), await TaxAsync(shop, sale));
        var receipt = await ReceiptAsync(shop, sale);
        await shop.ChangeAsync(sale, "exempt");
        Assert.Equal((0, 0), await TaxAsync(shop, sale));
        await shop.ChangeAsync(sale, "standard");
        Assert.Equal((10, 98), await TaxAsync(shop, sale));

        Assert.Contains("8%", receipt, StringComparison.Ordinal);
        Assert.DoesNotContain("10%", receipt, StringComparison.Ordinal);
        Assert.Equal(new Yen(1_080), (await shop.Counter.ViewAsync(sale)).Total);
    }

    [Fact]
    public async Task Change_ThenRefund_GivesBackTheTaxThatCounts()
    {
        await using var shop = await StickerHost.StartAsync();
        var sale = await shop.PayAsync(await shop.MakeAsync(), 1_080);
        await shop.ChangeAsync(sale, "reduced");

        var refund = await shop.RefundAsync(sale, 1_080);

        Assert.Equal(new TaxView(8, new Yen(1_080), new Yen(80)), Assert.Single(refund.Taxes));
        // Analytics was told the sale at 10 %, and hears of the refund at the same rate.
        Assert.Equal((10, 10), (await ToldAsync<SaleFact>(shop, fact => fact.Lines), await ToldAsync<RefundFact>(shop, fact => fact.Lines)));
        Assert.Equal(new RateIsStated(), (await shop.ChangeAsync(sale, "standard")).Failure);
    }

    [Fact]
    public async Task Change_TwiceUnderOneId_IsOneChange()
    {
        await using var shop = await StickerHost.StartAsync();
        var (sale, id) = (await shop.PayAsync(await shop.MakeAsync(), 1_080), Guid.CreateVersion7());

        var first = (await shop.ChangeAsync(sale, "reduced", id)).Value;
        await shop.ChangeAsync(sale, "standard");
        var again = (await shop.ChangeAsync(sale, "reduced", id)).Value;

        Assert.Equal((true, false), (first.First, again.First));
        Assert.Equal((8, 10), (first.View.TaxPercent, again.View.TaxPercent));
        Assert.Equal("id-reused", (await shop.ChangeAsync(sale, "exempt", id)).Failure?.Code);
    }

    [Fact]
    public async Task Change_AfterItsDay_IsRefused()
    {
        await using var shop = await StickerHost.StartAsync();
        var sale = await shop.PayAsync(await shop.MakeAsync(), 1_080);
        shop.Counter.Host.Clock.Advance(TimeSpan.FromHours(13.9));
        Assert.True((await shop.ChangeAsync(sale, "reduced")).Ok);

        shop.Counter.Host.Clock.Advance(TimeSpan.FromHours(0.2));
        var late = await shop.ChangeAsync(sale, "standard");

        Assert.Equal(new TaxDayIsOver(new DateOnly(2026, 11, 23)), late.Failure);
        Assert.Equal((8, 80), await TaxAsync(shop, sale));
    }

    [Fact]
    public async Task Change_WhatIsNotASaleByTheStickerOrNoClass_IsRefused()
    {
        await using var shop = await StickerHost.StartAsync();
        var bySticker = await shop.PayAsync(await shop.MakeAsync(), 1_080);
        var atTheCounter = await shop.Counter.SellAsync();

        Assert.Equal(new NotBySticker(), (await shop.ChangeAsync(atTheCounter, "reduced")).Failure);
        Assert.Equal("unknown-sale", (await shop.ChangeAsync(Guid.CreateVersion7(), "reduced")).Failure?.Code);
        Assert.Equal(("unknown-tax-class", "taxClass"), (await shop.ChangeAsync(bySticker, "luxury")).Failure is { } wrong ? (wrong.Code, wrong.Field) : default);
    }

    [Fact]
    public async Task Change_BeforeItIsPaid_IsRefused()
    {
        await using var shop = await StickerHost.StartAsync();
        var (token, form) = (await shop.MakeAsync(), Guid.CreateVersion7());
        using var sent = await shop.SendAsync(token, form, "1080");

        Assert.Equal(new SaleNotCompleted(SaleState.AwaitingPayment), (await shop.ChangeAsync(form, "reduced")).Failure);
    }

    [Fact]
    public async Task Change_OnceAnInvoiceStatesTheRate_IsRefused()
    {
        await using var shop = await StickerHost.StartAsync();
        var sale = await shop.PayAsync(await shop.MakeAsync(), 1_080);
        var invoices = new InvoiceSetRequest([new InvoiceRequest("上様", "お品代", new Yen(1_080))]);
        Assert.True((await shop.Get<IssueInvoices>().HandleAsync(sale, Guid.CreateVersion7(), invoices, "momiji", Ct)).Ok);

        Assert.Equal(new RateIsStated(), (await shop.ChangeAsync(sale, "reduced")).Failure);
        Assert.False(Assert.Single((await shop.ArrivalsAsync()).Sales).MayChangeTax);
    }

    private static async Task<(int Percent, long Tax)> TaxAsync(StickerHost shop, Guid id)
    {
        var sale = await shop.Counter.ViewAsync(id);
        var tax = Assert.Single(sale.Taxes);
        Assert.Equal((tax.Percent, new Yen(1_080)), (Assert.Single(sale.Lines).TaxPercent, tax.Total));
        return (tax.Percent, tax.Tax.Amount);
    }

    private static async Task<int> ToldAsync<T>(StickerHost shop, Func<T, IReadOnlyList<SaleFactLine>> lines) where T : IMessage
    {
        var topic = T.Topic;
        var told = await shop.Counter.ReadAsync(db => db.Database.SqlQuery<string>($"SELECT Body AS Value FROM pos_outbox WHERE Topic = {topic}").SingleAsync(Ct));
        return Assert.Single(lines(JsonSerializer.Deserialize<T>(told, Json.Options)!)).TaxPercent;
    }

    /// <summary>As a business that is registered for invoices prints it; others state no rate.</summary>
    private static async Task<string> ReceiptAsync(StickerHost shop, Guid id)
    {
        var sale = await shop.Counter.ViewAsync(id);
        var issuer = await shop.Get<PrintPaper>().IssuerAsync(sale, Ct);
        return PrintText.Of(ReceiptPaper.Of(issuer with { RegistrationNumber = "T1234567890123" }, sale, Language.ZhHant, new PaperMarks()), PrintText.Wide);
    }
}
