using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Closures;

internal sealed record UnknownSite(string Site) : Failure(
    "unknown-site", FailureKind.NotFound, $"施設「{Site}」は登録されていません。", $"There is no site '{Site}'. Use a site code of the catalogue.");

internal sealed record UnknownClosure(Guid Closure) : Failure(
    "unknown-closure", FailureKind.NotFound, "この休止はありません。", $"There is no closure {Closure}.");

internal sealed record WrongClosureStart(DateOnly Today) : Failure(
    "wrong-closure-start", FailureKind.Invalid,
    $"休止の始まりは、{Today:yyyy-MM-dd} の7日前から1年後までの日付にしてください。", $"A closure begins from 7 days before {Today:yyyy-MM-dd} to a year after.", "from");

internal sealed record WrongClosureDays() : Failure(
    "wrong-closure-days", FailureKind.Invalid,
    "休止の終わりの日は、始まりの日から1年以内の日付にしてください。", "The last day of a closure lies within a year from its first.", "until");

internal sealed record WrongLastDay(DateOnly From) : Failure(
    "wrong-last-day", FailureKind.Invalid,
    $"延長後の最終日は、{From:yyyy-MM-dd} より後で1年以内の日付にしてください。", $"The new last day lies after {From:yyyy-MM-dd} and within a year.", "lastDay");

internal sealed record NothingProposed() : Failure(
    "nothing-proposed", FailureKind.Refused, "先に、返金か延長かを選んでください。", "First choose between money back and more days.");

internal sealed record SamePerson() : Failure(
    "same-person", FailureKind.Refused, "提案した人とは別の人が確認してください。", "Somebody other than the one who proposed it has to confirm.");

internal sealed record RemedyChanged() : Failure(
    "remedy-changed", FailureKind.Conflict, "提案の内容が変わりました。読み直してから確認してください。", "The proposal has changed. Look at it again, then confirm.");

internal sealed record RemedyIsConfirmed() : Failure(
    "remedy-is-confirmed", FailureKind.Conflict, "すでに確認され、実行が始まっています。", "It was confirmed already and is being carried out.");

/// <summary>The site is closed: nothing that admits is sold there.</summary>
internal sealed record SiteClosed(string Site, ClosureNoticeView Notice) : Failure(
    "site-closed", FailureKind.Refused,
    $"「{Site}」は {Notice.From:yyyy-MM-dd} から休止しています。入場券は販売できません。",
    $"'{Site}' is closed since {Notice.From:yyyy-MM-dd}. No admissions are sold.");
