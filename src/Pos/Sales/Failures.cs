using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales;

internal sealed record UnknownTill(string Till) : Failure(
    "unknown-till", FailureKind.Invalid,
    $"レジ「{Till}」は登録されていません。", $"There is no till '{Till}'. Use a till code of the catalogue.", "till");

internal sealed record UnknownEpoch(string Till, int Epoch) : Failure(
    "unknown-epoch", FailureKind.Invalid,
    $"レジ「{Till}」の採番 {Epoch} はまだ開かれていません。先に /api/v1/tills/{Till}/epochs/ で開いてください。",
    $"Till '{Till}' has no series {Epoch}. Open one at /api/v1/tills/{Till}/epochs/ first.", "epoch");

internal sealed record ReceiptNumberTaken(string Till, int Epoch, int Number) : Failure(
    "receipt-number-taken", FailureKind.Conflict,
    $"レシート番号 {Till}-{Epoch}-{Number} は別の販売で使われています。",
    $"Receipt number {Till}-{Epoch}-{Number} belongs to another sale.", "number");

internal sealed record TenderTaken() : Failure(
    "tender-taken", FailureKind.Conflict,
    "支払いのIDかポイントの仮押さえが、別の支払いで使われています。新しく作ってください。",
    "A tender's id or points hold is already used by another tender. Make a new one.", "tenders");

internal sealed record TotalDiffers(Yen Till, Yen Server) : Failure(
    "total-differs", FailureKind.Refused,
    $"合計が合いません。レジ {Till} 円、サーバー {Server} 円です。カタログを読み直してください。",
    $"The totals differ: till {Till} yen, server {Server} yen. Reload the catalogue.", "total");

internal sealed record HoldNotGood(Guid Hold) : Failure(
    "hold-not-good", FailureKind.Refused,
    $"ポイントの仮押さえ {Hold} は、この販売・店・金額のものではないか、すでに使われています。カードを読み直してください。",
    $"The points hold {Hold} is not for this sale, shop and amount, or is already used. Scan the card again.", "tenders");

internal sealed record WrongReceiptNumber(int Number) : Failure(
    "wrong-receipt-number", FailureKind.Invalid,
    $"レシート番号 {Number} は使えません。1 から順に付けてください。", $"Receipt number {Number} is not possible. Number from 1.", "number");

internal sealed record UnknownLanguage(string? Given) : Failure(
    "unknown-language", FailureKind.Invalid,
    $"言語「{Given}」は使えません。{string.Join(", ", Language.All)} のどれかにしてください。",
    $"The language '{Given}' is not known. Use one of {string.Join(", ", Language.All)}.", "language");

internal sealed record WrongTime(DateTime Given) : Failure(
    "wrong-time", FailureKind.Invalid,
    $"日時 {Given:O} は正しくありません。レジの時計を確かめてください。", $"The time {Given:O} cannot be right. Check the till's clock.", "occurredAt");

internal sealed record WrongTenderCount(int Count) : Failure(
    "wrong-tender-count", FailureKind.Invalid,
    $"支払いが{Count}件です。1～20件にしてください。", $"There are {Count} tenders. Send 1 to 20.", "tenders");

internal sealed record TendersDoNotAddUp(Yen Total) : Failure(
    "tenders-do-not-add-up", FailureKind.Invalid,
    $"支払いの合計が販売合計 {Total} 円と一致しません。", $"The tenders do not add up to the total of {Total} yen.", "tenders");

internal sealed record WrongTender(string At, string JaHint, string EnHint) : Failure(
    "wrong-tender", FailureKind.Invalid, $"支払いの内容が正しくありません。{JaHint}。", $"The tender is not right: {EnHint}.", At);

internal sealed record WrongSale(string At, string JaHint, string EnHint) : Failure(
    "wrong-sale", FailureKind.Invalid, $"販売の内容が正しくありません。{JaHint}。", $"The sale is not right: {EnHint}.", At);

internal sealed record SaleNotCompleted(SaleState State) : Failure(
    "sale-not-completed", FailureKind.Refused,
    "この販売はまだ支払いが済んでいないか、取り消されています。支払いが済んだ販売で操作してください。",
    $"The sale is {State}. Do this with a sale that is paid.");

internal sealed record UnknownReceipt(string Receipt) : Failure(
    "unknown-receipt", FailureKind.NotFound,
    $"レシート番号「{Receipt}」の会計はありません。印刷どおりに、ハイフンも入れてください。",
    $"There is no sale with receipt number '{Receipt}'. Give it as printed, with its hyphens.", "receipt");

internal sealed record UnknownTicket(Guid Ticket) : Failure(
    "unknown-ticket", FailureKind.NotFound,
    $"入場券 {Ticket} の会計はありません。", $"There is no sale of ticket {Ticket}.", "ticket");

internal sealed record NothingToFind() : Failure(
    "nothing-to-find", FailureKind.Invalid,
    "receipt(レシート番号)か ticket(入場券のID)のどちらか一つを指定してください。",
    "Give one of receipt (a receipt number) and ticket (a ticket's id).", "receipt");

internal sealed record UnknownSale(Guid Sale) : Failure(
    "unknown-sale", FailureKind.NotFound, $"販売 {Sale} はありません。", $"There is no sale {Sale}.");
