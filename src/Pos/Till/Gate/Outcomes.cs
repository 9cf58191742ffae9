using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Till.Gate;

/// <summary>What the gate makes of outcomes, and the names of their sentences.</summary>
internal static class Outcomes
{
    /// <summary>Whether an answer so named says how far the ticket is used.</summary>
    public static bool TellUse(ScanOutcome outcome) => outcome is ScanOutcome.Admitted or ScanOutcome.AlreadyUsed or ScanOutcome.ExceedsParty
        or ScanOutcome.WentOut or ScanOutcome.NoReentry or ScanOutcome.NotInside;

    public static string KeyOf(ScanOutcome outcome) => outcome switch
    {
        ScanOutcome.UnknownKey => "unknown-key",
        ScanOutcome.TooEarly => "too-early",
        ScanOutcome.TooLate => "too-late",
        ScanOutcome.WrongSite => "wrong-site",
        ScanOutcome.AlreadyUsed => "already-used",
        ScanOutcome.ExceedsParty => "exceeds-party",
        ScanOutcome.Revoked => "revoked",
        ScanOutcome.Cancelled => "cancelled",
        ScanOutcome.Blocked => "blocked",
        ScanOutcome.NotAllowed => "not-allowed",
        ScanOutcome.NoReentry => "no-reentry",
        ScanOutcome.NotInside => "not-inside",
        _ => "invalid",
    };
}
