using System.Text.Json;
using Tourism.Testing;

namespace Tourism.Architecture.Tests;

/// <summary>Everything a visitor may read, from the files it stands in: folders called <c>Texts</c>, and the names in a city's data.</summary>
internal static class PublicTexts
{
    public static readonly string[] Languages = ["ja", "en", "ko", "zh-Hant", "zh-Hans"];

    /// <summary>Surface, key → text per language.</summary>
    public static IReadOnlyDictionary<string, Dictionary<string, string>> All { get; } = Surfaces().Concat(Cities()).ToDictionary();

    private static IEnumerable<KeyValuePair<string, Dictionary<string, string>>> Surfaces() =>
        from file in Directory.EnumerateFiles(Repository.Path("src"), "*.json", SearchOption.AllDirectories)
        where Path.GetFileName(Path.GetDirectoryName(file)) == "Texts" && !file.Contains("node_modules", StringComparison.Ordinal)
        let name = Path.GetFileNameWithoutExtension(file).Split('.', 2)
        from text in JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!
        group (Language: name[1], text.Value) by $"{name[0]}.{text.Key}" into texts
        select KeyValuePair.Create(texts.Key, texts.ToDictionary(text => text.Language, text => text.Value));

    private static IEnumerable<KeyValuePair<string, Dictionary<string, string>>> Cities() =>
        from file in Directory.EnumerateFiles(Repository.Path("src", "Pos", "Cities"), "*.json", SearchOption.AllDirectories)
        where !file.EndsWith(".demo.json", StringComparison.Ordinal)
        from text in Names(JsonDocument.Parse(File.ReadAllText(file)).RootElement, $"{Path.GetFileName(Path.GetDirectoryName(file))}.{Path.GetFileNameWithoutExtension(file)}")
        select text;

    /// <summary>Names of tills are left out: only staff see them.</summary>
    private static IEnumerable<KeyValuePair<string, Dictionary<string, string>>> Names(JsonElement node, string at) => node.ValueKind switch
    {
        JsonValueKind.Object when node.TryGetProperty("ja", out _) => [KeyValuePair.Create(at, node.EnumerateObject().ToDictionary(text => Tag(text.Name), text => text.Value.GetString()!))],
        JsonValueKind.Object => node.EnumerateObject().Where(child => child.Name != "tills").SelectMany(child => Names(child.Value, $"{at}.{child.Name}")),
        JsonValueKind.Array => node.EnumerateArray().SelectMany((child, index) => Names(child, $"{at}[{CodeOf(child) ?? $"{index}"}]")),
        _ => [],
    };

    private static string? CodeOf(JsonElement node) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty("code", out var code) ? code.GetString() : null;

    private static string Tag(string name) => name switch { "zhHant" => "zh-Hant", "zhHans" => "zh-Hans", _ => name };
}
