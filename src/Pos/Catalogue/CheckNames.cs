using Tourism.Kernel;

namespace Tourism.Pos.Catalogue;

/// <summary>Codes and names that fit their columns and their addresses.</summary>
internal static class CheckNames
{
    public const int MaxCode = 40;
    public const int MaxName = 200;

    /// <summary>What a code is, to follow "Correct 'code':".</summary>
    public static readonly string CodeJa = $"1～{MaxCode} 文字の半角小文字・数字・- にしてください";

    /// <summary>The same in English.</summary>
    public static readonly string CodeEn = $"use 1 to {MaxCode} of a–z, 0–9 and hyphen";

    public static bool IsCode(string code) =>
        code.Length is > 0 and <= MaxCode && code.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-');

    public static bool IsKana(string kana) => kana.Length <= MaxName && kana.All(sign => sign is (>= 'ぁ' and <= 'ゖ') or 'ー' or ' ');

    public static bool IsTooLong(LocalText name) => Language.All.Any(language => name.In(language).Length > MaxName);

    /// <summary>They are kept in one column, with spaces between.</summary>
    public static bool IsTooLong(IReadOnlyList<string> sites) => sites.Sum(site => (site?.Length ?? 0) + 1) - 1 > MaxName;

    public static IEnumerable<string> Errors(string code, LocalText name, string at)
    {
        if (!IsCode(code))
            yield return $"{at}: '{code}' is no code. Use 1 to {MaxCode} of a-z, 0-9 and '-'.";
        foreach (var error in Errors(name, at))
            yield return error;
    }

    public static IEnumerable<string> Errors(LocalText name, string at)
    {
        if (string.IsNullOrWhiteSpace(name.Ja))
            yield return $"{at}: the Japanese name is missing.";
        if (IsTooLong(name))
            yield return $"{at}: a name is longer than {MaxName} characters.";
    }
}
