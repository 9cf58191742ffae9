using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Tourism.Testing;

namespace Tourism.Architecture.Tests;

/// <summary>What a visitor reads is there in all five languages, can be drawn, and is known to be read by a native speaker or not.</summary>
public sealed partial class LanguageTests
{
    private const string Font = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";

    [Fact]
    public void Texts_EveryPublicString_IsThereInFiveLanguages()
    {
        Assert.True(PublicTexts.All.Count > 80);
        Assert.All(PublicTexts.All, text => Assert.Equal(PublicTexts.Languages.Order(), text.Value.Where(one => one.Value.Trim().Length > 0).Select(one => one.Key).Order()));
    }

    [Fact]
    public void Texts_EveryTranslation_HasTheSamePlaceholders() => Assert.All(PublicTexts.All, text =>
        Assert.Single(text.Value.Values.Select(one => string.Join(' ', Placeholder().Matches(one).Select(match => match.Value).Distinct().Order())).Distinct()));

    /// <summary>A translation equal to the English words is English shown as something else.</summary>
    [Fact]
    public void Texts_KoreanAndChinese_AreNoEnglishInDisguise() => Assert.All(PublicTexts.All, text =>
    {
        if (Word().IsMatch(text.Value["en"]))
            Assert.All(["ko", "zh-Hant", "zh-Hans"], language => Assert.NotEqual(text.Value["en"], text.Value[language]));
    });

    [Fact]
    public void Names_WrittenInCode_AreThereInFiveLanguages()
    {
        var incomplete = Directory.EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => NameInCode().Matches(File.ReadAllText(file)).Select(match => (file, match.Groups[1].Value)))
            .Where(name => Quoted().Count(name.Value) != PublicTexts.Languages.Length);

        Assert.Empty(incomplete);
    }

    /// <summary>The pages name the fonts that phones have; where a kiosk or a server has none, Noto Sans CJK is the one to install.</summary>
    [Fact]
    public void Glyphs_OfEveryPublicString_AreInTheFont()
    {
        Needs.Demand(File.Exists(Font) ? null : "No Noto Sans CJK: apt-get install fonts-noto-cjk.");
        Needs.Program("fc-query", "fontconfig");
        var drawn = Charset();

        Assert.Empty(PublicTexts.All.SelectMany(text => text.Value.Values).SelectMany(text => text.EnumerateRunes()).Select(rune => rune.Value).Distinct()
            .Where(one => !drawn.Any(range => range.From <= one && one <= range.To)).Select(one => $"U+{one:X4}"));
    }

    /// <summary>Both lists together are all texts: whoever has read one moves its row; a changed text is unread again.</summary>
    [Fact]
    public void Approved_TextsNobodyHasRead_AreListed()
    {
        var rows = PublicTexts.All.OrderBy(text => text.Key, StringComparer.Ordinal).Select(Row).ToList();
        var read = Rows("texts-read.md");
        var unread = rows.Except(read).ToList();
        if (Environment.GetEnvironmentVariable("TOURISM_APPROVE") == "1")
            File.WriteAllText(Repository.Path("docs", "texts-unread.md"), string.Join('\n', [Head, .. unread, ""]));

        Assert.Empty(read.Except(rows));
        Assert.Equal(unread, Rows("texts-unread.md"));
    }

    private const string Head = """
        # Texts that no native speaker has read
        One row per text a visitor may see. Whoever has read a row moves it to `texts-read.md`; a text that changes comes back here
        (`TOURISM_APPROVE=1 scripts/test --filter Approved` writes this file).

        | text | 日本語 | 한국어 | 繁體中文 | 简体中文 |
        |---|---|---|---|---|
        """;

    private static string Row(KeyValuePair<string, Dictionary<string, string>> text) =>
        $"| {text.Key} | {string.Join(" | ", new[] { "ja", "ko", "zh-Hant", "zh-Hans" }.Select(language => text.Value[language].Replace("|", "\\|", StringComparison.Ordinal)))} |";

    private static List<string> Rows(string file) =>
        [.. File.ReadAllLines(Repository.Path("docs", file)).Where(line => line.StartsWith('|')).Skip(2)];

    private static List<(int From, int To)> Charset()
    {
        using var query = Process.Start(new ProcessStartInfo("fc-query", ["--index", "0", "--format", "%{charset}", Font]) { RedirectStandardOutput = true })!;
        var ranges = query.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(range => range.Split('-'));
        return [.. ranges.Select(range => (Hex(range[0]), Hex(range[^1])))];
    }

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("[A-Za-z]{4}")]
    private static partial Regex Word();

    [GeneratedRegex("new LocalText\\((\"[^;]*?)\\)[;,\\s]")]
    private static partial Regex NameInCode();

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex Quoted();
}
