using System.Collections.Concurrent;
using Tourism.Kernel;
using Tourism.Pos.Catalogue.Tenders;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue;

/// <summary>The catalogue at one moment.</summary>
internal sealed class Snapshot(
    LocalText city, IReadOnlyList<Site> sites, IReadOnlyDictionary<string, Issuer> issuers, IReadOnlyList<TaxRate> rates, ExternalTenders tenders,
    long readAt)
{
    /// <summary>Many more days than tills ask for, and little memory if somebody asks for every day there is.</summary>
    private const int MostKept = 500;

    private readonly ConcurrentDictionary<(string Site, DateOnly Day), SiteView> _days = new();
    private readonly SiteDay _siteDay = new(rates, sites, tenders);

    public long ReadAt { get; } = readAt;

    public LocalText City { get; } = city;

    public IReadOnlyList<Site> Sites { get; } = sites;

    public Site? SiteOf(PlaceKind kind, string place) =>
        Sites.FirstOrDefault(site => site.Places.Any(candidate => candidate.Kind == kind && candidate.Code == place));

    /// <summary>Whose till it is: one that stands there, or the one for visitors' own phones.</summary>
    public Site? SellerOf(string till) => SiteOf(PlaceKind.Till, till) ?? Sites.FirstOrDefault(site => PhoneTill.Of(site.Code) == till);

    public Site? Site(string code) => Sites.FirstOrDefault(site => site.Code == code);

    /// <summary>Whose receipts a site gives on a day.</summary>
    public IssuerView IssuerOf(Site site, DateOnly day) => issuers[site.Issuer].On(day).View;

    public IReadOnlyDictionary<string, Issuer> Issuers => issuers;

    public IReadOnlyList<TaxRate> Rates => rates;

    public ExternalTenders Tenders => tenders;

    public CatalogueView On(DateOnly day) => new(City, day, [.. Sites.Select(site => On(site, day))]);

    /// <summary>A site with prices, tariff and tax rates of one day: the same object for every sale of that day.</summary>
    public SiteView On(Site site, DateOnly day)
    {
        if (_days.TryGetValue((site.Code, day), out var known))
            return known;
        var view = _siteDay.Of(site, issuers[site.Issuer], day);
        return _days.Count < MostKept ? _days.GetOrAdd((site.Code, day), view) : view;
    }
}
