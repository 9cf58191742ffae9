using Tourism.Kernel;

namespace Tourism.Pos.Shared.Codes;

/// <summary>A merchant's code that cannot be read; <see cref="Failure.Field"/> is the field's number, with its template's before it: <c>26.01</c>.</summary>
/// <param name="At">Number of the field; empty when it is the whole.</param>
/// <param name="WhatJa">What is wrong, in Japanese.</param>
/// <param name="WhatEn">What is wrong, in English.</param>
public sealed record WrongPaymentCode(string At, string WhatJa, string WhatEn) : Failure(
    "wrong-payment-code", FailureKind.Invalid,
    $"支払いコードの項目 {At} が正しくありません。{WhatJa}。", $"Field {At} of the payment code is not right: {WhatEn}.", At);

/// <summary>A merchant's code whose check does not fit: it was read or printed wrongly.</summary>
/// <param name="Given">As it stands.</param>
/// <param name="True">As it should be.</param>
public sealed record WrongPaymentCheck(string Given, string True) : Failure(
    "wrong-payment-check", FailureKind.Invalid,
    $"支払いコードの検査値 {Given} が合いません（正しくは {True}）。読み直してください。",
    $"The payment code's check {Given} should be {True}. Read it again.", MerchantCode.CheckField);

/// <summary>What a shop says of its JPQR id and cannot be.</summary>
/// <param name="At">Which of the values.</param>
/// <param name="WhatJa">What it has to be, in Japanese.</param>
/// <param name="WhatEn">What it has to be, in English.</param>
public sealed record WrongJpqr(string At, string WhatJa, string WhatEn) : Failure(
    "wrong-jpqr", FailureKind.Invalid, $"「{At}」を直してください。{WhatJa}。", $"Correct '{At}': {WhatEn}.", At);
