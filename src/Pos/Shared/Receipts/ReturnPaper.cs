using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shared.Receipts;

/// <summary>
/// The slip for money given back (適格返還請求書, Consumption Tax Act art. 57-4-3): issuer and number, date of the return and of the sale, content,
/// amount and tax per rate. It names the receipt it corrects.
/// </summary>
public static class ReturnPaper
{
    /// <summary>Writes the return slip of one refund.</summary>
    /// <param name="issuer">Who gives it.</param>
    /// <param name="sale">The sale.</param>
    /// <param name="refund">One of its refunds.</param>
    /// <param name="language">One of <see cref="Language.All"/>.</param>
    /// <param name="marks">Reprint, demo.</param>
    public static Paper Of(IssuerView issuer, SaleView sale, RefundView refund, string language, PaperMarks marks)
    {
        var paper = new PaperWriter(language).Head("return", marks).Issuer(issuer);
        paper.Add(PaperStyle.Plain, BusinessDate.Text(refund.OccurredAt))
            .Add(PaperStyle.Plain, paper.Text("number", refund.SlipNumber))
            .Add(PaperStyle.Plain, paper.Text("original", sale.ReceiptNumber, BusinessDate.Text(sale.OccurredAt)))
            .Add(PaperStyle.Rule);
        foreach (var back in refund.Lines)
        {
            var line = sale.Lines[back.Line - 1];
            paper.Add(PaperStyle.Plain, PaperWriter.Marked(line.TaxPercent, $"{paper.In(line.Name)} × {back.Quantity}"), paper.Money(back.Amount));
        }

        paper.Add(PaperStyle.Rule).Add(PaperStyle.Strong, paper.Text("returned"), paper.Money(refund.Total)).Taxes(issuer, refund.Taxes).Add(PaperStyle.Rule);
        foreach (var tender in refund.Tenders)
            paper.Tender(sale.Tenders.FirstOrDefault(paid => paid.Id == tender.Tender), tender.Kind, tender.Amount, tender.Slip);
        return paper.Paper;
    }
}
