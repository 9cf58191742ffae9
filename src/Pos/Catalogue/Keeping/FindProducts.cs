using System.Text;
using Tourism.Kernel;
using Tourism.Pos.Closures;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Keeping;

/// <summary>The products of a site, also those no longer sold, by code, name in any language or reading.</summary>
internal sealed class FindProducts(CatalogueStore catalogue, TimeProvider clock)
{
    private const int HiraganaFromKatakana = 'ぁ' - 'ァ';

    public async Task<Result<ProductPageView>> HandleAsync(string site, string? search, int skip, int take, CancellationToken ct)
    {
        var snapshot = await catalogue.GetAsync(ct);
        if (snapshot.Site(site) is not { } place)
            return new UnknownSite(site);
        var (today, wanted) = (BusinessDate.Of(clock.UtcMicros()), Folded(search ?? ""));
        List<Product> found = [.. place.Products.Where(product => wanted.Length == 0 || Texts(product).Any(text => Folded(text).Contains(wanted, StringComparison.Ordinal)))];
        var part = found.OrderBy(product => product.No).Skip(Math.Max(0, skip)).Take(Math.Clamp(take, 1, ProductPageView.Most));
        return new ProductPageView(
            found.Count, [.. part.Select(product => product.View(place, today))], [.. snapshot.Rates.Select(rate => rate.Class).Distinct().Order(StringComparer.Ordinal)]);
    }

    public async Task<Result<KeptProductView>> HandleAsync(string site, string code, CancellationToken ct)
    {
        if ((await catalogue.GetAsync(ct)).Site(site) is not { } place)
            return new UnknownSite(site);
        return place.Products.Find(product => product.Code == code) is { } found ? found.View(place, BusinessDate.Of(clock.UtcMicros())) : new NoSuchProduct(code);
    }

    private static IEnumerable<string> Texts(Product product) =>
        new[] { product.Code, product.Name.Ja, product.Name.En, product.Name.Ko, product.Name.ZhHant, product.Name.ZhHans, product.Kana }.OfType<string>();

    /// <summary>Wide or narrow, large or small, hiragana or katakana: all the same to somebody who looks for something.</summary>
    private static string Folded(string text) => string.Concat(text.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant()
        .Select(sign => sign is >= 'ァ' and <= 'ヶ' ? (char)(sign + HiraganaFromKatakana) : sign));
}
