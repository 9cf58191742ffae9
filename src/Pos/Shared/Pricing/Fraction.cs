using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shared.Pricing;

/// <summary>Rounds fractions of a yen in an issuer's direction.</summary>
internal static class Fraction
{
    public static long Round(long dividend, long divisor, Rounding rounding)
    {
        var (whole, rest) = Math.DivRem(dividend, divisor);
        var up = rounding switch
        {
            Rounding.Ceiling => rest > 0,
            Rounding.Round => rest * 2 >= divisor,
            _ => false,
        };
        return up ? whole + 1 : whole;
    }
}
