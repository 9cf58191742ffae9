using Tourism.Kernel;
using Tourism.Pos.Catalogue.Tenders;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue;

/// <summary>Brings together what holds at a site on one day: the price list that browser and server calculate from.</summary>
internal sealed class SiteDay(IReadOnlyList<TaxRate> rates, IReadOnlyList<Site> sites, ExternalTenders tenders)
{
    public SiteView Of(Site site, Issuer issuer, DateOnly day)
    {
        var tariff = site.TariffOn(day);
        return new SiteView(
            site.Code, site.Name, site.Kind, issuer.On(day).View, Places(site, PlaceKind.Till), Places(site, PlaceKind.Gate),
            [.. site.Products.OrderBy(product => product.No).Select(product => Of(product, tariff, day)).OfType<ProductView>()],
            site.No, tariff?.ToView())
        {
            Tenders = tenders.OfferedAt(site.Code),
        };
    }

    /// <summary><c>null</c> while it is not sold, has no price, or before its tax class had any rate.</summary>
    private ProductView? Of(Product product, TariffFile? tariff, DateOnly day)
    {
        if (!product.IsSoldOn(day) || RateOn(product.TaxClass, day) is not { } percent)
            return null;
        var listed = tariff?.PriceOf(product.Code);
        var price = listed?.Single ?? product.PriceOn(day);
        if (price is null && product.Kind != ProductKind.Amount)
            return null;
        return new ProductView(
            product.Code, product.Name, product.Kind, price, percent, product.Kana,
            product.EatInTaxClass is { } eatIn ? RateOn(eatIn, day) : null, listed?.ToGroupPrices(), product.Admits?.Split(' '), product.No,
            product.Admits is { } admits ? [.. sites.Where(site => admits.Split(' ').Contains(site.Code)).Select(site => site.No)] : null,
            product.Reentry);
    }

    private int? RateOn(string taxClass, DateOnly day) =>
        rates.Where(rate => rate.Class == taxClass && rate.From <= day).MaxBy(rate => rate.From)?.Percent;

    private static IReadOnlyList<PlaceView> Places(Site site, PlaceKind kind) =>
        [.. site.Places.Where(place => place.Kind == kind && place.RetiredAt is null).OrderBy(place => place.Seq).Select(place => new PlaceView(place.Code, place.Name))];
}
