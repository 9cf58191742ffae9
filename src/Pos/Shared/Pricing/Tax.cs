using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shared.Pricing;

/// <summary>Consumption tax contained in tax-included totals.</summary>
public static class Tax
{
    /// <summary>
    /// Tax inside <paramref name="total"/>, rounded once in the issuer's direction. Call it once per rate and receipt, never per line
    /// (Consumption Tax basic circular 1-8-15).
    /// </summary>
    /// <param name="total">Tax-included total at this rate; not negative.</param>
    /// <param name="percent">Rate, 0–100.</param>
    /// <param name="rounding">The issuer's direction.</param>
    public static Yen Within(Yen total, int percent, Rounding rounding)
    {
        var divisor = 100 + percent;
        var (whole, rest) = Math.DivRem(checked(total.Amount * percent), divisor);
        var up = rounding switch
        {
            Rounding.Ceiling => rest > 0,
            Rounding.Round => rest * 2 >= divisor,
            _ => false,
        };
        return new Yen(up ? whole + 1 : whole);
    }
}
