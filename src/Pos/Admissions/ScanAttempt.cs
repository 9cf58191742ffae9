using Tourism.Kernel;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>Somebody stands at a gate with a code; decides what becomes of it.</summary>
internal sealed record ScanAttempt(string Gate, string Site, ScanRequest Request, string Hash, Actor By)
{
    public bool IsUndone => Request.Happened is { Undone: true };

    /// <param name="ticket">The ticket; <c>null</c> when nobody knows one.</param>
    /// <param name="reading">What the code turned out to be, beside the books.</param>
    /// <param name="now">The server's time.</param>
    public Scan Decide(Ticket? ticket, Reading reading, DateTime now)
    {
        var (outcome, people) = Request.Happened is { } happened ? (happened.Outcome, happened.Admitted + happened.WentOut) : Check(ticket, reading, now);
        var before = ticket?.UseAt(Site) ?? TicketUse.None;
        var (holds, again) = people > 0 && !IsUndone ? Move(ticket, people, now) : (true, 0);
        return new Scan
        {
            Id = Request.Id,
            RequestHash = Hash,
            Gate = Gate,
            Ticket = ticket?.Id,
            Outcome = outcome,
            Admitted = IsLeaving ? 0 : people,
            Leaving = IsLeaving,
            WentOut = IsLeaving ? people : 0,
            Again = again,
            Remaining = ticket?.MayEnter(Site, BusinessDate.Of(now)) ?? 0,
            LastUsedAt = before.LastAt,
            LastUsedGate = before.LastGate,
            SaleAwaited = ticket is { Sale: null },
            Happened = Request.Happened is not null,
            Conflict = !holds,
            By = By.Person!,
            Device = By.Device,
            OccurredAt = Request.OccurredAt,
            RecordedAt = now,
        };
    }

    private bool IsLeaving => Request.Direction == ScanDirection.Out;

    private (ScanOutcome, int) Check(Ticket? ticket, Reading reading, DateTime now) => reading.Refusal is not null || ticket is null
        ? (reading.Refusal ?? ScanOutcome.Invalid, 0)
        : Entry.Check(ticket, Site, Request, reading.Reentry, BusinessDate.Of(now));

    /// <summary>Not held are people inside whom no ticket holds; whoever goes out is none of them.</summary>
    private (bool Holds, int Again) Move(Ticket? ticket, int people, DateTime now)
    {
        var usedAt = Request.Happened is not null && Request.OccurredAt < now ? Request.OccurredAt : now;
        var (holds, again) = ticket?.Move(people, Request.Direction, Site, Gate, usedAt, now) ?? (false, 0);
        return (holds || IsLeaving, again);
    }
}
