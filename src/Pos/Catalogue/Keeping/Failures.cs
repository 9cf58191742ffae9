using Tourism.Kernel;
using Tourism.Pos.Shared.Pricing;

namespace Tourism.Pos.Catalogue.Keeping;

internal sealed record WrongProduct(string At, string WhatJa, string WhatEn) : Failure(
    "wrong-product", FailureKind.Invalid, $"「{At}」を直してください。{WhatJa}。", $"Correct '{At}': {WhatEn}.", At);

internal sealed record NoSuchProduct(string Code) : Failure(
    "no-such-product", FailureKind.NotFound, $"商品「{Code}」はこの施設にありません。", $"This site has no product '{Code}'.");

internal sealed record KindStays(string Code) : Failure(
    "kind-stays", FailureKind.Invalid,
    $"商品「{Code}」の種類は変えられません。売り方の違う商品は、別の商品として追加してください。",
    $"The kind of '{Code}' cannot change. Add another product for what is sold another way.", "kind");

internal sealed record ProductChanged(string Name) : Failure(
    "product-changed", FailureKind.Conflict,
    $"ほかの人が先に変えました。いまは「{Name}」です。違うところを見直してから、もう一度保存してください。",
    $"Somebody else has changed this product: it is '{Name}' now. Look at what differs and save again.");

internal sealed record WrongPriceDay(string At, DateOnly Today) : Failure(
    "wrong-price-day", FailureKind.Invalid,
    $"始まりの日は {Today:yyyy-MM-dd} 以降、終わりの日はその日以降にしてください。過ぎた日の価格は変えられません。",
    $"A price begins on {Today:yyyy-MM-dd} or later and ends no earlier than it begins. What was charged does not change.", At);

internal sealed record WrongPrice() : Failure(
    "wrong-price", FailureKind.Invalid,
    $"価格は 0～{Calculator.MaxAmount} 円にしてください。", $"Use a price of 0 to {Calculator.MaxAmount} yen.", "yen");

internal sealed record AmountIsTyped(string Code) : Failure(
    "amount-is-typed", FailureKind.Refused,
    $"「{Code}」は販売のときに金額を入力する商品です。価格は付けられません。", $"The amount of '{Code}' is typed in at the sale, so it has no price.", "yen");

internal sealed record PriceInTariff(string Tariff) : Failure(
    "price-in-tariff", FailureKind.Refused,
    $"この日の価格は料金表「{Tariff}」にあります。新しい料金表を作ってください。",
    $"The price of that day stands in the price list '{Tariff}'. Make a new price list instead.", "from");

internal sealed record PriceStands(DateOnly From, Yen Yen) : Failure(
    "price-stands", FailureKind.Conflict,
    $"{From:yyyy-MM-dd} からの価格 {Yen} 円がすでにあります。始まる前なら、取り消してから入れ直してください。",
    $"There is a price of {Yen} yen from {From:yyyy-MM-dd} already. Withdraw it first, unless it has begun.", "from");

internal sealed record PriceHasBegun(DateOnly From) : Failure(
    "price-has-begun", FailureKind.Refused,
    $"{From:yyyy-MM-dd} からの価格は始まっています。取り消せません。別の日からの新しい価格を入れてください。",
    $"The price from {From:yyyy-MM-dd} has begun and stays. Add a new price from another day.");
