using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shared.Pricing;

/// <summary>A discount on a whole basket, or points used as one: both are the same price reduction (basic circular 1-8-5).</summary>
internal static class Discounts
{
    /// <summary>The discount asked for, as the issuer prices: of a business that prices without tax it comes off before tax.</summary>
    public static Result<Yen> Of(BasketTerms? terms, Yen lines)
    {
        if (terms?.Discount is not { } discount)
            return Yen.Zero;
        if (discount.Amount < 1)
            return new WrongDiscount(discount, "terms.discount");
        if (discount > lines)
            return new DiscountTooHigh(discount, lines, "terms.discount");
        return Reason.Wrong(terms) is { } wrong ? wrong : discount;
    }

    /// <summary>
    /// Splits by price: fractions are dropped from the lowest rate up and the highest rate takes what remains. Dropping them from the running
    /// sum rather than from each share keeps every share within its rate, however many rates there are.
    /// </summary>
    /// <param name="discount">At most the sum of <paramref name="amounts"/>.</param>
    /// <param name="amounts">Price of each rate, lowest rate first.</param>
    public static Yen[] Split(Yen discount, IReadOnlyList<Yen> amounts)
    {
        var shares = new Yen[amounts.Count];
        if (discount == Yen.Zero)
            return shares;
        var (total, sum, given) = (amounts.Sum().Amount, 0L, 0L);
        for (var at = 0; at < shares.Length; at++)
        {
            sum += amounts[at].Amount;
            var due = checked(discount.Amount * sum) / total;
            shares[at] = new Yen(due - given);
            given = due;
        }

        return shares;
    }
}
