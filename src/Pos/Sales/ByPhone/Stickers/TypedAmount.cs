using System.Globalization;
using System.Text;
using Tourism.Kernel;
using Tourism.Pos.Payments;
using Tourism.Pos.Shared.Pricing;

namespace Tourism.Pos.Sales.ByPhone.Stickers;

/// <summary>The amount that a visitor typed, or why it cannot be paid, as a key of the page's texts.</summary>
internal readonly record struct TypedAmount(Yen Yen, string? Wrong)
{
    /// <summary>What one line of a sale may cost; the provider would take more.</summary>
    public static readonly Yen Most = new(Calculator.MaxAmount);

    /// <summary>Longest text that is read.</summary>
    public const int Longest = 30;

    /// <summary>Signs that people type around an amount. No point: one thousand in Berlin is one in Tokyo.</summary>
    private const string Around = ",、 ¥円元원";

    /// <summary>Digits of any width, with or without commas and the sign of the yen; from 50 yen, because the provider takes no less.</summary>
    public static TypedAmount Of(string? typed)
    {
        if (typed is null or { Length: > Longest } || typed.Any(char.IsSurrogate) || typed.Contains('\uFFFE') || typed.Contains('\uFFFF'))
            return new(Yen.Zero, "wrong");
        // Full-width digits, commas and yen signs become the plain ones.
        var digits = string.Concat(typed.Normalize(NormalizationForm.FormKC).Where(sign => !Around.Contains(sign) && !char.IsWhiteSpace(sign)));
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit))
            return new(Yen.Zero, "wrong");
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var yen) || yen > Most.Amount)
            return new(Yen.Zero, "too-much");
        return yen < StartPayment.Least.Amount ? new(Yen.Zero, "too-little") : new(new Yen(yen), null);
    }
}
