using Tourism.Kernel;

namespace Tourism.Pos.Shared.Wire;

/// <summary>A consumption tax rate from a day on.</summary>
/// <param name="Class">Tax class.</param>
/// <param name="From">First business date.</param>
/// <param name="Percent">0–100.</param>
/// <param name="Begun">It has been charged and stays.</param>
public sealed record TaxRateView(string Class, DateOnly From, int Percent, bool Begun);

/// <summary>Gives a tax class a rate; class and day stand in the address.</summary>
/// <param name="Percent">0–100; 0 is a rate like any other.</param>
public sealed record TaxRateRequest(int Percent);

/// <summary>A price list of admissions.</summary>
/// <param name="Code">Stable short name within its site.</param>
/// <param name="Name">Name for people.</param>
/// <param name="From">First business date.</param>
/// <param name="To">Last business date; <c>null</c> for no end.</param>
/// <param name="Event">Goes before the regular list on its days.</param>
/// <param name="Begun">It has been charged and stays.</param>
/// <param name="Article">Where it stands.</param>
/// <param name="Tiers">Group tiers, smallest first.</param>
/// <param name="Prices">Price of each category.</param>
public sealed record TariffRowView(
    string Code, LocalText Name, DateOnly From, DateOnly? To, bool Event, bool Begun, string Article, IReadOnlyList<TierView> Tiers, IReadOnlyList<TariffPriceView> Prices);

/// <summary>Prices of a category in a price list.</summary>
/// <param name="Product">Product code.</param>
/// <param name="Single">For one person.</param>
/// <param name="Groups">In group tiers; <c>null</c> where a category has no group prices.</param>
public sealed record TariffPriceView(string Product, Yen Single, IReadOnlyList<GroupPriceView>? Groups = null);

/// <summary>Adopts a price list as a copy of another with other days and prices; tiers, reductions and rules come along.</summary>
/// <param name="CopyOf">Price list of the same site. A regular one without end, or that ends later, ends the day before.</param>
/// <param name="Name">Name for people.</param>
/// <param name="From">First business date, after today.</param>
/// <param name="To">Last business date; <c>null</c> for no end.</param>
/// <param name="Article">Where it stands, for example the ordinance and its date.</param>
/// <param name="Prices">Every category of the copied list, with its groups where it had them.</param>
public sealed record TariffRequest(string CopyOf, LocalText Name, DateOnly From, DateOnly? To, string Article, IReadOnlyList<TariffPriceView> Prices);

/// <summary>What changes when a business date begins.</summary>
/// <param name="Date">The day.</param>
/// <param name="Changes">What differs from the day before, by site.</param>
/// <param name="Next">Later days on which something changes, nearest first.</param>
public sealed record DayChangesView(DateOnly Date, IReadOnlyList<DayChangeView> Changes, IReadOnlyList<DateOnly> Next);

/// <summary>One thing that changes.</summary>
/// <param name="Kind">What.</param>
/// <param name="Site">Where; <c>null</c> for a tax rate, which holds everywhere.</param>
/// <param name="Code">Product, price list or tax class.</param>
/// <param name="Name">Its name for people; <c>null</c> for a tax class.</param>
/// <param name="Before">Amount in yen or percent until then; <c>null</c> for none.</param>
/// <param name="After">Amount in yen or percent from then on; <c>null</c> for none.</param>
/// <param name="People">Least headcount of the group tier whose price it is; <c>null</c> for the single price.</param>
public sealed record DayChangeView(DayChangeKind Kind, string? Site, string Code, LocalText? Name, long? Before, long? After, int? People = null);

/// <summary>What changes on a day.</summary>
public enum DayChangeKind
{
    /// <summary>A tax rate begins.</summary>
    TaxRate,

    /// <summary>A price list begins to hold.</summary>
    TariffBegins,

    /// <summary>A price list no longer holds.</summary>
    TariffEnds,

    /// <summary>A price.</summary>
    Price,

    /// <summary>A product is sold from then on.</summary>
    ProductStarts,

    /// <summary>A product is no longer sold.</summary>
    ProductStops,

    /// <summary>What receipts say of their issuer.</summary>
    Issuer,
}
