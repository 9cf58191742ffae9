using Tourism.Kernel;

namespace Tourism.Pos.Stock.Consignments;

internal sealed record UnknownSupplier(string Supplier) : Failure(
    "unknown-supplier", FailureKind.NotFound, $"仕入先「{Supplier}」は登録されていません。", $"There is no supplier '{Supplier}' at this site.");

internal sealed record UnknownTerms(Guid Terms) : Failure(
    "unknown-consignment", FailureKind.NotFound, "その委託の条件は登録されていません。", $"There are no terms {Terms} at this site.");

internal sealed record SupplierChanged(string Name) : Failure(
    "supplier-changed", FailureKind.Conflict, $"「{Name}」はほかの人が先に変えました。新しい内容を見てから保存してください。", $"Somebody else changed '{Name}' first. Look at it again, then save.", "version");

internal sealed record TermsOverlap(string Product) : Failure(
    "consignment-overlaps", FailureKind.Refused, $"「{Product}」には、その期間にもう委託の条件があります。先にそれを終えてください。", $"'{Product}' has terms in that time already. End those first.", "from");

internal sealed record SettledUntil(DateOnly Day) : Failure(
    "settled-until", FailureKind.Refused, $"{Day:yyyy-MM-dd} の販売まで精算しました。その日より後に終えてください。", $"Sales until {Day:yyyy-MM-dd} are settled. End the terms on that day or later.", "to");

internal sealed record NothingToSettle() : Failure(
    "nothing-to-settle", FailureKind.Refused, "この日までに精算していない販売はありません。", "Nothing is open until that day.", "to");

internal sealed record SettlementDiffers(Yen Seen, Yen Open) : Failure(
    "settlement-differs", FailureKind.Conflict,
    $"その間に販売か返品がありました。画面では {Seen} 円、いまは {Open} 円です。明細を見直してから精算してください。",
    $"Something was sold or came back meanwhile: you saw {Seen} yen, now it is {Open} yen. Look at the statement again, then settle.", "total");
