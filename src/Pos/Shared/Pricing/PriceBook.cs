using System.Runtime.CompilerServices;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shared.Pricing;

/// <summary>A site's price list of one day, arranged for looking up; made once per <see cref="SiteView"/>, because every sale asks it.</summary>
internal sealed class PriceBook
{
    private static readonly ConditionalWeakTable<SiteView, PriceBook> Books = [];
    private readonly Dictionary<string, Offer> _offers;

    private PriceBook(SiteView site)
    {
        Site = site;
        Tiers = site.Tariff?.Tiers ?? [];
        _offers = site.Products.ToDictionary(product => product.Code, product => new Offer(product, Tiers), StringComparer.Ordinal);
    }

    public SiteView Site { get; }

    public IReadOnlyList<TierView> Tiers { get; }

    public static PriceBook Of(SiteView site) => Books.GetValue(site, static site => new PriceBook(site));

    public Offer? Offer(string code) => _offers.GetValueOrDefault(code);

    public ReductionView? Reduction(string code) => Site.Tariff?.Reductions.FirstOrDefault(reduction => reduction.Code == code);
}

/// <summary>A product with its price in every group tier.</summary>
internal sealed class Offer(ProductView product, IReadOnlyList<TierView> tiers)
{
    private readonly Yen[] _prices = [.. Prices(product, tiers)];

    public ProductView Product { get; } = product;

    /// <summary>Everybody of this category is let in for nothing.</summary>
    public bool IsFreeForAll { get; } = product.Price == Yen.Zero;

    /// <summary>Price in a tier by its place in the list, or the single price.</summary>
    public Yen PriceIn(int tier) => _prices[tier + 1];

    private static IEnumerable<Yen> Prices(ProductView product, IReadOnlyList<TierView> tiers)
    {
        var single = product.Price ?? Yen.Zero;
        return tiers.Select(tier => product.GroupPrices?.FirstOrDefault(price => price.From == tier.From)?.Price ?? single).Prepend(single);
    }
}

/// <summary>A checked line of a basket.</summary>
internal readonly record struct Item(Offer Offer, LineRequest Line, ReductionView? Reduction)
{
    public ProductView Product => Offer.Product;

    public bool IsAdmission => Product.Kind == ProductKind.Admission;
}
