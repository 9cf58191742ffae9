using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales.ByPhone.Ahead;

/// <summary>What visitors may buy on their own phones at a site on one day.</summary>
/// <param name="Site">As its tills sell on that day, with its closure.</param>
/// <param name="Day">Business date.</param>
/// <param name="Categories">Admissions at full price and free ones; the price is what one person pays, tax included.</param>
public sealed record AheadOffer(SiteView Site, DateOnly Day, IReadOnlyList<ProductView> Categories)
{
    /// <summary>Where all of these pages are.</summary>
    public const string Page = "/buy";

    /// <summary>Where it is bought.</summary>
    public string Address => AddressOf(Site.Code);

    /// <summary>Size from which a party may be a group; <c>null</c> where there are no groups.</summary>
    public int? GroupFrom => Site.Tariff?.Tiers is { Count: > 0 } tiers ? tiers.Min(tier => tier.From) : null;

    /// <summary>Most people of one category.</summary>
    public int MostOfEach => AheadRules.MostOfEach(GroupFrom);

    /// <summary>Where a site's tickets are bought.</summary>
    public static string AddressOf(string site) => $"{Page}/{site}";
}
