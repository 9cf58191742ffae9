namespace Tourism.Kernel;

/// <summary>A name or sentence of the city's data. Japanese is required; a missing language shows English, then Japanese.</summary>
/// <param name="Ja">Japanese.</param>
/// <param name="En">English.</param>
/// <param name="Ko">Korean.</param>
/// <param name="ZhHant">Chinese, traditional script.</param>
/// <param name="ZhHans">Chinese, simplified script.</param>
public sealed record LocalText(string Ja, string? En = null, string? Ko = null, string? ZhHant = null, string? ZhHans = null)
{
    /// <summary>The text in one of <see cref="Language.All"/>.</summary>
    public string In(string language) => Exact(language) ?? En ?? Ja;

    private string? Exact(string language) => language switch
    {
        Language.Ja => Ja,
        Language.Ko => Ko,
        Language.ZhHant => ZhHant,
        Language.ZhHans => ZhHans,
        _ => En,
    };
}
