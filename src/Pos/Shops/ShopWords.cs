using Tourism.Kernel;

namespace Tourism.Pos.Shops;

/// <summary>Names of what a new shop begins with, in every language of visitors.</summary>
internal static class ShopWords
{
    private static readonly Texts All = Texts.Load(typeof(ShopWords).Assembly, "goods");

    /// <param name="key">Of a name in <c>goods.*.json</c>.</param>
    public static LocalText Of(string key) =>
        new(In(Language.Ja, key), In(Language.En, key), In(Language.Ko, key), In(Language.ZhHant, key), In(Language.ZhHans, key));

    private static string In(string language, string key) => All.Get(language, key);
}
