using System.Reflection;
using System.Text.RegularExpressions;
using Tourism.Kernel;

namespace Tourism.Ui.Tests;

/// <summary>The words of the staff app: complete in both languages, and nowhere but in their files.</summary>
public sealed partial class TextsTests
{
    public static TheoryData<string, string> Parts => new()
    {
        { "Tourism.Pos.Ui", "src/Pos/Ui" },
        { "Tourism.Pos.Till", "src/Pos/Till" },
        { "Tourism.Points.Office", "src/Points/Office" },
        { "Tourism.Analytics.Office", "src/Analytics/Office" },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public void Languages_EverySurface_HaveTheSameKeysAndPlaceholders(string assembly, string folder)
    {
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(Root, folder), "*.razor"));
        foreach (var (surface, texts) in Surfaces(assembly))
        {
            Assert.Equal(["en", "ja"], texts.Languages.Order());
            Assert.Equal(texts.KeysIn("ja").Order(), texts.KeysIn("en").Order());
            foreach (var key in texts.KeysIn("ja"))
                Assert.True(Placeholders(texts.Get("ja", key)).SetEquals(Placeholders(texts.Get("en", key))), $"{surface}.{key} has other placeholders in English");
        }
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Keys_UsedInCode_ExistAndNoneIsLeftOver(string assembly, string folder)
    {
        var surfaces = Surfaces(assembly);
        var known = surfaces.SelectMany(surface => surface.Value.KeysIn("ja").Select(key => $"{surface.Key}.{key}")).ToHashSet();
        var code = string.Concat(Sources(folder).Select(File.ReadAllText));
        var names = string.Join('|', surfaces.Keys);
        var exact = Regex.Matches(code, $"""(?<=")({names})\.[a-z0-9-]+(?=")""").Select(match => match.Value).ToHashSet();
        var prefixes = Regex.Matches(code, "(?<=\\$\")(" + names + ")\\.[a-z0-9-]*(?=\\{)").Select(match => match.Value).ToHashSet();

        Assert.NotEmpty(exact);
        Assert.Empty(exact.Except(known));
        Assert.All(prefixes, prefix => Assert.Contains(known, key => key.StartsWith(prefix, StringComparison.Ordinal)));
        Assert.DoesNotContain(known, key => !exact.Contains(key) && !prefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Markup_EveryComponent_HasNoWordsAndNoStylesOfItsOwn(string assembly, string folder)
    {
        Assert.NotNull(Assembly.Load(assembly));
        foreach (var file in Sources(folder).Where(file => file.EndsWith(".razor", StringComparison.Ordinal)))
        {
            var markup = Code().Replace(File.ReadAllText(file), "");
            Assert.False(Japanese().IsMatch(markup), $"{file} holds words that belong into Languages/");
            Assert.False(Styled().IsMatch(markup), $"{file} holds an inline style, which the content security policy forbids");
        }
    }

    private static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Tourism.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No Tourism.sln above."));

    private static IEnumerable<string> Sources(string folder) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), "*.*", new EnumerationOptions { RecurseSubdirectories = true })
        .Where(file => Path.GetExtension(file) is ".razor" or ".cs" && !file.Contains("node_modules", StringComparison.Ordinal));

    private static Dictionary<string, Texts> Surfaces(string assembly)
    {
        var loaded = Assembly.Load(assembly);
        return loaded.GetManifestResourceNames().Select(name => name.Split('.')[0]).Distinct().ToDictionary(name => name, name => Texts.Load(loaded, name));
    }

    private static HashSet<string> Placeholders(string text) => [.. Braces().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]")]
    private static partial Regex Japanese();

    [GeneratedRegex(@"\sstyle\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex Styled();

    [GeneratedRegex(@"^@code \{.*", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();
}
