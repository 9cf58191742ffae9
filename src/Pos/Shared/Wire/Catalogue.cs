using System.Text.Json.Serialization;
using Tourism.Kernel;

namespace Tourism.Pos.Shared.Wire;

/// <summary>Everything a till needs to sell today.</summary>
/// <param name="City">The city's name.</param>
/// <param name="Date">Business date the prices are for.</param>
/// <param name="Sites">Places that sell or admit.</param>
public sealed record CatalogueView(LocalText City, DateOnly Date, IReadOnlyList<SiteView> Sites);

/// <summary>A place that sells or admits.</summary>
/// <param name="Code">Stable short name.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Kind">cave, farm or shop.</param>
/// <param name="Issuer">Who issues its receipts.</param>
/// <param name="Tills">Tills standing there.</param>
/// <param name="Gates">Entrances.</param>
/// <param name="Products">What it sells, in the order of the till's keys.</param>
/// <param name="No">Number inside ticket codes.</param>
/// <param name="Tariff">Rules for admissions on this day; <c>null</c> where nobody is admitted.</param>
/// <param name="Closure">Set while the site is closed: nothing that admits is sold and nobody is let in.</param>
public sealed record SiteView(
    string Code, LocalText Name, SiteKind Kind, IssuerView Issuer, IReadOnlyList<PlaceView> Tills, IReadOnlyList<PlaceView> Gates, IReadOnlyList<ProductView> Products,
    int No = 0, TariffView? Tariff = null, ClosureNoticeView? Closure = null)
{
    /// <summary>Means of payment outside this system that it takes, in the order they are offered; <c>null</c> for none.</summary>
    public IReadOnlyList<ExternalTenderView>? Tenders { get; init; }
}

/// <summary>Why a site is closed, for staff and for the ticket page.</summary>
/// <param name="Reason">What happened.</param>
/// <param name="From">First business date it is closed.</param>
/// <param name="Until">Last business date, when known.</param>
public sealed record ClosureNoticeView(ClosureReason Reason, DateOnly From, DateOnly? Until)
{
    /// <summary>Whether it holds on <paramref name="day"/>.</summary>
    public bool Covers(DateOnly day) => From <= day && (Until is null || day <= Until);
}

/// <summary>Why a site closes.</summary>
public enum ClosureReason
{
    /// <summary>High water.</summary>
    Flood,

    /// <summary>Rocks have fallen or may fall.</summary>
    Rockfall,

    /// <summary>Typhoon, snow, thunder.</summary>
    Weather,

    /// <summary>Power or equipment.</summary>
    Equipment,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>
/// What a city's ordinance says about admissions on one day, beyond the single prices. Every choice is data, because ordinances differ.
/// </summary>
/// <param name="Code">Stable short name of the price list, for example <c>regular-2019</c> or <c>new-year-2025</c>.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Event">An event price list: it has its own single prices and no group tiers.</param>
/// <param name="Tiers">Group tiers by headcount over all categories, smallest first; empty on an event day.</param>
/// <param name="Counts">Whose heads count towards a tier.</param>
/// <param name="ReductionOf">Which price a reduction takes its share of.</param>
/// <param name="SchoolTripTier"><see cref="TierView.From"/> of the tier a school trip led by a teacher gets at any size; <c>null</c> for none.</param>
/// <param name="Reductions">Reductions that staff may grant.</param>
/// <param name="Article">Where the rule stands.</param>
/// <param name="Illustrative">True when the values are not the city's own.</param>
public sealed record TariffView(
    string Code, LocalText Name, bool Event, IReadOnlyList<TierView> Tiers, TierCountView Counts, ReductionBase ReductionOf, int? SchoolTripTier,
    IReadOnlyList<ReductionView> Reductions, string Article, bool Illustrative);

/// <summary>A group tier.</summary>
/// <param name="From">Least headcount.</param>
/// <param name="To">Greatest headcount; <c>null</c> for no end.</param>
/// <param name="Name">As explained on the receipt, for example "group of 20–99".</param>
public sealed record TierView(int From, int? To, LocalText Name);

/// <summary>Whose heads count towards a group tier, besides persons at full price.</summary>
/// <param name="Free">Persons let in free by a reduction.</param>
/// <param name="Preschool">Persons of a category that is free for everybody.</param>
/// <param name="Reduced">Persons who pay a reduced price.</param>
public sealed record TierCountView(bool Free, bool Preschool, bool Reduced);

/// <summary>Which price a reduction takes its share of.</summary>
public enum ReductionBase
{
    /// <summary>The single price, whatever the size of the party.</summary>
    Single,

