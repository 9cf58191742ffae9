using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Till.Gate;

/// <summary>What came of one scan, as the screen shows it.</summary>
/// <param name="View">The answer of the server, or of this gate alone.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Ticket">The ticket, when it was one.</param>
/// <param name="Alone">Decided here, without the server.</param>
public sealed record GateResult(ScanView View, DateTime At, Guid? Ticket, bool Alone)
{
    /// <summary>How long a scan can be taken back.</summary>
    public static readonly TimeSpan UndoFor = TimeSpan.FromMinutes(1);

    /// <summary>People were let in, or noted as gone out.</summary>
    public bool Good => View is { Outcome: ScanOutcome.Admitted or ScanOutcome.WentOut, Undone: false };

    /// <summary>Which way they went.</summary>
    public ScanDirection Direction => View.Outcome == ScanOutcome.WentOut ? ScanDirection.Out : ScanDirection.In;

    /// <summary>Everybody on the ticket; 0 when that is not known.</summary>
    public int People => View.Party?.Sum(part => part.Count) ?? 0;

    /// <summary>It is one of our tickets, so that there is something to say about its people.</summary>
    public bool Ours => View.Outcome is not (ScanOutcome.Invalid or ScanOutcome.UnknownKey);

    /// <summary>Whole seconds left to take it back; 0 when it is too late or nobody went in or out.</summary>
    public int UndoSeconds(DateTime now) => Good ? Math.Max(0, (int)Math.Ceiling((At + UndoFor - now).TotalSeconds)) : 0;
}
