using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Till.Gate;

/// <summary>A scan that the server has yet to hear of, or to take back.</summary>
/// <param name="Gate">Gate code.</param>
/// <param name="Request">As it is sent; <see cref="ScanRequest.Happened"/> is what went on here.</param>
/// <param name="Spare">Name to report under, should the server have counted otherwise under the scan's own.</param>
/// <param name="Ticket">The ticket, when it was one.</param>
/// <param name="OnServer">The server has answered it; only taking it back is still to be told.</param>
internal sealed record KeptScan(string Gate, ScanRequest Request, Guid Spare, Guid? Ticket, bool OnServer = false)
{
    /// <summary>What went on here.</summary>
    public ScanHappened Happened => Request.Happened ?? new ScanHappened(ScanOutcome.Invalid, 0);

    /// <summary>People who went in or out and whom the server does not count yet.</summary>
    public int Moved => OnServer || Happened.Undone ? 0 : Happened.Admitted + Happened.WentOut;

    /// <summary>The same scan, taken back.</summary>
    public KeptScan Undo() => this with { Request = Request with { Happened = Happened with { Undone = true } } };
}

/// <summary>Something staff must look at: gates that were alone let the same people in, or the server does not take a scan.</summary>
/// <param name="Id">The scan.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Admitted">People this gate let in or out.</param>
/// <param name="LastUsedAt">When the ticket was used before, UTC.</param>
/// <param name="LastUsedGate">Where: gate code.</param>
/// <param name="Trouble">The server's words, when it does not take the scan.</param>
public sealed record GateConflict(Guid Id, DateTime At, int Admitted, DateTime? LastUsedAt, string? LastUsedGate, string? Trouble = null)
{
    /// <summary>What staff must look at after the server's last word on a scan; <c>null</c> for nothing.</summary>
    internal static GateConflict? Of(KeptScan scan, Answer<ScanView> answer)
    {
        if (answer.Problem is { } problem)
            return new GateConflict(scan.Request.Id, scan.Request.OccurredAt, scan.Happened.Admitted + scan.Happened.WentOut, null, null, problem.Detail ?? "");
        return answer.Value is { Conflict: true } view ? new GateConflict(view.Id, scan.Request.OccurredAt, view.Admitted, view.LastUsedAt, view.LastUsedGate) : null;
    }
}
