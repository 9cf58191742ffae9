using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Reviews;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales;

/// <summary>What the receipt says beside what the server would have charged.</summary>
internal sealed record PricedSale(QuoteView Charged, Yen? ServerTotal, IReadOnlyList<Doubt> Doubts)
{
    public static Result<PricedSale> Of(Snapshot snapshot, Site site, SaleRequest request)
    {
        var quote = Calculator.Price(snapshot.On(site, BusinessDate.Of(request.OccurredAt)), request.Lines, request.Terms);
        if (!quote.Ok)
            return SaleChecks.HasHappened(request) ? Unpriced(request, quote.Failure) : quote.Failure;
        if (quote.Value.Total != request.Total && !SaleChecks.MoneyIsTaken(request))
            return new TotalDiffers(request.Total, quote.Value.Total);
        var charged = request.Charged is null
            ? Calculator.Charged(quote.Value, request.Total, snapshot.IssuerOf(site, BusinessDate.Of(request.OccurredAt)).Rounding)
            : Receipt(request, request.Charged);
        return new PricedSale(charged, quote.Value.Total == request.Total ? null : quote.Value.Total, Difference(charged, quote.Value));
    }

    /// <summary>The till knew a price list that the server does not: the receipt alone says what was sold.</summary>
    private static PricedSale Unpriced(SaleRequest request, Failure why)
    {
        var kind = why is UnknownProduct ? ReviewKind.UnknownProduct : ReviewKind.TotalDiffers;
        return new PricedSale(Receipt(request, request.Charged!), null, [new Doubt(kind, why.Ja, why.En, request.Total)]);
    }

    private static QuoteView Receipt(SaleRequest request, ChargedBasket charged) => new(
        [.. request.Lines.Zip(charged.Lines, (line, printed) => new LineView(
            line.Product, printed.Name, line.Quantity, printed.UnitPrice, printed.Amount, printed.TaxPercent, line.Reduction, printed.Why, line.Weighing?.NetGrams))],
        request.Total, charged.Taxes) { Discount = charged.Discount };

    private static IReadOnlyList<Doubt> Difference(QuoteView charged, QuoteView server)
    {
        if (charged.Total != server.Total)
            return [Doubt(charged.Total, server.Total, "合計がサーバーの計算と違います。", "The total is not what the server calculates.")];
        return Taxes(charged).SequenceEqual(Taxes(server))
            ? []
            : [Doubt(charged.Taxes.Select(tax => tax.Tax).Sum(), server.Taxes.Select(tax => tax.Tax).Sum(), "消費税額がサーバーの計算と違います。", "The tax is not what the server calculates.")];
    }

    private static IEnumerable<(int, Yen, Yen)> Taxes(QuoteView basket) =>
        basket.Taxes.OrderByDescending(tax => tax.Percent).Where(tax => tax.Total != Yen.Zero).Select(tax => (tax.Percent, tax.Total, tax.Tax));

    private static Doubt Doubt(Yen till, Yen server, string ja, string en) => new(ReviewKind.TotalDiffers, ja, en, till, server);
}
