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
        if (!Enum.IsDefined(request.Direction))
            return new WrongScan("direction", "in か out にしてください", "use in or out");
        return request.Happened is { } happened ? Shape(happened, request.Direction) : null;
    }

    private static WrongScan? Shape(ScanHappened happened, ScanDirection direction)
    {
        if (!Enum.IsDefined(happened.Outcome) || !Fits(happened.Outcome, direction))
            return new WrongScan("happened.outcome", "改札機が示した結果を入れてください", "give what the gate showed");
        if (People(happened.Admitted, happened.Outcome == ScanOutcome.Admitted, "happened.admitted") is { } wrong)
            return wrong;
        if (People(happened.WentOut, happened.Outcome == ScanOutcome.WentOut, "happened.wentOut") is { } wrongOut)
            return wrongOut;
        return happened.Undone && happened.Outcome is not (ScanOutcome.Admitted or ScanOutcome.WentOut)
            ? new WrongScan("happened.undone", "入場や退場したときだけ取り消せます", "only people who went in or out can be taken back")
            : null;
    }

    private static WrongScan? People(int people, bool some, string at)
    {
        var (least, most) = some ? (1, MaxPeople) : (0, 0);
        return people < least || people > most ? new WrongScan(at, $"{least}～{most}人にしてください", $"use {least} to {most} people") : null;
    }

    /// <summary>Nobody goes out and is let in, or the other way round.</summary>
    private static bool Fits(ScanOutcome outcome, ScanDirection direction) => outcome switch
    {
        ScanOutcome.Admitted or ScanOutcome.AlreadyUsed or ScanOutcome.ExceedsParty => direction == ScanDirection.In,
        ScanOutcome.WentOut or ScanOutcome.NoReentry or ScanOutcome.NotInside => direction == ScanDirection.Out,
        _ => true,
    };
}

internal sealed record UnknownGate(string Gate) : Failure(
    "unknown-gate", FailureKind.NotFound, $"改札「{Gate}」は登録されていません。", $"There is no gate '{Gate}'. Use a gate code of the catalogue.");

internal sealed record WrongScan(string At, string JaHint, string EnHint) : Failure(
    "wrong-scan", FailureKind.Invalid, $"読み取りの内容が正しくありません。{JaHint}。", $"The scan is not right: {EnHint}.", At);
