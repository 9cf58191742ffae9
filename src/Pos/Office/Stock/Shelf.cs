using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Words;

namespace Tourism.Pos.Office.Stock;

/// <summary>How stock is told on a screen.</summary>
internal static class Shelf
{
    private const long MostPieces = 99_999;
    private const long MostGrams = 99_999_999;

    /// <summary>The largest number that may be typed.</summary>
    public static long MostOf(StockItemView item) => item.Weighed ? MostGrams : MostPieces;

    /// <summary>A number with its unit: <c>12</c> pieces, <c>2,018 g</c>.</summary>
    public static string Amount(this Wording wording, StockItemView item, long quantity) =>
        wording.Get(typeof(Shelf).Assembly, item.Weighed ? "stock.grams" : "stock.pieces", new Yen(quantity));

    /// <summary>Whether a product answers to what somebody typed: its name, reading or code.</summary>
    public static bool Matches(StockItemView item, string typed, string language) =>
        typed.Trim() is not { Length: > 0 } text || new[] { item.Name.In(language), item.Name.Ja, item.Kana, item.Product }.Any(name => name?.Contains(text, StringComparison.OrdinalIgnoreCase) ?? false);

    /// <summary>What the level becomes; <c>null</c> without a number.</summary>
    public static long? After(StockItemView item, StockKind kind, long? quantity) => quantity is null ? null : kind switch
    {
        StockKind.Counted => quantity,
        StockKind.Received => (item.Level ?? 0) + quantity,
        _ => (item.Level ?? 0) - quantity,
    };
}
