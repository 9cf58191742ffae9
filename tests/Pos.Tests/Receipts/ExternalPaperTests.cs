using Tourism.Kernel;
using Tourism.Pos.Shared.Receipts;
using Tourism.Pos.Shared.Wire;
using Xunit;

namespace Tourism.Pos.Tests.Receipts;

/// <summary>What papers say of money that was taken outside this system, and whether it needs a stamp.</summary>
public sealed class ExternalPaperTests
{
    private static readonly IssuerView Shop = new(new LocalText("おみやげ もみじ"), "T7123456789012", Rounding.Floor);
    private static readonly ExternalTerms Card = new(new LocalText("カード端末", "Card terminal"), Duty: false, new LocalText("クレジットカードでのお支払いです", "Paid by credit card"));
    private static readonly ExternalTerms Transit = new(new LocalText("交通系IC", "Transport IC card"), Duty: true);
    private static readonly ExternalTerms Coupon = new(new LocalText("地域共通クーポン"), Duty: true, Over: OverpaidRule.Kept);
    private static readonly Guid CardTender = Guid.CreateVersion7();

    [Fact]
    public void Receipt_CardAndCash_NamesTheTerminalItsSlipAndWhyNoStamp() => Assert.Equal(
        """
        カード端末              40,000円
          伝票番号 00123-7
        現金                    20,000円
        クレジットカードでのお支払いです

        """, Tail(Sale(Paid(Card, 40_000, "00123-7", CardTender), Cash(20_000))));

    [Fact]
    public void Receipt_CouponAboveTheTotal_SaysWhatItWasWorthAndThatNothingCameBack() => Assert.Equal(
        """
        地域共通クーポン           800円
          額面 1,000円・お釣りなし

        """, Tail(Sale(Paid(Coupon, 800) with { Received = new Yen(1_000) })));

    [Theory]
    [InlineData(60_000, 0, 0, false)]
    [InlineData(0, 60_000, 0, true)]
    [InlineData(0, 0, 60_000, true)]
    [InlineData(30_000, 30_000, 0, false)]
    [InlineData(0, 30_000, 30_000, true)]
    [InlineData(5_002, 54_998, 0, false)]
    [InlineData(5_001, 55_001, 0, true)]
    public void Papers_LargeSale_CarryAStampForWhatCountsAsReceived(long card, long transit, long cash, bool stamp)
    {
        var sale = Sale([.. new[] { Paid(Card, card), Paid(Transit, transit), Cash(cash) }.Where(tender => tender.Amount > Yen.Zero)]);
        var invoice = new InvoiceView(1, "美祢商店", "お土産代", sale.Total, sale.Taxes);

        Assert.Equal(stamp, ReceiptPaper.Of(Shop, sale, Language.Ja, new PaperMarks()).Lines.Any(line => line.Style == PaperStyle.Stamp));
        Assert.Equal(stamp, InvoicePaper.Of(Shop, sale, new InvoiceSetView(Guid.Empty, Guid.Empty, 1, sale.OccurredAt, [invoice]), invoice, Language.Ja, new PaperMarks())
            .Lines.Any(line => line.Style == PaperStyle.Stamp));
    }

    [Fact]
    public void Invoice_PaidAtATerminal_SaysSo()
    {
        var sale = Sale(Paid(Card, 60_000));
        var invoice = new InvoiceView(1, "美祢商店", "お土産代", sale.Total, sale.Taxes);

        var paper = PrintText.Of(InvoicePaper.Of(Shop, sale, new InvoiceSetView(Guid.Empty, Guid.Empty, 1, sale.OccurredAt, [invoice]), invoice, Language.En, new PaperMarks()), PrintText.Wide);

        Assert.Contains("Paid by credit card", paper);
    }

    [Fact]
    public void ReturnSlip_UndoneAtTheTerminal_NamesItAndItsSlip()
    {
        var sale = Sale(Paid(Card, 40_000, "00123-7", CardTender), Cash(20_000));
        var refund = new RefundView(Guid.Empty, sale.Id, "momiji-1-1-000002", sale.OccurredAt, "mistake", [], new Yen(40_000), [],
            [new RefundTenderView(CardTender, TenderKind.External, new Yen(40_000), RefundState.Done) { Slip = "00124-1" }]);

        var paper = PrintText.Of(ReturnPaper.Of(Shop, sale, refund, Language.Ja, new PaperMarks()), PrintText.Narrow);

        Assert.Contains("カード端末              40,000円", paper);
        Assert.Contains("伝票番号 00124-1", paper);
    }

    private static TenderView Paid(ExternalTerms terms, long amount, string? slip = null, Guid? id = null) =>
        new(id ?? Guid.CreateVersion7(), TenderKind.External, new Yen(amount), null) { External = terms, Slip = slip };

    private static TenderView Cash(long amount) => new(Guid.CreateVersion7(), TenderKind.Cash, new Yen(amount), new Yen(amount));

    private static SaleView Sale(params TenderView[] tenders)
    {
        var total = tenders.Select(tender => tender.Amount).Sum();
        return new SaleView(
            Guid.Empty, SaleState.Completed, "momiji", "momiji-1", "momiji-1-1-000001", new DateTime(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc),
            [new LineView("goods", new LocalText("おみやげ"), 1, null, total, 10)], total, [new TaxView(10, total, new Yen(total.Amount * 10 / 110))],
            tenders, tenders.Select(tender => tender.GivenBack()).Sum(), null, "", null);
    }

    /// <summary>What stands below the last rule of a narrow receipt.</summary>
    private static string Tail(SaleView sale)
    {
        var paper = PrintText.Of(ReceiptPaper.Of(Shop, sale, Language.Ja, new PaperMarks()), PrintText.Narrow).ReplaceLineEndings("\n");
        var rule = new string('-', PrintText.Narrow) + "\n";
        return paper[(paper.LastIndexOf(rule, StringComparison.Ordinal) + rule.Length)..];
    }
}
