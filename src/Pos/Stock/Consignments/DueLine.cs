using Tourism.Kernel;
using Tourism.Pos.Refunds;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Receipts;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Stock.Consignments;

/// <summary>A line of a sale or of a refund, and what of it is the supplier's.</summary>
internal sealed record DueLine(SaleLine Sold, Consignment Terms, Guid Source, bool IsRefund, string Number, DateOnly Date, long Quantity, Yen Amount, Yen Due)
{
    public (Guid, int) Key => (Source, Sold.No);

    /// <summary>
    /// Every line of a sale that stands under <paramref name="terms"/>, and what its refunds took back of it. However often part of a line
    /// comes back, all of it together takes back exactly what the line gave.
    /// </summary>
    public static IEnumerable<DueLine> Of(Sale sale, IReadOnlyList<Refund> refunds, IReadOnlyList<Consignment> terms)
    {
        var paid = PaidShares.Of(sale);
        foreach (var line in PaidShares.Lines(sale))
        {
            if (terms.FirstOrDefault(one => one.Product == line.Product && one.Holds(sale.BusinessDate)) is not { } term)
                continue;
            var left = paid[line.No];
            yield return new DueLine(line, term, sale.Id, false, sale.ReceiptNumber, sale.BusinessDate, Taken(line, line.Quantity), left, SupplierShare.Of(left, term.Percent));
            foreach (var (refund, part) in refunds.OrderBy(one => one.Seq).SelectMany(one => one.Lines.Where(back => back.Line == line.No).Select(back => (one, back))))
            {
                var due = SupplierShare.Of(left - part.Amount, term.Percent) - SupplierShare.Of(left, term.Percent);
                left -= part.Amount;
                yield return new DueLine(line, term, refund.Id, true, refund.SlipNumber, refund.BusinessDate, Taken(line, part.Quantity), -part.Amount, due);
            }
        }
    }

    public DueLineView View(Guid? settlement) => new(Source, Sold.No, IsRefund, Number, Date, Sold.Product, Sold.Name, Quantity, Amount, Terms.Percent, Due, settlement);

    public SettledLine Settle() => new()
    {
        Source = Source, Line = Sold.No, IsRefund = IsRefund, Terms = Terms.Id, Date = Date, Product = Sold.Product, Amount = Amount, Percent = Terms.Percent, Due = Due,
    };

    private static long Taken(SaleLine line, int pieces) => line.GrossGrams is { } gross ? gross - (line.TareGrams ?? 0) : pieces;
}
