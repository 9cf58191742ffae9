using Tourism.Kernel;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>What can be said of a scan without looking anything up.</summary>
internal static class ScanChecks
{
    private const int MaxCode = 2_000;
    private const int MaxPeople = 100_000;

    public static Failure? Shape(ScanRequest request)
    {
        if (request.Id == Guid.Empty)
            return new WrongScan("id", "IDを作って入れてください", "make an id");
        if (string.IsNullOrWhiteSpace(request.Code) || request.Code.Length > MaxCode)
            return new WrongScan("code", $"読み取った文字を1～{MaxCode}字で入れてください", $"give what was read, 1 to {MaxCode} characters");
        if (request.People is < 1)
            return new WrongScan("people", "1 人以上にしてください", "let in at least 1 person");
        if (!SaleChecks.IsPossible(request.OccurredAt))
            return new WrongScan("occurredAt", "改札機の時刻を時差付きで入れてください", "give the gate's time with its offset");
        return request.Happened is { } happened ? Shape(happened) : null;
    }

    private static WrongScan? Shape(ScanHappened happened)
    {
        if (!Enum.IsDefined(happened.Outcome))
            return new WrongScan("happened.outcome", "改札機が示した結果を入れてください", "give what the gate showed");
        var (least, most) = happened.Outcome == ScanOutcome.Admitted ? (1, MaxPeople) : (0, 0);
        if (happened.Admitted < least || happened.Admitted > most)
            return new WrongScan("happened.admitted", $"{least}～{most}人にしてください", $"use {least} to {most} people");
        return happened.Undone && happened.Outcome != ScanOutcome.Admitted
            ? new WrongScan("happened.undone", "入場したときだけ取り消せます", "only people who went in can be taken back")
            : null;
    }
}

internal sealed record UnknownGate(string Gate) : Failure(
    "unknown-gate", FailureKind.NotFound, $"改札「{Gate}」は登録されていません。", $"There is no gate '{Gate}'. Use a gate code of the catalogue.");

internal sealed record WrongScan(string At, string JaHint, string EnHint) : Failure(
    "wrong-scan", FailureKind.Invalid, $"読み取りの内容が正しくありません。{JaHint}。", $"The scan is not right: {EnHint}.", At);
