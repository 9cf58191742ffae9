using Tourism.Kernel;

namespace Tourism.Pos.Shared.Wire;

/// <summary>An issuer of receipts as the office keeps it.</summary>
/// <param name="Code">Stable short name.</param>
/// <param name="Says">What its receipts say today.</param>
/// <param name="SoleTrader">Its registration number need not obey the check digit.</param>
/// <param name="Version">Counts changes; the base of the next one.</param>
/// <param name="Changes">What its receipts say from later days on, and said until then, latest first.</param>
public sealed record KeptIssuerView(string Code, IssuerView Says, bool SoleTrader, long Version, IReadOnlyList<IssuerChangeView> Changes);

/// <summary>What receipts say from a day on.</summary>
/// <param name="From">First business date.</param>
/// <param name="Says">What they say.</param>
/// <param name="SoleTrader">The registration number need not obey the check digit.</param>
/// <param name="Begun">Receipts have been given under it: it stays.</param>
public sealed record IssuerChangeView(DateOnly From, IssuerView Says, bool SoleTrader, bool Begun);

/// <summary>Adds an issuer, or says what its receipts say from a day on. Receipts and invoices of earlier days stay as they were.</summary>
/// <param name="Says">Name, registration number, rounding, prices with or without tax, address, phone.</param>
/// <param name="SoleTrader">Accept a registration number whose check digit does not fit.</param>
/// <param name="From">First business date, after today; <c>null</c> for a new issuer.</param>
/// <param name="Version">The <see cref="KeptIssuerView.Version"/> this change is based on; <c>null</c> for a new issuer.</param>
public sealed record IssuerRequest(IssuerView Says, bool SoleTrader = false, DateOnly? From = null, long? Version = null);

/// <summary>A site as the office keeps it.</summary>
/// <param name="Code">Stable short name.</param>
/// <param name="No">Number inside ticket codes; never reused.</param>
/// <param name="Says">What can be changed; its version is that of the site.</param>
public sealed record KeptSiteView(string Code, int No, SiteRequest Says)
{
    /// <summary>Counts changes; the base of the next one.</summary>
    public long Version => Says.Version ?? 0;
}

/// <summary>Adds a site, or changes its names, tills and gates. Its code stands in the address; kind and issuer never change.</summary>
/// <param name="Name">Japanese is required, 1–200 characters a language.</param>
/// <param name="Kind">cave, farm or shop.</param>
/// <param name="Issuer">Who issues its receipts.</param>
/// <param name="Tills">Every till it has ever had.</param>
/// <param name="Gates">Every gate it has ever had.</param>
/// <param name="Version">The <see cref="KeptSiteView.Version"/> this change is based on; <c>null</c> for a new site.</param>
public sealed record SiteRequest(
    LocalText Name, SiteKind Kind, string Issuer, IReadOnlyList<KeptPlace> Tills, IReadOnlyList<KeptPlace> Gates, long? Version = null)
{
    /// <summary>Most tills, and most gates, of a site.</summary>
    public const int MostPlaces = 100;
}

/// <summary>A till or a gate as the office keeps it.</summary>
/// <param name="Code">Stable short name, unlike every other till (or gate) of the installation.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Retired">Not offered any more. What it sold while it was in use stays, and what still waits on it is taken.</param>
public sealed record KeptPlace(string Code, LocalText Name, bool Retired = false);
