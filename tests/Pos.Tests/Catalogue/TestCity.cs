using System.Globalization;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Catalogue.Tenders;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing;

namespace Tourism.Pos.Tests.Catalogue;

/// <summary>The city's own file, without a database between.</summary>
internal static class TestCity
{
    public static string Folder => Repository.Path("src/Pos/Cities/mine-city");

    public static Task<CityFile> FileAsync() => CityFile.ReadAsync(Folder, CancellationToken.None);

    public static async Task<Snapshot> SnapshotAsync()
    {
        var city = await FileAsync();
        return new Snapshot(
            city.City, [.. city.Sites.Select(site => site.ToRow())], city.Issuers.Select(issuer => issuer.ToRow()).ToDictionary(issuer => issuer.Code),
            [.. city.TaxRates.Select(rate => new TaxRate { Class = rate.Class, From = rate.From, Percent = rate.Percent })],
            new ExternalTenders([.. (await CityFile.ReadTendersAsync(Folder, CancellationToken.None)).ToRows(DateTime.UnixEpoch)]), 0);
    }

    public static async Task<SiteView> OnAsync(string site, string day)
    {
        var snapshot = await SnapshotAsync();
        return snapshot.On(snapshot.Site(site)!, DateOnly.Parse(day, CultureInfo.InvariantCulture));
    }
}
