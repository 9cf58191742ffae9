using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue;

/// <summary>The catalogue as every sale reads it. A copy is kept for a few seconds: prices change by date, not by the second.</summary>
internal sealed class CatalogueStore(IDbContextFactory<PosDbContext> contexts, IOptions<TourismOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private volatile Snapshot? _snapshot;

    public async Task<Snapshot> GetAsync(CancellationToken ct)
    {
        var snapshot = _snapshot;
        if (snapshot is not null && clock.GetElapsedTime(snapshot.ReadAt) < Fresh)
            return snapshot;
        return _snapshot = await ReadAsync(ct);
    }

    private async Task<Snapshot> ReadAsync(CancellationToken ct)
    {
        var readAt = clock.GetTimestamp();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sites = await db.Set<Site>().AsNoTracking().Include(site => site.Places)
            .Include(site => site.Products).ThenInclude(product => product.Prices)
            .AsSplitQuery().OrderBy(site => site.No).ToListAsync(ct);
        var issuers = await db.Set<Issuer>().AsNoTracking().ToDictionaryAsync(issuer => issuer.Code, ct);
        var rates = await db.Set<TaxRate>().AsNoTracking().ToListAsync(ct);
        return new Snapshot(await CityNameAsync(ct), sites, issuers, rates, readAt);
    }

    private async Task<LocalText> CityNameAsync(CancellationToken ct)
    {
        await using var file = File.OpenRead(Path.Combine(options.Value.CityDirectory, "catalogue.json"));
        return (await JsonSerializer.DeserializeAsync<CityFile>(file, Json.Options, ct))!.City;
    }
}

/// <summary>The catalogue at one moment.</summary>
internal sealed class Snapshot(
    LocalText city, IReadOnlyList<Site> sites, IReadOnlyDictionary<string, Issuer> issuers, IReadOnlyList<TaxRate> rates, long readAt)
{
    public long ReadAt { get; } = readAt;

    public LocalText City { get; } = city;

    public IReadOnlyList<Site> Sites { get; } = sites;

    public Site? SiteOf(PlaceKind kind, string place) =>
        Sites.FirstOrDefault(site => site.Places.Any(candidate => candidate.Kind == kind && candidate.Code == place));

    public Site? Site(string code) => Sites.FirstOrDefault(site => site.Code == code);

    public Issuer IssuerOf(Site site) => issuers[site.Issuer];

    public CatalogueView On(DateOnly day) => new(City, day, [.. Sites.Select(site => On(site, day))]);

    /// <summary>A site with the prices and tax rates of one day: the price list that browser and server calculate from.</summary>
    public SiteView On(Site site, DateOnly day)
    {
        var issuer = IssuerOf(site);
        return new SiteView(
            site.Code, site.Name, site.Kind, new IssuerView(issuer.Name, issuer.RegistrationNumber, issuer.Rounding),
            Places(site, PlaceKind.Till), Places(site, PlaceKind.Gate),
            [.. site.Products.OrderBy(product => product.No).Select(product => On(product, day))]);
    }

    private ProductView On(Product product, DateOnly day) =>
        new(product.Code, product.Name, product.Kind, product.PriceOn(day), RateOn(product.TaxClass, day));

    private int RateOn(string taxClass, DateOnly day) => rates
        .Where(rate => rate.Class == taxClass && rate.From <= day).MaxBy(rate => rate.From)?.Percent
        ?? throw new InvalidOperationException($"Tax class '{taxClass}' has no rate on {day:O}.");

    private static IReadOnlyList<PlaceView> Places(Site site, PlaceKind kind) =>
        [.. site.Places.Where(place => place.Kind == kind).OrderBy(place => place.Seq).Select(place => new PlaceView(place.Code, place.Name))];
}
