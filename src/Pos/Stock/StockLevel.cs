using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Stock;

/// <summary>How much there is of a product, and from what that follows.</summary>
/// <param name="Product">Product code.</param>
/// <param name="StartedAt">When its first entry happened: sales before it say nothing about the shelf.</param>
/// <param name="CountedAt">When it was counted last.</param>
/// <param name="Counted">What was on the shelf then; 0 when it was never counted.</param>
/// <param name="Moved">Received and arrived less wasted and moved out, since then.</param>
/// <param name="Sold">Sold since then.</param>
/// <param name="Returned">Brought back since then.</param>
internal sealed record StockLevel(string Product, DateTime StartedAt, DateTime? CountedAt, long Counted, long Moved, long Sold, long Returned)
{
    public long Level => Counted + Moved - Sold + Returned;

    /// <summary>What an entry of this kind does to the level; a count sets it instead.</summary>
    public static int SignOf(StockKind kind) => kind switch
    {
        StockKind.Received or StockKind.MovedIn => 1,
        StockKind.Wasted or StockKind.MovedOut => -1,
        _ => 0,
    };
}
