namespace Tourism.Kernel;

/// <summary>The five languages of the public pages, as BCP 47 tags.</summary>
public static class Language
{
    /// <summary>Japanese.</summary>
    public const string Ja = "ja";

    /// <summary>English.</summary>
    public const string En = "en";

    /// <summary>Korean.</summary>
    public const string Ko = "ko";

    /// <summary>Chinese, traditional script.</summary>
    public const string ZhHant = "zh-Hant";

    /// <summary>Chinese, simplified script.</summary>
    public const string ZhHans = "zh-Hans";

    /// <summary>Every language a visitor may read, Japanese first.</summary>
    public static IReadOnlyList<string> All { get; } = [Ja, En, Ko, ZhHant, ZhHans];

    /// <summary>True for one of <see cref="All"/>.</summary>
    public static bool IsKnown(string? tag) => All.Contains(tag);

    /// <summary>Name of a language in itself, for a language menu.</summary>
    public static string NameOf(string tag) => tag switch
    {
        Ja => "日本語",
        Ko => "한국어",
        ZhHant => "繁體中文",
        ZhHans => "简体中文",
        _ => "English",
    };

    /// <summary>The language to show for a list such as an Accept-Language header, best first; English when none is ours.</summary>
    public static string Best(IEnumerable<string> wanted) => wanted.Select(Match).FirstOrDefault(found => found is not null) ?? En;

    private static string? Match(string tag)
    {
        var lower = tag.Trim().ToLowerInvariant();
        return lower switch
        {
            "zh-tw" or "zh-hk" or "zh-mo" => ZhHant,
            _ when lower.StartsWith("zh-hant", StringComparison.Ordinal) => ZhHant,
            _ when lower.StartsWith("zh", StringComparison.Ordinal) => ZhHans,
            _ => All.FirstOrDefault(known => lower == known || lower.StartsWith(known + "-", StringComparison.Ordinal)),
        };
    }
}
