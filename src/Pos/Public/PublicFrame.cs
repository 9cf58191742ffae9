using Tourism.Kernel;

namespace Tourism.Pos.Public;

/// <summary>What every public page needs: the visitor's language, the city and whether this is only a demo.</summary>
/// <param name="Language">One of <see cref="Kernel.Language.All"/>.</param>
/// <param name="City">The city's name.</param>
/// <param name="Mark">demo or training; <c>null</c> in production.</param>
public sealed record PublicFrame(string Language, LocalText City, string? Mark)
{
    private static readonly Texts Texts = Texts.Load(typeof(PublicFrame).Assembly, "public");

    /// <summary>A sentence of the public pages.</summary>
    public string Text(string key, params object[] values) => Texts.Get(Language, key, values);

    /// <summary>An amount with its currency, as this language writes it.</summary>
    public string Money(Yen amount) => Text("yen", amount);
}
