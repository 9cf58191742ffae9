using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Dated;

/// <summary>What tills do differently from a day on: two days of the catalogue side by side, so that nothing can be forgotten here.</summary>
internal sealed class ChangesOfDay(CatalogueStore catalogue, TimeProvider clock)
{
    private const int MostDays = 30;

    /// <param name="date">The day; today without one.</param>
    /// <param name="site">One site, or <c>null</c> for all.</param>
    /// <param name="ct">Given up.</param>
    public async Task<DayChangesView> HandleAsync(DateOnly? date, string? site, CancellationToken ct)
    {
        var (snapshot, today) = (await catalogue.GetAsync(ct), BusinessDate.Of(clock.UtcMicros()));
        var day = date ?? today;
        List<Site> sites = [.. snapshot.Sites.Where(one => site is null || one.Code == site)];
        return new DayChangesView(
            day, [.. Rates(snapshot, day), .. sites.SelectMany(one => Changes(snapshot.On(one, day.AddDays(-1)), snapshot.On(one, day)))],
            [.. Days(snapshot, sites).Where(next => next > day && next > today).Distinct().Order().Take(MostDays)]);
    }

    private static IEnumerable<DayChangeView> Rates(Snapshot snapshot, DateOnly day) => snapshot.Rates.Where(rate => rate.From == day)
        .Select(rate => new DayChangeView(
            DayChangeKind.TaxRate, null, rate.Class, null,
            snapshot.Rates.Where(one => one.Class == rate.Class && one.From < day).MaxBy(one => one.From)?.Percent, rate.Percent));

    private static IEnumerable<DayChangeView> Changes(SiteView before, SiteView after)
    {
        if (before.Issuer != after.Issuer)
            yield return new DayChangeView(DayChangeKind.Issuer, after.Code, after.Issuer.RegistrationNumber ?? "", after.Issuer.Name, null, null);
        if (before.Tariff?.Code != after.Tariff?.Code)
        {
            if (before.Tariff is { } ended)
                yield return new DayChangeView(DayChangeKind.TariffEnds, after.Code, ended.Code, ended.Name, null, null);
            if (after.Tariff is { } begun)
                yield return new DayChangeView(DayChangeKind.TariffBegins, after.Code, begun.Code, begun.Name, null, null);
        }

        var old = before.Products.ToDictionary(product => product.Code);
        foreach (var change in after.Products.SelectMany(product => Of(after.Code, old.GetValueOrDefault(product.Code), product)))
            yield return change;
        foreach (var gone in before.Products.ExceptBy(after.Products.Select(product => product.Code), product => product.Code))
            yield return new DayChangeView(DayChangeKind.ProductStops, after.Code, gone.Code, gone.Name, gone.Price?.Amount, null);
    }

    private static IEnumerable<DayChangeView> Of(string site, ProductView? before, ProductView after)
    {
        if (before is null)
            return [new DayChangeView(DayChangeKind.ProductStarts, site, after.Code, after.Name, null, after.Price?.Amount)];
        return Prices(before).Keys.Union(Prices(after).Keys).Order()
            .Select(people => (People: people, Before: PriceIn(before, people), After: PriceIn(after, people))).Where(price => price.Before != price.After)
            .Select(price => new DayChangeView(DayChangeKind.Price, site, after.Code, after.Name, price.Before, price.After, price.People == 0 ? null : price.People));
    }

    private static Dictionary<int, long?> Prices(ProductView product) =>
        (product.GroupPrices ?? []).Select(group => (group.From, (long?)group.Price.Amount)).Append((0, product.Price?.Amount)).ToDictionary();

    /// <summary>A party for whom there is no group price pays the single one.</summary>
    private static long? PriceIn(ProductView product, int people) =>
        Prices(product) is var prices && prices.TryGetValue(people, out var price) ? price : prices[0];

    private static IEnumerable<DateOnly> Days(Snapshot snapshot, List<Site> sites) =>
    [
        .. snapshot.Rates.Select(rate => rate.From),
        .. sites.SelectMany(site => site.Tariffs.SelectMany(tariff => Both(tariff.From, tariff.To))),
        .. sites.SelectMany(site => snapshot.Issuers[site.Issuer].Changes.Select(change => change.From)),
        .. sites.SelectMany(site => site.Products).SelectMany(product => new[] { product.StartsOn, product.StopsOn }).OfType<DateOnly>(),
        .. sites.SelectMany(site => site.Products).SelectMany(product => product.Prices).SelectMany(price => Both(price.From, price.To)),
    ];

    private static IEnumerable<DateOnly> Both(DateOnly from, DateOnly? to) => to is { } last && last < DateOnly.MaxValue ? [from, last.AddDays(1)] : [from];
}
