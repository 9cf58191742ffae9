using System.Globalization;
using System.Text;

namespace Tourism.Pos.Shared.Receipts;

/// <summary>
/// Columns that text takes on a Japanese receipt printer: half-width characters one, all others two, as in CP932, where also Greek,
/// Cyrillic and signs like × or ° are full width.
/// </summary>
public static class PrintWidth
{
    /// <summary>Signs below U+0250 that CP932 has in two bytes, and the yen sign, which becomes its full-width form.</summary>
    private const string WideLatin = "¥§¨°±´¶×÷";

    /// <summary>Characters of Unicode that CP932 writes with another code point of the same look.</summary>
    private static readonly Dictionary<char, char> Same = new()
    {
        ['\u301C'] = '\uFF5E', ['\u2212'] = '\uFF0D', ['\u2016'] = '\u2225', ['\u2014'] = '\u2015', ['\u00A5'] = '\uFFE5',
    };

    /// <summary>Columns of <paramref name="text"/>; marks that combine with the character before them take none.</summary>
    public static int Of(string text) => text.EnumerateRunes().Sum(Of);

    /// <summary>The same words in characters that survive the printer's code page.</summary>
    public static string Printable(string text) => string.Concat(text.Normalize(NormalizationForm.FormC).Select(one => Same.GetValueOrDefault(one, one)));

    /// <summary>Cuts <paramref name="text"/> into rows of at most <paramref name="columns"/>, between words where there are spaces.</summary>
    public static IReadOnlyList<string> Wrap(string text, int columns)
    {
        var rows = new List<string>();
        var row = new StringBuilder();
        foreach (var piece in Pieces(text, columns))
        {
            if (Of(row.ToString()) + Of(piece.TrimEnd()) > columns)
            {
                rows.Add(row.ToString().TrimEnd());
                row.Clear();
            }

            row.Append(row.Length == 0 ? piece.TrimStart() : piece);
        }

        rows.Add(row.ToString().TrimEnd());
        return rows;
    }

    /// <summary>Words with the space after them; a full-width character, and a word too long for a row, may be parted anywhere.</summary>
    private static IEnumerable<string> Pieces(string text, int columns)
    {
        var word = new StringBuilder();
        foreach (var element in Elements(text))
        {
            var wide = Of(element) > 1;
            if (word.Length > 0 && (wide || word[^1] == ' ' || Of(word.ToString()) + Of(element) > columns))
            {
                yield return word.ToString();
                word.Clear();
            }

            word.Append(element);
            if (!wide)
                continue;
            yield return word.ToString();
            word.Clear();
        }

        if (word.Length > 0)
            yield return word.ToString();
    }

    private static IEnumerable<string> Elements(string text)
    {
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();)
            yield return elements.GetTextElement();
    }

    private static int Of(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control => 0,
        _ when rune.Value is >= 0xFF61 and <= 0xFF9F => 1,
        _ when rune.Value < 0x250 => WideLatin.Contains((char)rune.Value) ? 2 : 1,
        _ => 2,
    };
}
