using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Office.Products;

/// <summary>A product while it is being typed.</summary>
public sealed class ProductDraft
{
    /// <summary>A new one.</summary>
    public ProductDraft(string taxClass) => TaxClass = taxClass;

    /// <summary>One that exists.</summary>
    public ProductDraft(KeptProductView product)
    {
        var says = product.Says;
        (Code, Name, Kind, TaxClass) = (product.Code, says.Name, says.Kind, says.TaxClass);
        (EatInTaxClass, Kana, Reentry, StartsOn, StopsOn) = (says.EatInTaxClass, says.Kana ?? "", says.Reentry is not null, says.StartsOn, says.StopsOn);
        Admits.AddRange(says.Admits ?? []);
    }

    /// <summary>Code; fixed once the product exists.</summary>
    public string Code { get; set; } = "";

    /// <summary>Names.</summary>
    public LocalText Name { get; set; } = new("");

    /// <summary>How it is rung up; fixed once the product exists.</summary>
    public ProductKind Kind { get; set; } = ProductKind.Goods;

    /// <summary>Tax class.</summary>
    public string TaxClass { get; set; }

    /// <summary>Tax class eaten on the spot.</summary>
    public string? EatInTaxClass { get; set; }

    /// <summary>Reading.</summary>
    public string Kana { get; set; } = "";

    /// <summary>Whoever went out may come in again the same day.</summary>
    public bool Reentry { get; set; }

    /// <summary>Sites it admits to.</summary>
    public List<string> Admits { get; } = [];

    /// <summary>First day it is sold.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>First day it is no longer sold.</summary>
    public DateOnly? StopsOn { get; set; }

    /// <summary>It lets people in.</summary>
    public bool IsAdmission => Kind == ProductKind.Admission;

    /// <summary>As it is sent, based on <paramref name="version"/>.</summary>
    public ProductRequest Request(long? version) => new(
        Name, Kind, TaxClass, EatInTaxClass, Kana.Length == 0 ? null : Kana, IsAdmission && Reentry ? ReentryRule.SameDay : null,
        IsAdmission && Admits.Count > 0 ? [.. Admits] : null, StartsOn, StopsOn, version);

    /// <summary>Adds or takes away a site.</summary>
    public void Admit(string site, bool on)
    {
        Admits.Remove(site);
        if (on)
            Admits.Add(site);
    }
}
