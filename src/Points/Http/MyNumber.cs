using System.Text;
using System.Text.RegularExpressions;

namespace Tourism.Points.Http;

/// <summary>Finds a My Number (個人番号) in free text: a city may not keep one outside the purposes the My Number Act names (arts. 9, 19, 20).</summary>
internal static partial class MyNumber
{
    /// <summary>True for 12 digits, plain or in fours, of any width, whose check digit is right (Ministerial Ordinance 85 of 2014, art. 5).</summary>
    public static bool IsIn(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC);
        foreach (var match in TwelveDigits().EnumerateMatches(plain))
        {
            if (HasCheckDigit(plain.AsSpan(match.Index, match.Length)))
                return true;
        }

        return false;
    }

    private static bool HasCheckDigit(ReadOnlySpan<char> match)
    {
        var (sum, place) = (0, 11);
        foreach (var character in match)
        {
            if (!char.IsAsciiDigit(character))
                continue;
            if (place == 0)
                return character - '0' == (sum % 11 <= 1 ? 0 : 11 - sum % 11);
            sum += (character - '0') * (place <= 6 ? place + 1 : place - 5);
            place--;
        }

        return false;
    }

    [GeneratedRegex(@"(?<![0-9])[0-9]{4}([ -]?)[0-9]{4}\1[0-9]{4}(?![0-9])")]
    private static partial Regex TwelveDigits();
}
