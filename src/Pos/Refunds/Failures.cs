using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Refunds;

internal sealed record WrongRefund(string At, string JaHint, string EnHint) : Failure(
    "wrong-refund", FailureKind.Invalid, $"返金の内容が正しくありません。{JaHint}。", $"The refund is not right: {EnHint}.", At);

internal sealed record NothingLeft() : Failure(
    "nothing-left", FailureKind.Refused, "この販売はすべて返金済みです。", "Everything of this sale has been given back already.", "lines");

internal sealed record MoreThanLeft(int Line, int Left, int Index) : Failure(
    "more-than-left", FailureKind.Refused,
    $"明細 {Line} で返金できるのはあと {Left} です。数量を直してください。",
    $"Of line {Line} only {Left} can still be given back. Correct the quantity.", $"lines[{Index}].quantity");

internal sealed record RefundDiffers(Yen Till, Yen Server) : Failure(
    "refund-differs", FailureKind.Refused,
    $"返金額が合いません。レジ {Till} 円、サーバー {Server} 円です。返金できる額を読み直してください。",
    $"The refunds differ: till {Till} yen, server {Server} yen. Ask again what can be refunded.", "total");

internal sealed record NeverGivenBack(LocalText Name) : Failure(
    "never-given-back", FailureKind.Refused,
    $"「{Name.Ja}」で支払われた分は返金できません。ほかの支払いで返せる額までにしてください。",
    $"What was paid by '{Name.In(Language.En)}' is not given back. Refund no more than the other tenders can return.", "lines");

internal sealed record AlreadyInside(int People, int Outside) : Failure(
    "already-inside", FailureKind.Refused,
    $"{People} 人分の返金ですが、まだ入場していないのは {Outside} 人です。入場した人に返金するときは、責任者が理由を付けて許可してください。",
    $"{People} people are to be refunded but only {Outside} are still outside. To refund people inside, a supervisor must override with a reason.", "override");
