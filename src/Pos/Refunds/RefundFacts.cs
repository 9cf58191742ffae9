using Tourism.Analytics.Contracts;

namespace Tourism.Pos.Refunds;

/// <summary>What analytics is told of a refund.</summary>
internal static class RefundFacts
{
    public static RefundFact Of(RefundBooks books, Refund refund, RefundPlan plan)
    {
        var sold = books.Sale.Lines.ToDictionary(line => line.No);
        // At the rate the sale was told with, also when a shop has changed its tax class since: a sale's fact is told once, and both must cancel out.
        return new RefundFact(
            refund.Id, books.Sale.Id, books.Site.Code, books.Site.Name, refund.OccurredAt, refund.Total,
            [.. plan.Lines.Select(line => new SaleFactLine(sold[line.Line].Product, line.Quantity, line.Amount, sold[line.Line].TaxPercent))],
            [.. plan.Tenders.Select(part => new SaleFactTender(part.CountsAs, part.Amount))],
            plan.People.Values.Sum());
    }
}
