using Tourism.Kernel;

namespace Tourism.Pos.Stock;

internal sealed record StockOff(string Site) : Failure(
    "stock-off", FailureKind.Refused, $"「{Site}」では在庫管理を使っていません。店主が在庫の画面で始められます。", $"'{Site}' keeps no stock. Its owner can turn that on.");

internal sealed record WrongStock(string At, string WhatJa, string WhatEn) : Failure(
    "wrong-stock", FailureKind.Invalid, $"「{At}」を直してください。{WhatJa}。", $"Correct '{At}': {WhatEn}.", At);

internal sealed record UnknownMove(Guid Move) : Failure(
    "unknown-stock-move", FailureKind.NotFound, "その入力はこの施設にありません。", $"This site has no entry {Move}.");

internal sealed record SenderUndoes(string Site) : Failure(
    "sender-undoes", FailureKind.Refused, $"移した側の「{Site}」で取り消してください。届いていないときは、数えて直せます。", $"Only '{Site}', which sent it, can take it back. If it did not arrive, count.");

internal sealed record UndoneStays() : Failure(
    "undone-stays", FailureKind.Refused, "取り消しは取り消せません。もう一度入力してください。", "What was taken back stays so. Enter it again.");
