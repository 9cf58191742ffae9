using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shared.Pricing;

/// <summary>The tax of a receipt: one rounding per rate.</summary>
internal static class Taxes
{
    /// <summary>Highest rate first.</summary>
    public static List<TaxView> Of(IEnumerable<LineView> lines, Yen discount, IssuerView issuer)
    {
        var rates = new SortedDictionary<int, Yen>();
        foreach (var line in lines)
            rates[line.TaxPercent] = rates.GetValueOrDefault(line.TaxPercent) + line.Amount;
        var shares = Discounts.Split(discount, [.. rates.Values]);
        return [.. rates.Select((rate, at) => Of(rate.Key, rate.Value - shares[at], shares[at], issuer)).Reverse()];
    }

    /// <summary>The same rate with more or less money in it.</summary>
    public static TaxView Plus(this TaxView rate, Yen difference, Rounding rounding) => rate with
    {
        Total = rate.Total + difference,
        Tax = Tax.Within(rate.Total + difference, rate.Percent, rounding),
    };

    private static TaxView Of(int percent, Yen priced, Yen discount, IssuerView issuer)
    {
        if (issuer.PricesIncludeTax)
            return new TaxView(percent, priced, Tax.Within(priced, percent, issuer.Rounding)) { Discount = discount };
        var tax = Tax.On(priced, percent, issuer.Rounding);
        return new TaxView(percent, priced + tax, tax) { Discount = discount };
    }
}
