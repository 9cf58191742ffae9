using Tourism.Kernel;
using Tourism.Pos.Shared.Receipts;
using Tourism.Pos.Shared.Wire;
using Xunit;

namespace Tourism.Pos.Tests.Receipts;

public sealed class PaperTests
{
    private static readonly IssuerView Farm = new(
        new LocalText("美祢市養鱒場", "Mine City Trout Farm", "미네시 송어 양식장", "美禰市養鱒場", "美祢市养鳟场"), "T7123456789012", Rounding.Floor, Phone: "0837-00-0000");

    private static readonly DateTime At = new(2026, 11, 22, 1, 32, 0, DateTimeKind.Utc);

    private static SaleView Sale { get; } = new(
        Guid.Empty, SaleState.Completed, "trout-farm", "farm-1", "farm-1-1-000012", At,
        [
            new LineView("trout", Text("ます", "Trout"), 1, new Yen(1_800), new Yen(867), 8, NetGrams: 482),
            new LineView("rod", Text("貸し竿(えさ付き)", "Rod with bait"), 1, new Yen(300), new Yen(300), 10),
            new LineView("cooking", Text("調理代", "Cooking"), 1, new Yen(220), new Yen(220), 10),
        ],
        new Yen(1_387), [new TaxView(10, new Yen(520), new Yen(47)), new TaxView(8, new Yen(867), new Yen(64))],
        [new TenderView(Guid.Empty, TenderKind.Cash, new Yen(1_387), new Yen(2_000))], new Yen(613), null, "", null);

    [Fact]
    public void Receipt_FarmOnNarrowPaper_HasWhatTheLawAsks() => Assert.Equal(
        """
                    レシート
                  美祢市養鱒場
            登録番号 T7123456789012
               電話 0837-00-0000
        2026-11-22 10:32
        番号 farm-1-1-000012
        --------------------------------
        ※ます
          482g × 1,800円/kg       867円
        貸し竿(えさ付き)
          300円 × 1               300円
        調理代
          220円 × 1               220円
        --------------------------------
        合計(税込)               1,387円
        10%対象                    520円
          内消費税 10%              47円
        8%対象                     867円
          内消費税 8%               64円
        ※は軽減税率(8%)対象
        --------------------------------
        現金                     2,000円
        おつり                     613円

        """, PrintText.Of(ReceiptPaper.Of(Farm, Sale, Language.Ja, new PaperMarks()), PrintText.Narrow).ReplaceLineEndings());

    [Theory]
    [InlineData(PrintText.Wide)]
    [InlineData(PrintText.Narrow)]
    public void Papers_InEveryLanguage_FitThePaper(int columns)
    {
        var set = new InvoiceSetView(Guid.Empty, Guid.Empty, 2, At, [new InvoiceView(1, "株式会社とても長い名前の旅行会社 山口支店", "秋芳洞入洞料", Sale.Total, Sale.Taxes), new InvoiceView(2, "B", "C", new Yen(1), [])]);
        var refund = new RefundView(Guid.Empty, Guid.Empty, "farm-1-1-000013", At, "雨", [new RefundLineView(2, 1, new Yen(300))], new Yen(300), [new TaxView(10, new Yen(300), new Yen(27))],
            [new RefundTenderView(Guid.Empty, TenderKind.Cash, new Yen(300), RefundState.Done)]);
        var marks = new PaperMarks(Reprint: true, "demo");
        var papers = Language.All.SelectMany(language => new[]
        {
            ReceiptPaper.Of(Farm, Sale, language, marks),
            InvoicePaper.Of(Farm, Sale, set, set.Invoices[0], language, marks),
            ReturnPaper.Of(Farm, Sale, refund, language, marks),
        });

        Assert.All(papers, paper => Assert.All(PrintText.Of(paper, columns).Split('\n'), row => Assert.InRange(PrintWidth.Of(row), 0, columns)));
    }

    [Fact]
    public void Receipt_ExemptShop_ShowsNeitherNumberNorTax()
    {
        var paper = PrintText.Of(ReceiptPaper.Of(Farm with { RegistrationNumber = null }, Sale, Language.Ja, new PaperMarks()), PrintText.Wide);

        Assert.DoesNotContain("登録番号", paper);
        Assert.DoesNotContain("消費税", paper);
    }

    [Fact]
    public void Receipt_AgainAndInDemo_SaysSo()
    {
        var paper = PrintText.Of(ReceiptPaper.Of(Farm, Sale, Language.Ja, new PaperMarks(Reprint: true, "demo")), PrintText.Wide);

        Assert.Contains("(再発行)", paper);
        Assert.Contains("デモ・無効", paper);
    }

    [Fact]
    public void Receipt_LargeCashSaleOnPaper_HasRoomForTheStamp()
    {
        var large = Sale with { Total = new Yen(60_000), Taxes = [new TaxView(10, new Yen(60_000), new Yen(5_454))], Tenders = [new TenderView(Guid.Empty, TenderKind.Cash, new Yen(60_000), new Yen(60_000))] };

        Assert.Contains(ReceiptPaper.Of(Farm, large, Language.Ja, new PaperMarks()).Lines, line => line.Style == PaperStyle.Stamp);
        Assert.DoesNotContain(ReceiptPaper.Of(Farm, large, Language.Ja, new PaperMarks(), electronic: true).Lines, line => line.Style == PaperStyle.Stamp);
    }

    [Fact]
    public void Html_HostileName_IsEncoded()
    {
        var hostile = Sale with { Lines = [new LineView("x", new LocalText("<script>alert(1)</script>"), 1, null, new Yen(1_387), 10)] };

        Assert.DoesNotContain("<script", PaperHtml.Of(ReceiptPaper.Of(Farm, hostile, Language.Ja, new PaperMarks())));
    }

    private static LocalText Text(string ja, string en) => new(ja, en);
}
