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

    /// <summary>Heaviest weighing, in grams.</summary>
    public const int MaxGrams = 999_999;

    /// <summary>Longest reason or name of a scale, in UTF-16 units.</summary>
    public const int MaxText = 200;

    /// <summary>Product code of the line that stands for a difference between till and price list.</summary>
    public const string DifferenceLine = "price-difference";

    private static readonly LocalText DifferenceName = new("価格の差", "Price difference", "가격 차액", "價格差額", "价格差额");

    /// <summary>
    /// Prices <paramref name="lines"/> from the price list of one site and day, at the cheapest price that is legal for the people who are
    /// there; fails with the first thing that is wrong.
    /// </summary>
    /// <param name="site">Prices, tariff and issuer of the day.</param>
    /// <param name="lines">1–<see cref="MaxLines"/> lines.</param>
    /// <param name="terms">What else decides the price.</param>
    public static Result<QuoteView> Price(SiteView site, IReadOnlyList<LineRequest> lines, BasketTerms? terms = null)
    {
        var book = PriceBook.Of(site);
        var items = Basket.Read(book, lines);
        if (!items.Ok)
            return items.Failure;
        var tier = Tiers.Choose(book, items.Value, terms);
        return tier.Ok ? Total(book, Lines.Price(book, items.Value, tier.Value), tier.Value, terms) : tier.Failure;
    }

    /// <summary>
    /// The basket as a till really charged it: a line for what it took more or less than <paramref name="quote"/>, at the rate that most
    /// of the money was at, so that lines and taxes add up to what stands on the receipt.
    /// </summary>
    public static QuoteView Charged(QuoteView quote, Yen total, Rounding rounding)
    {
        if (quote.Total == total)
            return quote;
        var (difference, main) = (total - quote.Total, quote.Taxes.MaxBy(rate => rate.Total)!);
        return quote with
        {
            Lines = [.. quote.Lines, new LineView(DifferenceLine, DifferenceName, 1, null, difference, main.Percent)],
            Total = total,
            Taxes = [.. quote.Taxes.Select(rate => rate == main ? rate.Plus(difference, rounding) : rate)],
        };
    }

    private static Result<QuoteView> Total(PriceBook book, List<LineView> lines, int tier, BasketTerms? terms)
    {
        var priced = Sum(lines);
        var discount = Discounts.Of(terms, priced);
        if (!discount.Ok)
            return discount.Failure;
        // Looked at before taxes too, so that no discount can hide a basket whose sums would not fit.
        if (priced.Amount > MaxAmount)
            return new TotalTooHigh(priced);
        var taxes = Taxes.Of(lines, discount.Value, book.Site.Issuer);
        var total = taxes.Select(rate => rate.Total).Sum();
        return total.Amount > MaxAmount
            ? new TotalTooHigh(total)
            : new QuoteView(lines, total, taxes, tier == Tiers.Single ? null : book.Tiers[tier].From) { Discount = discount.Value };
    }

    private static Yen Sum(List<LineView> lines)
    {
        var sum = Yen.Zero;
        foreach (var line in lines)
            sum += line.Amount;
        return sum;
    }
}
