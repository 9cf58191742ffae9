using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;

namespace Tourism.Pos.Sandbox;

/// <summary>Parameters as Stripe's clients send them: flat, with the path in brackets, for example <c>line_items[0][quantity]</c>.</summary>
internal sealed partial class StripeForm(IEnumerable<KeyValuePair<string, StringValues>> pairs)
{
    private readonly Dictionary<string, string> _values = pairs.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());

    public IEnumerable<string> Keys => _values.Keys;

    public string? Text(string key) => _values.GetValueOrDefault(key) is { Length: > 0 } text ? text : null;

    public long? Number(string key) =>
        long.TryParse(Text(key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Everything one level below <paramref name="prefix"/>.</summary>
    public Dictionary<string, string> Map(string prefix) => _values
        .Where(pair => pair.Key.StartsWith(prefix + "[", StringComparison.Ordinal) && pair.Key.IndexOf(']', prefix.Length) == pair.Key.Length - 1)
        .ToDictionary(pair => pair.Key[(prefix.Length + 1)..^1], pair => pair.Value);

    /// <summary>Values of a list, whether its places are numbered or left open.</summary>
    public IReadOnlyList<string> List(string name) =>
        [.. _values.Where(pair => Shape(pair.Key) == name + "[]").OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value.Split(','))];

    public bool Expands(string path) => List("expand").Contains(path);

    /// <summary>The first parameter whose shape is not in <paramref name="known"/>; a real account would refuse it too.</summary>
    public string? Unknown(IReadOnlySet<string> known) => _values.Keys.FirstOrDefault(key => !known.Contains(Shape(key)));

    /// <summary>Tells the same request from another one under the same key.</summary>
    public string Fingerprint(string request)
    {
        var text = new StringBuilder(request);
        foreach (var (key, value) in _values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            text.Append('\n').Append(Uri.EscapeDataString(key)).Append('=').Append(Uri.EscapeDataString(value));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The key with list places emptied and free names starred: <c>metadata[*]</c>, <c>line_items[][quantity]</c>.</summary>
    private static string Shape(string key) => FreeName().Replace(Place().Replace(key, "[]"), "$1[*]");

    [GeneratedRegex(@"\[\d*\]")]
    private static partial Regex Place();

    [GeneratedRegex(@"((?:^|\[)metadata\]?)\[[^\]]*\]$")]
    private static partial Regex FreeName();
}
