using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>Somebody stands at a gate with a code; decides what becomes of it.</summary>
internal sealed record ScanAttempt(string Gate, string Site, ScanRequest Request, string Hash, string By)
{
    public bool IsUndone => Request.Happened is { Undone: true };

    /// <param name="ticket">The ticket; <c>null</c> when nobody knows one.</param>
    /// <param name="refusal">Why the code is none of ours, if so.</param>
    /// <param name="now">The server's time.</param>
    public Scan Decide(Ticket? ticket, ScanOutcome? refusal, DateTime now)
    {
        var (outcome, people) = Request.Happened is { } happened ? (happened.Outcome, happened.Admitted) : Check(ticket, refusal, now);
        var before = ticket?.UseAt(Site) ?? default;
        var conflict = people > 0 && !IsUndone && !Admit(ticket, people, now);
        return new Scan
        {
            Id = Request.Id,
            RequestHash = Hash,
            Gate = Gate,
            Ticket = ticket?.Id,
            Outcome = outcome,
            Admitted = people,
            Remaining = ticket?.RemainingAt(Site) ?? 0,
            LastUsedAt = before.LastAt,
            LastUsedGate = before.LastGate,
            SaleAwaited = ticket is { Sale: null },
            Happened = Request.Happened is not null,
            Conflict = conflict,
            By = By,
            OccurredAt = Request.OccurredAt,
            RecordedAt = now,
        };
    }

    private (ScanOutcome, int) Check(Ticket? ticket, ScanOutcome? refusal, DateTime now)
    {
        if (refusal is not null || ticket is null)
            return (refusal ?? ScanOutcome.Invalid, 0);
        var outcome = Entry.Check(ticket, Site, Request.People, BusinessDate.Of(now));
        return (outcome, outcome == ScanOutcome.Admitted ? Request.People ?? ticket.RemainingAt(Site) : 0);
    }

    /// <summary>False when people went in whom no ticket holds.</summary>
    private bool Admit(Ticket? ticket, int people, DateTime now)
    {
        var usedAt = Request.Happened is not null && Request.OccurredAt < now ? Request.OccurredAt : now;
        return ticket is not null && ticket.Admit(people, Site, Gate, usedAt, now);
    }
}
