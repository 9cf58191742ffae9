using System.Globalization;

namespace Tourism.Pos.Ui.Words;

/// <summary>Numbers as people type them.</summary>
public static class TypedNumber
{
    /// <summary>The digits of <paramref name="text"/>, full-width ones too; <c>null</c> without any, never above <paramref name="most"/>.</summary>
    public static long? Of(string? text, long most)
    {
        var digits = string.Concat((text ?? "").Where(char.IsDigit).Select(digit => (char)('0' + (int)char.GetNumericValue(digit))));
        if (digits.Length == 0)
            return null;
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : most;
    }
}
