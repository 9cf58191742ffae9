using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shared.Pricing;

/// <summary>Prices and taxes a basket. The same code runs in the till and on the server, which always recomputes.</summary>
public static class Calculator
{
    /// <summary>Most lines a basket may have.</summary>
    public const int MaxLines = 200;

    /// <summary>Most of one product on a line, and most people on one ticket.</summary>
    public const int MaxQuantity = 9_999;

    /// <summary>Highest typed amount and highest total, in yen.</summary>
    public const long MaxAmount = 9_999_999;

    /// <summary>Product code of the line that stands for a difference between till and price list.</summary>
    public const string DifferenceLine = "price-difference";

    private static readonly LocalText DifferenceName = new("価格の差", "Price difference", "가격 차액", "價格差額", "价格差额");

    /// <summary>Prices <paramref name="lines"/> from the price list of one site and day; fails with the first line that is wrong.</summary>
    public static Result<QuoteView> Price(SiteView site, IReadOnlyList<LineRequest> lines)
    {
        if (lines.Count is 0 or > MaxLines)
            return new WrongLineCount(lines.Count);
        var priced = new List<LineView>(lines.Count);
        for (var index = 0; index < lines.Count; index++)
        {
            var line = Price(site, lines[index], $"lines[{index}]");
            if (!line.Ok)
                return line.Failure;
            priced.Add(line.Value);
        }

        var total = priced.Select(line => line.Amount).Sum();
        if (People(site, lines) > MaxQuantity)
            return new TooManyPeople(People(site, lines));
        return total.Amount > MaxAmount ? new TotalTooHigh(total) : new QuoteView(priced, total, Taxes(priced, site.Issuer.Rounding));
    }

    /// <summary>
    /// The basket as a till really charged it: a line for what it took more or less than <paramref name="quote"/>, at the rate that most
    /// of the money was at, so that lines and taxes add up to what stands on the receipt.
    /// </summary>
    public static QuoteView Charged(QuoteView quote, Yen total, Rounding rounding)
    {
        if (quote.Total == total)
            return quote;
        var percent = quote.Taxes.MaxBy(rate => rate.Total)!.Percent;
        LineView[] lines = [.. quote.Lines, new LineView(DifferenceLine, DifferenceName, 1, null, total - quote.Total, percent)];
        return new QuoteView(lines, total, Taxes(lines, rounding));
    }

    private static int People(SiteView site, IReadOnlyList<LineRequest> lines) => lines
        .Where(line => site.Products.Any(product => product.Code == line.Product && product.Kind == ProductKind.Admission))
        .Sum(line => line.Quantity);

    private static Result<LineView> Price(SiteView site, LineRequest? line, string at)
    {
        if (line?.Product is null || site.Products.FirstOrDefault(candidate => candidate.Code == line.Product) is not { } product)
            return new UnknownProduct(line?.Product, site.Code, at + ".product");
        if (line.Quantity is < 1 or > MaxQuantity)
            return new WrongQuantity(line.Quantity, at + ".quantity");
        return product.Kind == ProductKind.Amount ? Typed(product, line, at) : Listed(product, line, at);
    }

    private static Result<LineView> Typed(ProductView product, LineRequest line, string at) =>
        line.Amount is { Amount: >= 1 and <= MaxAmount } amount
            ? new LineView(product.Code, product.Name, line.Quantity, null, amount, product.TaxPercent)
            : new WrongAmount(at + ".amount");

    private static Result<LineView> Listed(ProductView product, LineRequest line, string at)
    {
        if (line.Amount is not null)
            return new AmountNotWanted(product.Code, at + ".amount");
        return product.Price is { } price
            ? new LineView(product.Code, product.Name, line.Quantity, price, price * line.Quantity, product.TaxPercent)
            : new NotOnSale(product.Code, at + ".product");
    }

    private static List<TaxView> Taxes(IEnumerable<LineView> lines, Rounding rounding) =>
    [
        .. lines.GroupBy(line => line.TaxPercent).OrderByDescending(rate => rate.Key)
            .Select(rate => (Percent: rate.Key, Total: rate.Select(line => line.Amount).Sum()))
            .Select(rate => new TaxView(rate.Percent, rate.Total, Tax.Within(rate.Total, rate.Percent, rounding))),
    ];
}
