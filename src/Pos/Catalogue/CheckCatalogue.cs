using Tourism.Pos.Shared.Catalogue;

namespace Tourism.Pos.Catalogue;

/// <summary>Everything that is wrong in a city's catalogue file, one sentence each.</summary>
internal static class CheckCatalogue
{
    public static IEnumerable<string> Errors(CityFile city)
    {
        var classes = city.TaxRates.Select(rate => rate.Class).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. CheckNames.Errors(city.City, "city"),
            .. city.TaxRates.Select(Rate).OfType<string>(),
            .. Twice(city.TaxRates.Select(rate => $"{rate.Class} from {rate.From:yyyy-MM-dd}"), "taxRates"),
            .. city.Issuers.SelectMany(Issuer),
            .. Twice(city.Issuers.Select(issuer => issuer.Code), "issuers"),
            .. Twice(city.Sites.Select(site => site.Code), "sites"),
            .. Twice(city.Sites.Select(site => $"no {site.No}"), "sites"),
            .. Twice(city.Sites.SelectMany(site => site.Tills).Select(till => till.Code), "tills of all sites"),
            .. Twice(city.Sites.SelectMany(site => site.Gates).Select(gate => gate.Code), "gates of all sites"),
            .. city.Sites.SelectMany(site => CheckSite.Errors(site, city, classes)),
        ];
    }

    /// <summary>Names that stand more than once where each may stand once.</summary>
    public static IEnumerable<string> Twice(IEnumerable<string> names, string at) => names
        .GroupBy(name => name, StringComparer.Ordinal).Where(name => name.Count() > 1).Select(name => $"{at}: '{name.Key}' stands there {name.Count()} times. Keep one.");

    private static string? Rate(TaxRateFile rate) =>
        rate.Percent is < 0 or > 100 ? $"taxRates[{rate.Class} from {rate.From:yyyy-MM-dd}]: {rate.Percent} is no percentage. Use 0 to 100." : null;

    private static IEnumerable<string> Issuer(IssuerFile issuer)
    {
        var at = $"issuers[{issuer.Code}]";
        foreach (var error in CheckNames.Errors(issuer.Code, issuer.Name, at))
            yield return error;
        var check = issuer.RegistrationNumber is null ? RegistrationNumberCheck.Good : RegistrationNumber.Check(issuer.RegistrationNumber);
        if (check == RegistrationNumberCheck.WrongForm)
            yield return $"{at}: the registration number '{issuer.RegistrationNumber}' is not T and 13 digits.";
        if (check == RegistrationNumberCheck.WrongCheckDigit && !issuer.SoleTrader)
            yield return $"{at}: the registration number '{issuer.RegistrationNumber}' has a wrong check digit. Copy it from the notice of registration.";
    }
}
