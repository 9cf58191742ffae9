using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Till.Gate;

/// <summary>Names of the sentences for each refusal.</summary>
internal static class Outcomes
{
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
        _ => "invalid",
    };
}
