using System.Text;

namespace Tourism.Kernel;

/// <summary>
/// Kana in Latin letters, to propose a name that visitors can read: Hepburn as Japanese passports write it (Passport Act Enforcement Regulations),
/// so ん is m before b, m and p, っ doubles and is t before ch, and long vowels are not marked. A proposal only: people correct it.
/// </summary>
public static class Romaji
{
    private static readonly Dictionary<string, string> Syllables = Read("""
        あ a い i う u え e お o か ka き ki く ku け ke こ ko さ sa し shi す su せ se そ so た ta ち chi つ tsu て te と to な na に ni ぬ nu ね ne の no
        は ha ひ hi ふ fu へ he ほ ho ま ma み mi む mu め me も mo や ya ゆ yu よ yo ら ra り ri る ru れ re ろ ro わ wa ゐ i ゑ e を o
        が ga ぎ gi ぐ gu げ ge ご go ざ za じ ji ず zu ぜ ze ぞ zo だ da ぢ ji づ zu で de ど do ば ba び bi ぶ bu べ be ぼ bo ぱ pa ぴ pi ぷ pu ぺ pe ぽ po ゔ vu
        きゃ kya きゅ kyu きょ kyo しゃ sha しゅ shu しょ sho しぇ she ちゃ cha ちゅ chu ちょ cho ちぇ che にゃ nya にゅ nyu にょ nyo ひゃ hya ひゅ hyu ひょ hyo
        みゃ mya みゅ myu みょ myo りゃ rya りゅ ryu りょ ryo ぎゃ gya ぎゅ gyu ぎょ gyo じゃ ja じゅ ju じょ jo じぇ je びゃ bya びゅ byu びょ byo ぴゃ pya ぴゅ pyu ぴょ pyo
        ふぁ fa ふぃ fi ふぇ fe ふぉ fo てぃ ti でぃ di とぅ tu どぅ du うぃ wi うぇ we うぉ wo ゔぁ va ゔぃ vi ゔぇ ve ゔぉ vo つぁ tsa
        ぁ a ぃ i ぅ u ぇ e ぉ o ゃ ya ゅ yu ょ yo ゎ wa
        """);

    /// <summary>True for text that reads itself: hiragana, katakana, ー, spaces, middle dots, and what is Latin already.</summary>
    /// <param name="text">A name.</param>
    public static bool Reads(string text) => text.Any(IsKana) && text.All(sign => IsKana(sign) || sign is ' ' or '　' or '・' || char.IsAscii(sign));

    /// <summary>The same in Latin letters, each word with a capital; what is no kana stays.</summary>
    /// <param name="kana">Hiragana or katakana, words with spaces between.</param>
    public static string Of(string kana) => string.Join(' ', kana.Split([' ', '　', '・'], StringSplitOptions.RemoveEmptyEntries).Select(Word));

    private static bool IsKana(char sign) => sign is (>= 'ぁ' and <= 'ゖ') or (>= 'ァ' and <= 'ヶ') or 'ー';

    private static string Word(string word)
    {
        var hiragana = string.Concat(word.Select(sign => sign is >= 'ァ' and <= 'ヶ' ? (char)(sign - 'ァ' + 'ぁ') : sign));
        var latin = new StringBuilder();
        var doubled = false;
        for (var at = 0; at < hiragana.Length;)
        {
            var (sound, length) = Next(hiragana, at);
            at += length;
            if (hiragana[at - length] is 'っ')
            {
                doubled = true;
                continue;
            }

            Add(latin, sound, doubled);
            doubled = false;
        }

        return latin.Length == 0 ? "" : char.ToUpperInvariant(latin[0]) + latin.ToString(1, latin.Length - 1);
    }

    private static (string Sound, int Length) Next(string text, int at)
    {
        if (at + 1 < text.Length && Syllables.TryGetValue(text.Substring(at, 2), out var two))
            return (two, 2);
        return (text[at] switch
        {
            'ん' => "n",
            'ー' or 'っ' => "",
            var sign => Syllables.GetValueOrDefault(sign.ToString(), sign.ToString()),
        }, 1);
    }

    private static void Add(StringBuilder latin, string sound, bool doubled)
    {
        if (sound.Length == 0 || IsLong(latin, sound))
            return;
        if (doubled)
            latin.Append(sound.StartsWith("ch", StringComparison.Ordinal) ? 't' : sound[0]);
        // No other n stands at the end: every syllable but ん ends in a vowel.
        if (latin.Length > 0 && latin[^1] == 'n' && sound[0] is 'b' or 'm' or 'p')
            latin[^1] = 'm';
        latin.Append(sound);
    }

    /// <summary>おう, おお and うう are one long sound and written once.</summary>
    private static bool IsLong(StringBuilder latin, string sound) =>
        latin.Length > 0 && ((sound == "u" && latin[^1] is 'o' or 'u') || (sound == "o" && latin[^1] == 'o'));

    private static Dictionary<string, string> Read(string table)
    {
        var parts = table.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
    }
}
