using System.Text;

namespace Tourism.Pos.Shops;

/// <summary>The holder of an account as bank transfers carry it (Zengin system: kana, Latin capitals, digits and a few signs).</summary>
internal static class HolderName
{
    private const string Signs = " ().-/「」";

    /// <summary>Hiragana and half-width kana become katakana, letters become capitals, small kana large: banks know no other.</summary>
    public static string Of(string typed) => string.Concat(typed.Normalize(NormalizationForm.FormKC).Trim().Select(Katakana)).ToUpperInvariant();

    public static bool IsGood(string holder) => holder.All(sign =>
        sign is (>= 'ァ' and <= 'ヴ') or 'ー' || char.IsAsciiLetterUpper(sign) || char.IsAsciiDigit(sign) || Signs.Contains(sign, StringComparison.Ordinal));

    private static char Katakana(char sign)
    {
        const string small = "ァィゥェォッャュョヮ", large = "アイウエオツヤユヨワ";
        var kana = sign is >= 'ぁ' and <= 'ゔ' ? (char)(sign - 'ぁ' + 'ァ') : sign;
        return small.IndexOf(kana, StringComparison.Ordinal) is >= 0 and var at ? large[at] : kana;
    }
}
