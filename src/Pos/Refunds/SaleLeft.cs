using Tourism.Kernel;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Refunds;

/// <summary>What is left of a sale: the sale less the sum of its refunds.</summary>
internal sealed class SaleLeft(Sale sale, IReadOnlyList<Refund> refunds, Rounding rounding)
{
    private static readonly TenderKind[] Order = [TenderKind.Qr, TenderKind.Card, TenderKind.Points, TenderKind.Cash];
    private readonly IReadOnlyDictionary<int, Yen> _shares = PaidShares.Of(sale);

    public IEnumerable<RefundableLineView> Lines => PaidShares.Lines(sale).Select(Line).Where(line => line.Quantity > 0);

    public Yen Total => sale.Total - refunds.Select(refund => refund.Total).Sum();

    /// <summary>The amounts of some lines; the last piece of a line brings all that is left of it.</summary>
    public List<RefundLine> Take(IEnumerable<RefundLineRequest> wanted) => [.. wanted.Select((line, index) => new RefundLine
    {
        No = index + 1,
        Line = line.Line,
        Quantity = line.Quantity,
        Amount = Line(Sold(line.Line)).Part(line.Quantity),
    })];

    /// <summary>Per rate: tax before less tax after, so that all refunds together take off the tax that was charged.</summary>
    public List<RefundTax> Taxes(IEnumerable<RefundLine> lines) =>
    [
        .. lines.GroupBy(line => Sold(line.Line).TaxPercent).OrderByDescending(rate => rate.Key)
            .Select(rate => Tax(sale.Taxes.Single(tax => tax.Percent == rate.Key), rate.Select(line => line.Amount).Sum())),
    ];

    /// <summary>Back the way it came: card before points before cash, no more by any tender than came by it.</summary>
    public List<(Tender Tender, Yen Amount)> Allocate(Yen total)
    {
        var parts = new List<(Tender, Yen)>();
        foreach (var tender in sale.Tenders.OrderBy(tender => Array.IndexOf(Order, tender.Kind)).ThenBy(tender => tender.No))
        {
            var part = new Yen(Math.Min(total.Amount, (tender.Amount - Returned(tender)).Amount));
            total -= part;
            if (part > Yen.Zero)
                parts.Add((tender, part));
        }

        return parts;
    }

    private RefundableLineView Line(SaleLine line)
    {
        var taken = Taken(line.No).ToList();
        return new RefundableLineView(line.No, line.Quantity - taken.Sum(part => part.Quantity), _shares[line.No] - taken.Select(part => part.Amount).Sum(), line.Quantity, _shares[line.No]);
    }

    private RefundTax Tax(SaleTax charged, Yen amount)
    {
        var earlier = refunds.SelectMany(refund => refund.Taxes).Where(tax => tax.Percent == charged.Percent).ToList();
        var after = charged.Total - earlier.Select(tax => tax.Total).Sum() - amount;
        var left = charged.Tax - earlier.Select(tax => tax.Tax).Sum();
        return new RefundTax { Percent = charged.Percent, Total = amount, Tax = left - Within(charged, after) };
    }

    /// <summary>A till that rounded in another way keeps its own tax: it is then split by amount.</summary>
    private Yen Within(SaleTax charged, Yen after) => charged.Tax == Shared.Pricing.Tax.Within(charged.Total, charged.Percent, rounding)
        ? Shared.Pricing.Tax.Within(after, charged.Percent, rounding)
        : new Yen(checked(charged.Tax.Amount * after.Amount) / charged.Total.Amount);

    private Yen Returned(Tender tender) =>
        refunds.SelectMany(refund => refund.Tenders).Where(part => part.Tender == tender.Id).Select(part => part.Amount).Sum();

    private IEnumerable<RefundLine> Taken(int line) => refunds.SelectMany(refund => refund.Lines).Where(part => part.Line == line);

    private SaleLine Sold(int line) => sale.Lines.Single(sold => sold.No == line);
}
