using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shops;

/// <summary>What a new shop can sell at once: one key per tax class, the amount typed in, what it mostly sells first.</summary>
internal static class FirstGoods
{
    private const string Standard = "standard";
    private const string Reduced = "reduced";

    /// <param name="mostly">Tax class of what the shop mostly sells.</param>
    /// <param name="classes">Tax classes there are.</param>
    public static IEnumerable<Product> Of(string mostly, IReadOnlySet<string> classes) => new[] { mostly }
        .Concat(new[] { Standard, Reduced }.Where(classes.Contains)).Distinct()
        .Select((name, index) => new Product
        {
            No = index + 1, Code = index == 0 ? "goods" : "goods-" + name, Kind = ProductKind.Amount, TaxClass = name, Name = NameOf(name),
            // Food that is eaten in the shop is taxed like a meal (Consumption Tax Act, appended table 1).
            EatInTaxClass = name == Reduced && classes.Contains(Standard) ? Standard : null,
        });

    private static LocalText NameOf(string name) => ShopWords.Of(name is Standard or Reduced or "exempt" ? name : "other");
}
