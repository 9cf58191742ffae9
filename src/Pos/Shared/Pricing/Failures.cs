using Tourism.Kernel;

namespace Tourism.Pos.Shared.Pricing;

/// <summary>No line, or more than <see cref="Calculator.MaxLines"/>.</summary>
public sealed record WrongLineCount(int Count) : Failure(
    "wrong-line-count", FailureKind.Invalid,
    $"明細が{Count}行です。1～{Calculator.MaxLines}行にしてください。",
    $"The basket has {Count} lines. Send 1 to {Calculator.MaxLines}.", "lines");

/// <summary>The site sells no such product.</summary>
public sealed record UnknownProduct(string? Product, string Site, string At) : Failure(
    "unknown-product", FailureKind.Invalid,
    $"「{Site}」に商品「{Product}」はありません。カタログの商品コードを使ってください。",
    $"'{Site}' sells no product '{Product}'. Use a product code of the catalogue.", At);

/// <summary>Quantity outside 1–<see cref="Calculator.MaxQuantity"/>.</summary>
public sealed record WrongQuantity(int Quantity, string At) : Failure(
    "wrong-quantity", FailureKind.Invalid,
    $"数量 {Quantity} は使えません。1～{Calculator.MaxQuantity} にしてください。",
    $"The quantity {Quantity} is not possible. Use 1 to {Calculator.MaxQuantity}.", At);

/// <summary>A product whose amount is typed in came without a usable amount.</summary>
public sealed record WrongAmount(string At) : Failure(
    "wrong-amount", FailureKind.Invalid,
    $"金額を 1～{Calculator.MaxAmount} 円で入力してください。",
    $"Give an amount of 1 to {Calculator.MaxAmount} yen.", At);

/// <summary>A product with a list price came with an amount.</summary>
public sealed record AmountNotWanted(string Product, string At) : Failure(
    "amount-not-wanted", FailureKind.Invalid,
    $"「{Product}」は価格表の商品です。金額は送らないでください。",
    $"'{Product}' has a list price. Leave the amount out.", At);

/// <summary>No price list holds for this day.</summary>
public sealed record NotOnSale(string Product, string At) : Failure(
    "not-on-sale", FailureKind.Refused,
    $"「{Product}」にはこの日の価格がありません。管理者に価格表の登録を依頼してください。",
    $"'{Product}' has no price for this day. Ask the administrator to enter one.", At);

/// <summary>The basket costs more than <see cref="Calculator.MaxAmount"/>.</summary>
public sealed record TotalTooHigh(Yen Total) : Failure(
    "total-too-high", FailureKind.Invalid,
    $"合計 {Total} 円は上限 {Calculator.MaxAmount} 円を超えています。会計を分けてください。",
    $"The total of {Total} yen is over the limit of {Calculator.MaxAmount}. Split the sale.", "lines");

/// <summary>More people than one ticket holds.</summary>
public sealed record TooManyPeople(int People) : Failure(
    "too-many-people", FailureKind.Invalid,
    $"{People} 人は1枚の入場券の上限 {Calculator.MaxQuantity} 人を超えています。会計を分けてください。",
    $"{People} people are over the limit of {Calculator.MaxQuantity} for one ticket. Split the sale.", "lines");
