using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Closures;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales.ByPhone.Ahead;

/// <summary>Finds what a site sells ahead today.</summary>
internal sealed class FindOffer(CatalogueStore catalogue, ClosureBoard closures, TimeProvider clock)
{
    /// <param name="code">Site code, in capitals or not: a poster's QR code has capitals.</param>
    /// <param name="ct">Ends with the request.</param>
    /// <returns><c>null</c> where there is nothing to buy ahead.</returns>
    public async Task<AheadOffer?> HandleAsync(string code, CancellationToken ct)
    {
        var snapshot = await catalogue.GetAsync(ct);
        if (snapshot.Site(code.ToLowerInvariant()) is not { } site)
            return null;
        var day = BusinessDate.Of(clock.UtcMicros());
        var view = snapshot.On(site, day);
        var categories = AheadRules.Categories(view);
        if (categories.Count == 0)
            return null;
        if (await closures.FindAsync(site.Code, day, ct) is { } closure)
            view = view with { Closure = closure };
        var shut = await ShutAsync(categories, day, ct);
        return new AheadOffer(view, day, [.. categories.Where(category => !(category.Admits?.Any(shut.Contains) ?? false))]);
    }

    /// <summary>Where a joint ticket would lead and nobody gets in: at a counter somebody says so, here nobody would.</summary>
    private async Task<HashSet<string>> ShutAsync(IEnumerable<ProductView> categories, DateOnly day, CancellationToken ct)
    {
        var shut = new HashSet<string>();
        foreach (var site in categories.SelectMany(category => category.Admits ?? []).Distinct())
        {
            if (await closures.FindAsync(site, day, ct) is not null)
                shut.Add(site);
        }

        return shut;
    }
}
