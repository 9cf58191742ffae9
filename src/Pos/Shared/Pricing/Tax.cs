using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shared.Pricing;

/// <summary>Consumption tax of a total. Call it once per rate and receipt, never per line (Consumption Tax Act basic circular 1-8-15).</summary>
public static class Tax
{
    /// <summary>Tax inside <paramref name="total"/>, rounded once in the issuer's direction.</summary>
    /// <param name="total">Tax-included total at this rate; not negative.</param>
    /// <param name="percent">Rate, 0–100.</param>
    /// <param name="rounding">The issuer's direction.</param>
    public static Yen Within(Yen total, int percent, Rounding rounding) => new(Fraction.Round(checked(total.Amount * percent), 100 + percent, rounding));

    /// <summary>Tax to add to <paramref name="net"/>, rounded once in the issuer's direction.</summary>
    /// <param name="net">Tax-excluded total at this rate; not negative.</param>
    /// <param name="percent">Rate, 0–100.</param>
    /// <param name="rounding">The issuer's direction.</param>
    public static Yen On(Yen net, int percent, Rounding rounding) => new(Fraction.Round(checked(net.Amount * percent), 100, rounding));
}
