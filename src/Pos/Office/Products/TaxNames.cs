using Tourism.Pos.Ui.Words;

namespace Tourism.Pos.Office.Products;

/// <summary>Tax classes are the city's own words; those that every city has are shown in the language of the screen.</summary>
internal static class TaxNames
{
    public static string Of(Wording wording, string name) =>
        name is "standard" or "reduced" or "exempt" ? wording.Get(typeof(TaxNames).Assembly, $"products.tax-{name}") : name;
}
