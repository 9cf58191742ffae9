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
