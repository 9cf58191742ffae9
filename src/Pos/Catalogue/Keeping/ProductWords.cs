using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Keeping;

/// <summary>A product's row and what the office says about it.</summary>
internal static class ProductWords
{
    /// <summary>The same without what nobody can see: spaces around names, empty names, an empty list of sites.</summary>
    public static ProductRequest Tidy(this ProductRequest request) => request with
    {
        Name = request.Name.Tidy(),
        Kana = Filled(request.Kana),
        EatInTaxClass = Filled(request.EatInTaxClass),
        Admits = request.Admits is { Count: > 0 } sites ? sites : null,
    };

    public static LocalText Tidy(this LocalText name) =>
        new((name.Ja ?? "").Trim(), Filled(name.En), Filled(name.Ko), Filled(name.ZhHant), Filled(name.ZhHans));

    public static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public static ProductRequest Says(this Product product) => new(
        product.Name, product.Kind, product.TaxClass, product.EatInTaxClass, product.Kana, product.Reentry, product.Admits?.Split(' '),
        product.StartsOn, product.StopsOn, product.Version);

    /// <summary>True when a request would change nothing.</summary>
    public static bool IsSame(this ProductRequest one, ProductRequest other) =>
        RequestHash.Of(one with { Version = null }) == RequestHash.Of(other with { Version = null });

    public static Product ToProduct(this ProductRequest request, string code, int no)
    {
        var product = new Product { No = no, Code = code, Kind = request.Kind, Name = request.Name, TaxClass = request.TaxClass };
        product.Take(request);
        return product;
    }

    public static void Take(this Product product, ProductRequest request)
    {
        (product.Name, product.TaxClass, product.EatInTaxClass, product.Kana) = (request.Name, request.TaxClass, request.EatInTaxClass, request.Kana);
        (product.Reentry, product.StartsOn, product.StopsOn) = (request.Reentry, request.StartsOn, request.StopsOn);
        product.Admits = request.Admits is { Count: > 0 } sites ? string.Join(' ', sites) : null;
    }

    public static KeptProductView View(this Product product, Site site, DateOnly today)
    {
        var listed = site.TariffOn(today) is { } tariff && tariff.PriceOf(product.Code) is { } price ? (tariff.Code, price.Single) : default((string, Yen)?);
        return new KeptProductView(
            product.Code, product.No, product.Says(), listed?.Item2 ?? product.PriceOn(today), listed?.Item1,
            [.. product.Prices.OrderByDescending(price => price.From).Select(price => price.View(today))]);
    }

    public static PriceView View(this Price price, DateOnly today) => new(price.From, price.Amount, price.To, price.From <= today);
}
