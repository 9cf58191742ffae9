using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Tourism.Kernel;

/// <summary>The sentences of one surface, from embedded files <c>*.{language}.json</c> of flat key → text.</summary>
public sealed class Texts
{
    private readonly Dictionary<string, Dictionary<string, string>> _byLanguage;

    private Texts(Dictionary<string, Dictionary<string, string>> byLanguage) => _byLanguage = byLanguage;

    /// <summary>Languages this surface speaks.</summary>
    public IEnumerable<string> Languages => _byLanguage.Keys;

    /// <summary>Keys known in <paramref name="language"/>.</summary>
    public IReadOnlyCollection<string> KeysIn(string language) => _byLanguage[language].Keys;

    /// <summary>Loads every embedded file of <paramref name="assembly"/> whose name starts with <paramref name="name"/>.</summary>
    public static Texts Load(Assembly assembly, string name)
    {
        var found = new Dictionary<string, Dictionary<string, string>>();
        foreach (var file in assembly.GetManifestResourceNames().Where(file => file.StartsWith(name + ".", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(file)!;
            found[file[(name.Length + 1)..^".json".Length]] = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
        }

        return new Texts(found);
    }

    /// <summary>The sentence for <paramref name="key"/>. Throws <see cref="KeyNotFoundException"/> when it is missing: tests see to it.</summary>
    public string Get(string language, string key, params object[] values)
    {
        var text = _byLanguage[language].TryGetValue(key, out var found)
            ? found
            : throw new KeyNotFoundException($"No text '{key}' in '{language}'.");
        return values.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, values);
    }
}
