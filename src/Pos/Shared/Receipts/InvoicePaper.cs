using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shared.Receipts;

/// <summary>An invoice with addressee and proviso (領収書), for all of a sale or a part of it.</summary>
public static class InvoicePaper
{
    /// <summary>Writes one invoice of a set.</summary>
    /// <param name="issuer">Who gives it.</param>
    /// <param name="sale">The sale.</param>
    /// <param name="set">The set it belongs to.</param>
    /// <param name="invoice">The invoice.</param>
    /// <param name="language">One of <see cref="Language.All"/>.</param>
    /// <param name="marks">Reprint, demo; a later edition counts as a reprint.</param>
    public static Paper Of(IssuerView issuer, SaleView sale, InvoiceSetView set, InvoiceView invoice, string language, PaperMarks marks)
    {
        var paper = new PaperWriter(language).Head("invoice", marks with { Reprint = marks.Reprint || set.Edition > 1 });
        paper.Add(PaperStyle.Plain, BusinessDate.Text(sale.OccurredAt)).Add(PaperStyle.Plain, paper.Text("number", NumberOf(sale, set, invoice)));
        if (set.Invoices.Count > 1)
            paper.Add(PaperStyle.Plain, paper.Text("part", set.Invoices.Count, invoice.No));
        paper.Add(PaperStyle.Rule)
            .Add(PaperStyle.Strong, paper.Text("addressee", invoice.Addressee))
            .Add(PaperStyle.Strong, paper.Text("total"), paper.Money(invoice.Total))
            .Add(PaperStyle.Plain, paper.Text("proviso", invoice.Proviso))
            .Add(PaperStyle.Plain, paper.Text("received-with-thanks"))
            .Add(PaperStyle.Rule)
            .Taxes(issuer, invoice.Taxes).NoCash(sale);
        return paper.Stamp(StampDuty.Of(issuer, CashIn(sale, invoice), invoice.Total, invoice.Taxes.Select(tax => tax.Tax).Sum()))
            .Add(PaperStyle.Rule).Issuer(issuer).Paper;
    }

    private static string NumberOf(SaleView sale, InvoiceSetView set, InvoiceView invoice) => $"{sale.ReceiptNumber}-{set.Edition}-{invoice.No}";

    /// <summary>The invoice's share of the cash.</summary>
    private static Yen CashIn(SaleView sale, InvoiceView invoice) =>
        sale.Total == Yen.Zero ? Yen.Zero : new Yen(checked(StampDuty.Received(sale).Amount * invoice.Total.Amount / sale.Total.Amount));
}
