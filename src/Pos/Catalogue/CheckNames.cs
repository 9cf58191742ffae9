using Tourism.Kernel;

namespace Tourism.Pos.Catalogue;

/// <summary>Codes and names that fit their columns and their addresses.</summary>
internal static class CheckNames
{
    private const int MaxCode = 40;
    private const int MaxName = 200;

    public static IEnumerable<string> Errors(string code, LocalText name, string at)
    {
        if (code.Length is 0 or > MaxCode || !code.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-'))
            yield return $"{at}: '{code}' is no code. Use 1 to {MaxCode} of a-z, 0-9 and '-'.";
        foreach (var error in Errors(name, at))
            yield return error;
    }

    public static IEnumerable<string> Errors(LocalText name, string at)
    {
        if (string.IsNullOrWhiteSpace(name.Ja))
            yield return $"{at}: the Japanese name is missing.";
        if (Language.All.Any(language => name.In(language).Length > MaxName))
            yield return $"{at}: a name is longer than {MaxName} characters.";
    }
}
