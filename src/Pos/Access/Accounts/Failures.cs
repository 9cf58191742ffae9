using Tourism.Kernel;

namespace Tourism.Pos.Access.Accounts;

internal sealed record UnknownAccount(Guid Id) : Failure("unknown-account", FailureKind.NotFound, "その人は登録されていません。", "There is no such person.");

internal sealed record NameTaken(string Name) : Failure(
    "name-taken", FailureKind.Conflict, $"サインイン名「{Name}」はもう使われています。別の名前にしてください。", $"The sign-in name '{Name}' is taken. Choose another.", "name");

internal sealed record NameStays(string Name) : Failure(
    "name-stays", FailureKind.Invalid,
    $"サインイン名「{Name}」は変えられません。記録に残る名前だからです。新しい人として登録してください。",
    $"The sign-in name '{Name}' cannot change, because records carry it. Add a new person instead.", "name");

internal sealed record AccountChanged(string DisplayName, string Posts) : Failure(
    "account-changed", FailureKind.Conflict,
    $"ほかの管理者が先に変えました。いまは「{DisplayName}」、役割は {Posts} です。見直してから、もう一度保存してください。",
    $"Another administrator has changed this: it now says '{DisplayName}' with {Posts}. Look at it and save again.");

internal sealed record AccountDisabled() : Failure(
    "account-disabled", FailureKind.Refused, "この人は止められています。先に使えるように戻してください。", "This person is shut out. Let them in again first.");

internal sealed record WrongDisplayName(string At) : Failure(
    "wrong-display-name", FailureKind.Invalid, "名前は 1〜50 文字で入れてください。", "Give a name of 1 to 50 characters.", At)
{
    public const int Longest = 50;

    public static WrongDisplayName? Check(string name, string at) =>
        string.IsNullOrWhiteSpace(name) || name.Length > Longest || name.Any(char.IsControl) ? new WrongDisplayName(at) : null;
}
