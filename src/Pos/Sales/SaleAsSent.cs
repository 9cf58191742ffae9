using Tourism.Kernel;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales;

/// <summary>The request that made a sale, rebuilt from the stored facts as far as the journal hashes it: a changed fact no longer fits its link.</summary>
internal static class SaleAsSent
{
    public static SaleRequest Of(Sale sale) => new(
        sale.Till, sale.Epoch, sale.Number, sale.OccurredAt, sale.Language, [.. Lines(sale).Select(Line)], sale.Total,
        [.. sale.Tenders.OrderBy(tender => tender.No).Select(tender => new TenderRequest(tender.Id, tender.Kind, tender.Amount, tender.Received, tender.Hold)
        {
            External = tender.External,
            Slip = tender.Slip,
        })],
        sale.Terms is { } terms ? new BasketTerms(terms.SchoolTrip, terms.Tier, terms.Reason, terms.Discount) : null,
        sale.IsCharged ? Charged(sale) : null, Journal: null, sale.HandedTicket);

    private static IEnumerable<SaleLine> Lines(Sale sale) =>
        sale.Lines.Where(line => sale.IsCharged || line.Product != Calculator.DifferenceLine).OrderBy(line => line.No);

    private static LineRequest Line(SaleLine line) => new(
        line.Product, line.Quantity, line.Typed, line.Reduction,
        line.GrossGrams is { } gross ? new Weighing(gross, line.TareGrams!.Value, line.Scale) : null, line.EatIn);

    private static ChargedBasket Charged(Sale sale) => new(
        [.. Lines(sale).Select(line => new ChargedLine(line.Name, line.UnitPrice, line.Amount, line.TaxPercent, line.Why))],
        [.. sale.Taxes.OrderBy(tax => tax.No).Select(tax => new TaxView(tax.Percent, tax.Total, tax.Tax) { Discount = tax.Discount })]) { Discount = sale.Discount };
}
