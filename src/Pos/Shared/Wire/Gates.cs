namespace Tourism.Pos.Shared.Wire;

/// <summary>Somebody shows a ticket at a gate.</summary>
/// <param name="Id">Made by the device; the same scan sent again admits nobody twice.</param>
/// <param name="Code">What was read: the ticket's address or its code.</param>
/// <param name="People">How many go in now; <c>null</c> for all that remain.</param>
/// <param name="OccurredAt">The gate's time.</param>
public sealed record ScanRequest(Guid Id, string Code, int? People, DateTime OccurredAt);

/// <summary>The gate's answer.</summary>
/// <param name="Id">The scan.</param>
/// <param name="Outcome">Admitted, or why not.</param>
/// <param name="Admitted">People let in by this scan.</param>
/// <param name="Remaining">People the ticket can still admit.</param>
/// <param name="LastUsedAt">When the ticket was last used, UTC.</param>
/// <param name="LastUsedGate">Where: gate code.</param>
public sealed record ScanView(Guid Id, ScanOutcome Outcome, int Admitted, int Remaining, DateTime? LastUsedAt, string? LastUsedGate);

/// <summary>Outcome of a scan; everything but <see cref="Admitted"/> is a refusal.</summary>
public enum ScanOutcome
{
    /// <summary>Let in.</summary>
    Admitted,

    /// <summary>Not one of our tickets, or damaged.</summary>
    Invalid,

    /// <summary>Signed with a key we do not list.</summary>
    UnknownKey,

    /// <summary>Before its first day.</summary>
    TooEarly,

    /// <summary>After its last day.</summary>
    TooLate,

    /// <summary>For another site.</summary>
    WrongSite,

    /// <summary>Everybody on it is inside.</summary>
    AlreadyUsed,

    /// <summary>More people than remain on it.</summary>
    ExceedsParty,
}
