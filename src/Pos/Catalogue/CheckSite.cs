using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue;

/// <summary>Everything that is wrong with one site of the file.</summary>
internal static class CheckSite
{
    public static IEnumerable<string> Errors(SiteFile site, CityFile city, IReadOnlySet<string> classes)
    {
        var at = $"sites[{site.Code}]";
        return
        [
            .. CheckNames.Errors(site.Code, site.Name, at),
            .. Broken(at, site, city),
            .. site.Tills.Concat(site.Gates).SelectMany(place => CheckNames.Errors(place.Code, place.Name, $"{at}.{place.Code}")),
            .. site.Tills.Where(till => PhoneTill.IsReserved(till.Code)).Select(till => $"{at}.{till.Code}: codes that end so name what visitors buy on their own phones. Choose another one."),
            .. CheckCatalogue.Twice(site.Products.Select(product => product.Code), $"{at}.products"),
            .. CheckCatalogue.Twice(site.Products.Select(product => $"no {product.No}"), $"{at}.products"),
            .. site.Products.SelectMany(product => Product(product, site, city, classes, $"{at}.products[{product.Code}]")),
            .. CheckTariffs.Errors(site, at),
        ];
    }

    private static IEnumerable<string> Broken(string at, SiteFile site, CityFile city)
    {
        if (site.No < 1)
            yield return $"{at}: the number {site.No} is not possible. Number sites from 1.";
        if (city.Issuers.All(issuer => issuer.Code != site.Issuer))
            yield return $"{at}: there is no issuer '{site.Issuer}'. Add it to issuers, or name one of them.";
    }

    private static IEnumerable<string> Product(ProductFile product, SiteFile site, CityFile city, IReadOnlySet<string> classes, string at)
    {
        foreach (var error in CheckNames.Errors(product.Code, product.Name, at))
            yield return error;
        if (product.No < 1)
            yield return $"{at}: the number {product.No} is not possible. Number products from 1.";
        foreach (var unknown in new[] { product.TaxClass, product.EatInTaxClass }.OfType<string>().Where(name => !classes.Contains(name)))
            yield return $"{at}: there is no tax class '{unknown}'. Use one of {string.Join(", ", classes)}.";
        foreach (var elsewhere in (product.Admits ?? []).Where(code => city.Sites.All(other => other.Code != code)))
            yield return $"{at}: it admits to '{elsewhere}', which is no site of this file.";
        if (CheckNames.IsTooLong(product.Admits ?? []))
            yield return $"{at}: the codes of the sites it admits to have more than {CheckNames.MaxName} characters together. Name fewer sites, or shorten their codes.";
        if (product.Reentry is not null && product.Kind != ProductKind.Admission)
            yield return $"{at}: it admits nobody, so nobody comes in again. Take the re-entry rule out.";
        if (product.Kana is { } kana && !CheckNames.IsKana(kana))
            yield return $"{at}: the reading '{kana}' is not hiragana.";
        foreach (var error in Prices(product, site, at))
            yield return error;
    }

    private static IEnumerable<string> Prices(ProductFile product, SiteFile site, string at)
    {
        var prices = product.Prices ?? [];
        var listed = prices.Count > 0 || (site.Tariffs ?? []).Any(tariff => tariff.PriceOf(product.Code) is not null);
        if (product.Kind == ProductKind.Amount && listed)
            yield return $"{at}: its amount is typed in, so it has no price. Take the prices out, or choose another kind.";
        if (product.Kind != ProductKind.Amount && !listed)
            yield return $"{at}: it has no price. Add one to its prices or to a tariff.";
        foreach (var price in prices.Where(price => price.Yen.Amount is < 0 or > Calculator.MaxAmount))
            yield return $"{at}: {price.Yen} yen is no price. Use 0 to {Calculator.MaxAmount}.";
        foreach (var price in prices.Where(price => price.To < price.From))
            yield return $"{at}: the price from {price.From:yyyy-MM-dd} ends before it begins.";
        foreach (var error in CheckCatalogue.Twice(prices.Select(price => $"from {price.From:yyyy-MM-dd}"), at + ".prices"))
            yield return error;
    }
}
