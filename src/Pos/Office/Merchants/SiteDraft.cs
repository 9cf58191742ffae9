using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Office.Merchants;

/// <summary>A site while it is being typed.</summary>
public sealed class SiteDraft
{
    /// <summary>A new one.</summary>
    public SiteDraft(string issuer) => Issuer = issuer;

    /// <summary>One that exists.</summary>
    public SiteDraft(KeptSiteView site)
    {
        (Code, Name, Kind, Issuer) = (site.Code, site.Says.Name, site.Says.Kind, site.Says.Issuer);
        Tills.AddRange(site.Says.Tills.Select(till => new PlaceDraft(till, New: false)));
        Gates.AddRange(site.Says.Gates.Select(gate => new PlaceDraft(gate, New: false)));
    }

    /// <summary>Code; fixed once the site exists.</summary>
    public string Code { get; set; } = "";

    /// <summary>Names.</summary>
    public LocalText Name { get; set; } = new("");

    /// <summary>What it is; fixed once the site exists.</summary>
    public SiteKind Kind { get; set; } = SiteKind.Shop;

    /// <summary>Who issues its receipts; fixed once the site exists.</summary>
    public string Issuer { get; set; }

    /// <summary>Its tills.</summary>
    public List<PlaceDraft> Tills { get; } = [];

    /// <summary>Its gates.</summary>
    public List<PlaceDraft> Gates { get; } = [];

    /// <summary>As it is sent, based on <paramref name="version"/>.</summary>
    public SiteRequest Request(long? version) => new(Name, Kind, Issuer, [.. Tills.Select(till => till.Place)], [.. Gates.Select(gate => gate.Place)], version);
}

/// <summary>A till or gate while it is being typed.</summary>
public sealed class PlaceDraft(KeptPlace place, bool New)
{
    /// <summary>As it is sent.</summary>
    public KeptPlace Place { get; set; } = place;

    /// <summary>Its code is still open.</summary>
    public bool IsNew { get; } = New;
}
