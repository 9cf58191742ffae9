using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shared.Receipts;

/// <summary>
/// The receipt of a sale. With a registration number it is a qualified simplified invoice (適格簡易請求書, Consumption Tax Act art. 57-4-2):
/// issuer and number, date, content with the reduced-rate mark, total and tax per rate. Without one it is a plain receipt.
/// </summary>
public static class ReceiptPaper
{
    /// <summary>Writes the receipt of a completed sale.</summary>
    /// <param name="issuer">Who gives it.</param>
    /// <param name="sale">The sale.</param>
    /// <param name="language">One of <see cref="Language.All"/>.</param>
    /// <param name="marks">Reprint, demo.</param>
    /// <param name="electronic">Shown on a screen: then no stamp is due.</param>
    public static Paper Of(IssuerView issuer, SaleView sale, string language, PaperMarks marks, bool electronic = false)
    {
        var paper = new PaperWriter(language).Head("receipt", marks).Issuer(issuer);
        paper.Add(PaperStyle.Plain, BusinessDate.Text(sale.OccurredAt)).Add(PaperStyle.Plain, paper.Text("number", sale.ReceiptNumber)).Add(PaperStyle.Rule);
        foreach (var line in sale.Lines)
            Line(paper, line);
        Sums(paper.Add(PaperStyle.Rule), issuer, sale);
        Tenders(paper.Add(PaperStyle.Rule), sale);
        if (!electronic)
            paper.Stamp(StampDuty.Of(issuer, StampDuty.Received(sale), sale.Total, sale.Taxes.Select(tax => tax.Tax).Sum()));
        return paper.Paper;
    }

    private static void Line(PaperWriter paper, LineView line)
    {
        paper.Add(PaperStyle.Plain, PaperWriter.Marked(line.TaxPercent, paper.In(line.Name)), Detail(paper, line) is null ? paper.Money(line.Amount) : null);
        if (line.Why is { } why)
            paper.Add(PaperStyle.Under, paper.In(why));
        if (Detail(paper, line) is { } detail)
            paper.Add(PaperStyle.Under, detail, paper.Money(line.Amount));
    }

    private static string? Detail(PaperWriter paper, LineView line) => line switch
    {
        { UnitPrice: { } price, NetGrams: { } grams } => paper.Text("weighed", grams, paper.Money(price)),
        { UnitPrice: { } price } => paper.Text("times", paper.Money(price), line.Quantity),
        _ => null,
    };

    private static void Sums(PaperWriter paper, IssuerView issuer, SaleView sale)
    {
        if (!issuer.PricesIncludeTax)
            paper.Pair(paper.Text("subtotal-without-tax"), sale.Lines.Select(line => line.Amount).Sum());
        else if (sale.Discount > Yen.Zero)
            paper.Pair(paper.Text("subtotal"), sale.Lines.Select(line => line.Amount).Sum());
        if (sale.Discount > Yen.Zero)
            paper.Add(PaperStyle.Plain, paper.Text("discount"), "-" + paper.Money(sale.Discount));
        paper.Add(PaperStyle.Strong, paper.Text("total"), paper.Money(sale.Total)).Taxes(issuer, sale.Taxes);
    }

    private static void Tenders(PaperWriter paper, SaleView sale)
    {
        foreach (var tender in sale.Tenders)
            Tender(paper, tender);
        if (sale.Change > Yen.Zero)
            paper.Pair(paper.Text("change"), sale.Change);
        paper.NoCash(sale);
    }

    private static void Tender(PaperWriter paper, TenderView tender)
    {
        var kept = tender is { Received: { } worth, External.Over: OverpaidRule.Kept } && worth > tender.Amount;
        paper.Tender(tender, tender.Kind, kept ? tender.Amount : tender.Received ?? tender.Amount, tender.Slip);
        if (kept)
            paper.Add(PaperStyle.Under, paper.Text("no-change", paper.Money(tender.Received!.Value)));
    }
}
