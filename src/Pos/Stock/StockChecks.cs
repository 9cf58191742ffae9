using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Stock;

/// <summary>What can be said about stock entries and settings without looking at stock.</summary>
internal static class StockChecks
{
    private const int MostPieces = 99_999;
    private const int MostGrams = 99_999_999;
    private const int MostDays = 3_650;
    private static readonly TimeSpan Latest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Earliest = TimeSpan.FromDays(31);

    public static bool IsKept(this Product product) => product.Kind is ProductKind.Goods or ProductKind.Weighed;

    /// <summary>Goods of the site that stock is kept of.</summary>
    public static Product? Kept(this Site site, string code) => site.Products.FirstOrDefault(product => product.Code == code && product.IsKept());

    public static Failure? Check(Site site, StockMoveRequest request, Snapshot catalogue, DateTime now)
    {
        if (site.Kept(request.Product) is not { } product)
            return NoGoods("product", request.Product);
        if (request.Kind is not (StockKind.Received or StockKind.Counted or StockKind.Wasted or StockKind.MovedOut))
            return new WrongStock("kind", "入荷・数えた数・廃棄・移動のどれかにしてください", "enter what was received, counted, wasted or moved out");
        var (least, most) = (request.Kind == StockKind.Counted ? 0 : 1, MostOf(product));
        if (request.Quantity < least || request.Quantity > most)
            return new WrongStock("quantity", $"{least:N0}〜{most:N0} {(product.Kind == ProductKind.Weighed ? "グラム" : "個")}で入れてください", $"enter {least:N0} to {most:N0} {(product.Kind == ProductKind.Weighed ? "grams" : "pieces")}");
        if (request.OccurredAt > now + Latest || request.OccurredAt < now - Earliest)
            return new WrongStock("occurredAt", "端末の時計を確かめてください。31日より前のことは入力できません", "check the device's clock; nothing older than 31 days can be entered");
        return Text(request.Note, StockMove.MaxNote, "note") ?? Target(site, product, request, catalogue);
    }

    public static Failure? Check(StockRules rules)
    {
        if (rules.LowBelow is < 0 or > MostPieces)
            return new WrongStock("lowBelow", $"0〜{MostPieces:N0} で入れてください", $"enter 0 to {MostPieces:N0}");
        return rules.DeadAfterDays is < 1 or > MostDays ? new WrongStock("deadAfterDays", $"1〜{MostDays:N0} 日にしてください", $"enter 1 to {MostDays:N0} days") : null;
    }

    public static Failure? Check(Site site, string product, StockMark mark)
    {
        if (site.Kept(product) is not { } goods)
            return NoGoods("product", product);
        return mark.LowBelow < 0 || mark.LowBelow > MostOf(goods) ? new WrongStock("lowBelow", $"0〜{MostOf(goods):N0} で入れてください", $"enter 0 to {MostOf(goods):N0}") : null;
    }

    /// <summary>Text that every database keeps as it is, or none.</summary>
    public static Failure? Text(string? text, int longest, string at) => text is null || (text.Length <= longest && !text.Any(char.IsControl))
        ? null
        : new WrongStock(at, $"{longest} 文字までの文字で入れてください", $"give at most {longest} characters");

    public static WrongStock NoGoods(string at, string given) => new(at, $"「{given}」は、この施設で数える商品・量る商品ではありません", $"'{given}' is no counted or weighed goods of this site");

    private static int MostOf(Product product) => product.Kind == ProductKind.Weighed ? MostGrams : MostPieces;

    /// <summary>A move needs a place that can take the same kind of goods; nothing else may name one.</summary>
    private static WrongStock? Target(Site site, Product product, StockMoveRequest request, Snapshot catalogue)
    {
        if (request.Kind != StockKind.MovedOut)
            return request.To is null && request.ToProduct is null ? null : new WrongStock("to", "移動のときだけ行き先を入れてください", "only a move has a place it goes to");
        if (request.To is null || request.To == site.Code || catalogue.Site(request.To) is not { } other)
            return new WrongStock("to", "行き先の施設を選んでください", "choose another site it goes to");
        return other.Kept(request.ToProduct ?? request.Product)?.Kind == product.Kind ? null : NoGoods("toProduct", request.ToProduct ?? request.Product);
    }
}
