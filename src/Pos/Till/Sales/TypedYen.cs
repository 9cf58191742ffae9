using System.Globalization;
using Tourism.Kernel;

namespace Tourism.Pos.Till.Sales;

/// <summary>Amounts as people type them.</summary>
internal static class TypedYen
{
    /// <summary>The largest amount one line may have.</summary>
    public static readonly Yen Most = new(9_999_999);

    /// <summary>The digits of <paramref name="text"/>, full-width ones too, as yen; zero without any, never above <see cref="Most"/>.</summary>
    public static Yen Of(string? text)
    {
        var digits = string.Concat((text ?? "").Where(char.IsDigit).Select(digit => (char)('0' + (int)char.GetNumericValue(digit))));
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount <= Most.Amount
            ? new Yen(amount)
            : digits.Length == 0 ? Yen.Zero : Most;
    }
}