    /// <summary>The price the party pays.</summary>
    Party,
}

/// <summary>A reduction that staff may grant; kept on the line as its tariff class only, never with a person's reason.</summary>
/// <param name="Code">Stable short name.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Percent">Share taken off, 1–100; 100 is free. Fractions of a yen of the reduced price are dropped.</param>
/// <param name="Products">Categories it may be given to; empty for all.</param>
/// <param name="Article">Where the rule stands.</param>
public sealed record ReductionView(string Code, LocalText Name, int Percent, IReadOnlyList<string> Products, string Article);

/// <summary>What a site is.</summary>
public enum SiteKind
{
    /// <summary>A show cave with admission.</summary>
    Cave,

    /// <summary>The trout farm.</summary>
    Farm,

    /// <summary>A shop.</summary>
    Shop,

    /// <summary>Anything else with admission: a castle, a museum, a bath.</summary>
    Sight,
}

/// <summary>A till or a gate.</summary>
/// <param name="Code">Stable short name.</param>
/// <param name="Name">Name for people.</param>
public sealed record PlaceView(string Code, LocalText Name);

/// <summary>Who issues the receipt (one registration number per issuer and account).</summary>
/// <param name="Name">As printed.</param>
/// <param name="RegistrationNumber">T and 13 digits, or <c>null</c> for an exempt business.</param>
/// <param name="Rounding">How tax fractions are rounded, once per rate and receipt (basic circular 1-8-15).</param>
/// <param name="PricesIncludeTax">False for a business that prices without tax: tax is then added once per rate and receipt.</param>
/// <param name="PublicBody">A city: its paper receipts never carry stamp duty (Stamp Tax Act art. 5).</param>
/// <param name="Address">As printed on a full invoice, when known.</param>
/// <param name="Phone">As printed, when known.</param>
public sealed record IssuerView(
    LocalText Name, string? RegistrationNumber, Rounding Rounding, bool PricesIncludeTax = true, bool PublicBody = false, string? Address = null, string? Phone = null);

/// <summary>Direction in which an issuer rounds tax; fixed per issuer.</summary>
public enum Rounding
{
    /// <summary>Down.</summary>
    Floor,

    /// <summary>Half up.</summary>
    Round,

    /// <summary>Up.</summary>
    Ceiling,
}

/// <summary>Something a site sells.</summary>
/// <param name="Code">Stable short name.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Kind">How it is rung up.</param>
/// <param name="Price">Unit price as the issuer prices (see <see cref="IssuerView.PricesIncludeTax"/>): of one, for weighed goods of one kilogram; <c>null</c> when the amount is typed in.</param>
/// <param name="TaxPercent">Consumption tax rate today: 0, 8 or 10.</param>
/// <param name="Kana">Reading, for searching; hiragana.</param>
/// <param name="EatInTaxPercent">Rate when it is eaten on the spot; <c>null</c> when that makes no difference and staff need not ask.</param>
/// <param name="GroupPrices">Prices of an admission in group tiers; a tier without one has the single price.</param>
/// <param name="Admits">Codes of the sites it admits to; empty for its own site.</param>
/// <param name="No">Number inside ticket codes.</param>
/// <param name="AdmitsNo">Numbers of the sites of <paramref name="Admits"/>, for tickets.</param>
/// <param name="Reentry">Whether who went out may come in again; <c>null</c> for no second entry.</param>
public sealed record ProductView(
    string Code, LocalText Name, ProductKind Kind, Yen? Price, int TaxPercent,
    string? Kana = null, int? EatInTaxPercent = null, IReadOnlyList<GroupPriceView>? GroupPrices = null, IReadOnlyList<string>? Admits = null, int No = 0,
    IReadOnlyList<int>? AdmitsNo = null, ReentryRule? Reentry = null);

/// <summary>When somebody who went out may come in again.</summary>
public enum ReentryRule
{
    /// <summary>On the same business date, at every site that the product admits to.</summary>
    [JsonStringEnumMemberName("same-day")]
    SameDay,
}

/// <summary>Price of an admission in one group tier.</summary>
/// <param name="From"><see cref="TierView.From"/> of the tier.</param>
/// <param name="Price">Per person.</param>
public sealed record GroupPriceView(int From, Yen Price);

/// <summary>How a product is rung up.</summary>
public enum ProductKind
{
    /// <summary>Lets one person in; the party gets a ticket.</summary>
    Admission,

    /// <summary>Counted pieces at a list price.</summary>
    Goods,

    /// <summary>Sold by weight, priced per kilogram.</summary>
    Weighed,

    /// <summary>Lent for a time.</summary>
    Rental,

    /// <summary>Something done for the customer.</summary>
    Service,

    /// <summary>The amount is typed in.</summary>
    Amount,
}
