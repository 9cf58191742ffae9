using Tourism.Kernel;

namespace Tourism.Pos.Shared.Wire;

/// <summary>What somebody says happened to goods. Selling and returning are not entered: receipts and return slips say them already.</summary>
public enum StockKind
{
    /// <summary>Came in from a supplier.</summary>
    Received,

    /// <summary>So much is on the shelf: whatever happened before it counts no more.</summary>
    Counted,

    /// <summary>Broken, spoilt, lost or used by the shop.</summary>
    Wasted,

    /// <summary>Went to another site.</summary>
    MovedOut,

    /// <summary>Arrived from another site; written together with its <see cref="MovedOut"/>.</summary>
    MovedIn,

    /// <summary>An entry was wrong and counts no more.</summary>
    Undone,
}

/// <summary>When a shop keeps stock, and when it is warned. Off until somebody turns it on.</summary>
/// <param name="On">The shop keeps stock. While it does not, nothing about stock shows there.</param>
/// <param name="LowBelow">Fewer pieces than this are low; 0–99,999; <c>null</c> for no warning. Weighed goods have a mark of their own or none.</param>
/// <param name="DeadAfterDays">Goods that are there and were not sold for so many days are dead stock; 1–3,650.</param>
public sealed record StockRules(bool On, int? LowBelow = null, int DeadAfterDays = StockRules.UsualDays)
{
    /// <summary>Days without a sale when nobody said otherwise.</summary>
    public const int UsualDays = 90;
}

/// <summary>Below how much one product is low.</summary>
/// <param name="LowBelow">Pieces, or grams of weighed goods; 0–99,999,999; <c>null</c> for the shop's own mark.</param>
public sealed record StockMark(int? LowBelow = null);

/// <summary>A shop's stock as it stands now.</summary>
/// <param name="Site">Site code.</param>
/// <param name="Rules">Whether stock is kept, and when it warns.</param>
/// <param name="Items">Counted and weighed goods of the site in the order of the till's keys; none while stock is off.</param>
public sealed record StockView(string Site, StockRules Rules, IReadOnlyList<StockItemView> Items);

/// <summary>What needs somebody's eye about a product.</summary>
public enum StockWarning
{
    /// <summary>More was sold than is known to have come in: count it. Nothing is refused because of this.</summary>
    Negative,

    /// <summary>Less than its mark.</summary>
    Low,

    /// <summary>There is some, and none was sold for long.</summary>
    Dead,
}

/// <summary>One product and how much of it there is.</summary>
/// <param name="Product">Product code.</param>
/// <param name="Name">Product name.</param>
/// <param name="Weighed">All its quantities are grams, else pieces.</param>
/// <param name="Level">How much there is; <c>null</c> until its first entry.</param>
/// <param name="LowBelow">Less than this is low; <c>null</c> for no warning.</param>
/// <param name="OwnMark">The product's own mark; <c>null</c> when the shop's holds.</param>
/// <param name="CountedAt">When it was counted last, UTC.</param>
/// <param name="Sold">Sold since that count, or since its first entry.</param>
/// <param name="Returned">Brought back since then.</param>
/// <param name="Warnings">What needs somebody's eye.</param>
/// <param name="Kana">Reading, for searching; hiragana.</param>
public sealed record StockItemView(
    string Product, LocalText Name, bool Weighed, long? Level, int? LowBelow, int? OwnMark, DateTime? CountedAt, long Sold, long Returned,
    IReadOnlyList<StockWarning> Warnings, string? Kana = null);

/// <summary>Enters what happened. The id in the address is made by the device; sending it again changes nothing.</summary>
/// <param name="Product">Code of counted or weighed goods of the site.</param>
/// <param name="Kind"><see cref="StockKind.Received"/>, <see cref="StockKind.Counted"/>, <see cref="StockKind.Wasted"/> or <see cref="StockKind.MovedOut"/>.</param>
/// <param name="Quantity">Pieces, 1–99,999, or grams, 1–99,999,999; a count may be 0.</param>
/// <param name="OccurredAt">The device's time; at most 31 days ago. It decides whether a sale lies before a count or after it.</param>
/// <param name="Note">At most 200 characters.</param>
/// <param name="To">Site that gets the goods, for <see cref="StockKind.MovedOut"/> only.</param>
/// <param name="ToProduct">Its product there, when the code is another one.</param>
public sealed record StockMoveRequest(
    string Product, StockKind Kind, int Quantity, DateTime OccurredAt, string? Note = null, string? To = null, string? ToProduct = null);

/// <summary>An entry.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Product">Product code.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Quantity">Pieces, or grams of weighed goods; never negative.</param>
/// <param name="OccurredAt">When it happened, UTC.</param>
/// <param name="RecordedAt">When the server heard of it, UTC.</param>
/// <param name="By">Who entered it.</param>
/// <param name="Note">What they said about it.</param>
/// <param name="OtherSite">The site at the other end of a move.</param>
/// <param name="UndoneBy">Who took it back.</param>
/// <param name="UndoneAt">When, UTC; <c>null</c> while it counts.</param>
public sealed record StockMoveView(
    Guid Id, string Product, StockKind Kind, int Quantity, DateTime OccurredAt, DateTime RecordedAt, string By, string? Note = null, string? OtherSite = null,
    string? UndoneBy = null, DateTime? UndoneAt = null);

/// <summary>Entries of a site, latest first.</summary>
/// <param name="Items">At most as many as were asked for.</param>
/// <param name="Next">What to ask <c>before</c> for the next page; <c>null</c> on the last one.</param>
public sealed record StockMovePage(IReadOnlyList<StockMoveView> Items, long? Next);
