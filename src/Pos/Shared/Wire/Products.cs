using Tourism.Kernel;

namespace Tourism.Pos.Shared.Wire;

/// <summary>Adds a product to a site or changes what it says. Its code stands in the address; code, number and kind never change.</summary>
/// <param name="Name">Japanese is required, 1–200 characters a language.</param>
/// <param name="Kind">How it is rung up.</param>
/// <param name="TaxClass">A class that has a rate, for example <c>standard</c>. A change holds at once, for every day.</param>
/// <param name="EatInTaxClass">Class when it is eaten on the spot; <c>null</c> when that makes no difference.</param>
/// <param name="Kana">Reading in hiragana, for searching.</param>
/// <param name="Reentry">Admissions only.</param>
/// <param name="Admits">Codes of the sites it admits to; empty or <c>null</c> for its own. Admissions only.</param>
/// <param name="StartsOn">First day it is sold, today or later; <c>null</c> for at once.</param>
/// <param name="StopsOn">First day it is no longer sold, today or later; <c>null</c> for no end.</param>
/// <param name="Version">The <see cref="KeptProductView.Version"/> this change is based on; <c>null</c> for a new product.</param>
public sealed record ProductRequest(
    LocalText Name, ProductKind Kind, string TaxClass, string? EatInTaxClass = null, string? Kana = null, ReentryRule? Reentry = null,
    IReadOnlyList<string>? Admits = null, DateOnly? StartsOn = null, DateOnly? StopsOn = null, long? Version = null);

/// <summary>A product as the office keeps it.</summary>
/// <param name="Code">Stable short name within its site.</param>
/// <param name="No">Number inside ticket codes; never reused.</param>
/// <param name="Says">What can be changed; its version is that of the product.</param>
/// <param name="Price">Price today as the issuer prices; <c>null</c> when the amount is typed in or it has none today.</param>
/// <param name="Tariff">Price list that says <paramref name="Price"/>; <c>null</c> for a price of its own.</param>
/// <param name="Prices">Prices of its own by date, latest first.</param>
public sealed record KeptProductView(string Code, int No, ProductRequest Says, Yen? Price, string? Tariff, IReadOnlyList<PriceView> Prices)
{
    /// <summary>Counts changes; the base of the next one.</summary>
    public long Version => Says.Version ?? 0;
}

/// <summary>A price of a product and the days it holds for.</summary>
/// <param name="From">First business date.</param>
/// <param name="Yen">Of one; of one kilogram for weighed goods.</param>
/// <param name="Until">Last business date of a price for a limited time; then the one before holds again.</param>
/// <param name="Begun">It has been charged: a fact that nobody changes. One that lies ahead can be withdrawn.</param>
public sealed record PriceView(DateOnly From, Yen Yen, DateOnly? Until, bool Begun);

/// <summary>Gives a product a price from a day on, which stands in the address.</summary>
/// <param name="Yen">0–9,999,999, as the issuer prices.</param>
/// <param name="Until">Last business date, for a limited time.</param>
public sealed record PriceRequest(Yen Yen, DateOnly? Until = null);

/// <summary>A part of a site's products.</summary>
/// <param name="Total">How many fit the search.</param>
/// <param name="Products">Those asked for, in the order of the till's keys.</param>
/// <param name="TaxClasses">Classes to choose from.</param>
public sealed record ProductPageView(int Total, IReadOnlyList<KeptProductView> Products, IReadOnlyList<string> TaxClasses)
{
    /// <summary>Most products in one answer.</summary>
    public const int Most = 100;
}
