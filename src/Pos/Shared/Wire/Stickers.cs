using System.Text.Json.Serialization;
using Tourism.Kernel;

namespace Tourism.Pos.Shared.Wire;

/// <summary>Whether a place has a sticker by which visitors pay.</summary>
/// <param name="Site">Site code.</param>
/// <param name="Sticker">The one that is good; <c>null</c> before the first.</param>
/// <param name="Possible">The place sells something whose amount is typed in, at prices that include tax.</param>
public sealed record StickerStandView(string Site, StickerView? Sticker, bool Possible);

/// <summary>A printed code that stays: visitors scan it, type the amount and pay.</summary>
/// <param name="Id">Made by whoever had it made.</param>
/// <param name="Url">Address in the printed QR code, in capitals.</param>
/// <param name="SheetUrl">Page to print.</param>
/// <param name="MadeAt">When, UTC.</param>
/// <param name="By">Sign-in name of whoever had it made.</param>
public sealed record StickerView(Guid Id, string Url, string SheetUrl, DateTime MadeAt, string? By);

/// <summary>What visitors paid by a place's sticker on a day, and what came in while nobody looked.</summary>
/// <param name="Site">Site code.</param>
/// <param name="Day">Business date (Asia/Tokyo) of the payments.</param>
/// <param name="Sales">Paid on that day, newest first.</param>
/// <param name="Total">Their sum, less what was given back.</param>
/// <param name="TaxClasses">What a sale can be changed to: one class for each rate of the day, highest first.</param>
/// <param name="After">Where to listen on from.</param>
/// <param name="Missed">Paid after the moment that was asked about, oldest first; from the last seven days, at most a hundred.</param>
public sealed record ArrivalsView(
    string Site, DateOnly Day, IReadOnlyList<ArrivalView> Sales, Yen Total, IReadOnlyList<TaxClassView> TaxClasses, long After, IReadOnlyList<ArrivalView> Missed)
{
    /// <summary>There was more than a hundred missed: whoever asks again from <see cref="After"/> gets the next.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool More { get; init; }
}

/// <summary>A sale that a visitor paid by the sticker.</summary>
/// <param name="Sale">The sale; also the id of its payment.</param>
/// <param name="Number">Three digits that stand on the visitor's page as well.</param>
/// <param name="Amount">What was paid, tax included.</param>
/// <param name="PaidAt">When the money was certain, UTC.</param>
/// <param name="Day">Business date (Asia/Tokyo) on which it was paid; the sale itself may be of the day before.</param>
/// <param name="ReceiptNumber">As printed.</param>
/// <param name="TaxPercent">The rate that counts.</param>
/// <param name="MayChangeTax">Until the end of the day it was paid, while nothing was given back and no invoice states the rate.</param>
public sealed record ArrivalView(Guid Sale, string Number, Yen Amount, DateTime PaidAt, DateOnly Day, string ReceiptNumber, int TaxPercent, bool MayChangeTax)
{
    /// <summary>Given back; zero for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Yen Refunded { get; init; }
}

/// <summary>One message to a screen that listens for arrivals.</summary>
/// <param name="After">Where to listen on from after it: microseconds since 1970, UTC.</param>
/// <param name="Sale">Paid now, or changed since it was told; <c>null</c> when the line only shows that it is alive. May be told again after a break.</param>
public sealed record ArrivalNews(long After, ArrivalView? Sale = null);

/// <summary>Says what was really sold by a sticker sale.</summary>
/// <param name="TaxClass">One of the tax classes that <see cref="ArrivalsView.TaxClasses"/> names.</param>
public sealed record TaxChangeRequest(string TaxClass);
