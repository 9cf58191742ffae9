using Tourism.Kernel;
using Tourism.Pos.Catalogue.Tenders;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Refunds;

/// <summary>What is left of a sale: the sale less the sum of its refunds.</summary>
internal sealed class SaleLeft(Sale sale, IReadOnlyList<Refund> refunds, Rounding rounding, ExternalTenders tenders)
{
    private static readonly TenderKind[] Order = [TenderKind.Qr, TenderKind.Card, TenderKind.External, TenderKind.Points, TenderKind.Cash];
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
        .. lines.GroupBy(line => sale.CountedPercent(Sold(line.Line))).OrderByDescending(rate => rate.Key)
            .Select(rate => Tax(sale.CountedTaxes().Single(tax => tax.Percent == rate.Key), rate.Select(line => line.Amount).Sum())),
    ];

    /// <summary>
    /// Tenders in the order in which they give back: what was paid elsewhere, points, cash. What never goes back is the last to be asked, so that
    /// it stands in the way of as little as possible.
    /// </summary>
    public IEnumerable<RefundPart> Tenders => sale.Tenders.Select(tender => new RefundPart(tender, tender.Amount - Returned(tender), RuleOf(tender)))
        .Where(part => part.Amount > Yen.Zero).OrderBy(part => part.Rule == ExternalRefund.Never ? Order.Length : Array.IndexOf(Order, part.Tender.Kind)).ThenBy(part => part.Tender.No);

    /// <summary>Back the way it came, no more by any tender than came by it.</summary>
    public List<RefundPart> Allocate(Yen total) => [.. TenderShares.Of(Tenders, part => part.Amount, total).Select(share => share.Tender with { Amount = share.Part })];

    private ExternalRefund? RuleOf(Tender tender) => tender.Kind == TenderKind.External ? tenders.RefundOf(tender.External) : null;

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

/// <summary>What goes back, or could, by one tender of a sale.</summary>
/// <param name="Tender">The sale's tender.</param>
/// <param name="Amount">How much.</param>
/// <param name="Rule">How an external tender goes back; <c>null</c> for others.</param>
internal sealed record RefundPart(Tender Tender, Yen Amount, ExternalRefund? Rule)
{
    public TenderKind Kind => Rule == ExternalRefund.InCash ? TenderKind.Cash : Tender.Kind;

    /// <summary>Figures count what leaves the drawer as cash, whatever came in.</summary>
    public string CountsAs => Rule == ExternalRefund.InCash ? "cash" : Tender.CountsAs;

    public RefundableTenderView View => new(Tender.Id, Kind, Amount, Rule);
}
