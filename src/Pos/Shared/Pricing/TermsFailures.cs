using Tourism.Kernel;

namespace Tourism.Pos.Shared.Pricing;

/// <summary>The tariff of this day has no such group tier.</summary>
public sealed record UnknownTier(int Tier, string Site, string At) : Failure(
    "unknown-tier", FailureKind.Invalid,
    $"「{Site}」のこの日の料金に {Tier} 人からの団体区分はありません。0（個人料金）か料金表の区分を使ってください。",
    $"The tariff of '{Site}' has no group tier from {Tier} on this day. Use 0 for single prices, or a tier of the tariff.", At);

/// <summary>The people who are there do not make up the tier that staff chose.</summary>
public sealed record TierNotReached(int Tier, int People, string At) : Failure(
    "tier-not-reached", FailureKind.Invalid,
    $"数に入る人は {People} 人で、{Tier} 人からの団体料金にはなりません。別の区分を選んでください。",
    $"{People} people count, which is not the group of {Tier}. Choose another tier.", At);

/// <summary>A chosen tier or a discount came without a reason.</summary>
public sealed record ReasonMissing(string At) : Failure(
    "reason-missing", FailureKind.Invalid,
    $"料金を変えた理由を 1～{Calculator.MaxText} 字で入力してください。",
    $"Say in 1 to {Calculator.MaxText} characters why the price was changed.", At);

/// <summary>Text too long, or with signs that cannot be printed.</summary>
public sealed record TextNotUsable(string At) : Failure(
    "text-not-usable", FailureKind.Invalid,
    $"「{At}」は制御文字を含まない 1～{Calculator.MaxText} 字にしてください。",
    $"'{At}' takes 1 to {Calculator.MaxText} characters without control characters.", At);

/// <summary>A discount of less than one yen.</summary>
public sealed record WrongDiscount(Yen Discount, string At) : Failure(
    "wrong-discount", FailureKind.Invalid,
    $"値引き {Discount} 円は使えません。1 円以上にするか、送らないでください。",
    $"A discount of {Discount} yen is not possible. Give 1 yen or more, or leave it out.", At);

/// <summary>A discount of more than there is to pay.</summary>
public sealed record DiscountTooHigh(Yen Discount, Yen Lines, string At) : Failure(
    "discount-too-high", FailureKind.Invalid,
    $"値引き {Discount} 円が明細の合計 {Lines} 円を超えています。{Lines} 円までにしてください。",
    $"The discount of {Discount} yen is more than the lines cost. Give at most {Lines}.", At);
