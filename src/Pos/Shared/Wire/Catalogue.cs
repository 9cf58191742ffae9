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
public sealed record SiteView(
    string Code, LocalText Name, SiteKind Kind, IssuerView Issuer, IReadOnlyList<PlaceView> Tills, IReadOnlyList<PlaceView> Gates, IReadOnlyList<ProductView> Products);

/// <summary>What a site is.</summary>
public enum SiteKind
{
    /// <summary>A show cave with admission.</summary>
    Cave,

    /// <summary>The trout farm.</summary>
    Farm,

    /// <summary>A shop.</summary>
    Shop,
}

/// <summary>A till or a gate.</summary>
/// <param name="Code">Stable short name.</param>
/// <param name="Name">Name for people.</param>
public sealed record PlaceView(string Code, LocalText Name);

/// <summary>Who issues the receipt (one registration number per issuer and account).</summary>
/// <param name="Name">As printed.</param>
/// <param name="RegistrationNumber">T and 13 digits, or <c>null</c> for an exempt business.</param>
/// <param name="Rounding">How tax fractions are rounded, once per rate and receipt (basic circular 1-8-15).</param>
public sealed record IssuerView(LocalText Name, string? RegistrationNumber, Rounding Rounding);

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
/// <param name="Price">Tax-included unit price; <c>null</c> when the amount is typed in.</param>
/// <param name="TaxPercent">Consumption tax rate today: 0, 8 or 10.</param>
public sealed record ProductView(string Code, LocalText Name, ProductKind Kind, Yen? Price, int TaxPercent);

/// <summary>How a product is rung up.</summary>
public enum ProductKind
{
    /// <summary>Lets one person in; the party gets a ticket.</summary>
    Admission,

    /// <summary>The amount is typed in.</summary>
    Amount,
}
