using Tourism.Kernel;

namespace Tourism.Pos.Shared.Wire;

/// <summary>Closes a site at once: nothing that admits is sold there and nobody is let in. The id in the address is made by the screen.</summary>
/// <param name="Reason">What happened; visitors read it in their language.</param>
/// <param name="From">First business date it is closed.</param>
/// <param name="Until">Last business date, when known; not before <paramref name="From"/>.</param>
public sealed record ClosureRequest(ClosureReason Reason, DateOnly From, DateOnly? Until = null);

/// <summary>A closed site and what becomes of its unused tickets.</summary>
/// <param name="Id">The screen's name for it.</param>
/// <param name="Site">Site code.</param>
/// <param name="Reason">What happened.</param>
/// <param name="From">First business date.</param>
/// <param name="Until">Last business date, when known.</param>
/// <param name="ClosedAt">When, UTC.</param>
/// <param name="ClosedBy">By whom.</param>
/// <param name="ReopenedAt">When it was opened again.</param>
/// <param name="Unused">Tickets of those days that are not used up, as they stand now: what a remedy would do.</param>
/// <param name="Remedy">What was decided for them.</param>
public sealed record ClosureView(
    Guid Id, string Site, ClosureReason Reason, DateOnly From, DateOnly? Until, DateTime ClosedAt, string ClosedBy, DateTime? ReopenedAt,
    UnusedTicketsView Unused, RemedyView? Remedy);

/// <summary>Sum of the tickets that a closure leaves unused.</summary>
/// <param name="Tickets">Tickets.</param>
/// <param name="People">People who could not enter.</param>
/// <param name="ByProvider">Would go back by itself: paid by phone or with points.</param>
/// <param name="AtCounter">Was paid in cash and can only be handed back at a counter.</param>
/// <param name="List">The tickets, oldest first, at most 500.</param>
public sealed record UnusedTicketsView(int Tickets, int People, Yen ByProvider, Yen AtCounter, IReadOnlyList<UnusedTicketView> List);

/// <summary>A ticket that a closure leaves unused.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Sale">Its sale; <c>null</c> while that is on its way.</param>
/// <param name="ReceiptNumber">As printed.</param>
/// <param name="People">People who did not enter.</param>
/// <param name="ByProvider">Would go back by itself.</param>
/// <param name="AtCounter">Only at a counter.</param>
public sealed record UnusedTicketView(Guid Ticket, Guid? Sale, string? ReceiptNumber, int People, Yen ByProvider, Yen AtCounter);

/// <summary>Proposes what becomes of the unused tickets. Nothing happens before a second person confirms it.</summary>
/// <param name="Kind">Money back, or more days.</param>
/// <param name="LastDay">The new last day, for <see cref="RemedyKind.Extend"/>.</param>
public sealed record RemedyRequest(RemedyKind Kind, DateOnly? LastDay = null);

/// <summary>What becomes of unused tickets.</summary>
public enum RemedyKind
{
    /// <summary>Money goes back the way it came; cash is handed back at a counter.</summary>
    Refund,

    /// <summary>The tickets stay good until a later day.</summary>
    Extend,
}

/// <summary>What was decided for the unused tickets.</summary>
/// <param name="Kind">Money back, or more days.</param>
/// <param name="LastDay">The new last day.</param>
/// <param name="ProposedBy">Who proposed it.</param>
/// <param name="ProposedAt">When, UTC.</param>
/// <param name="ConfirmedBy">The second person; <c>null</c> while it is only proposed.</param>
/// <param name="ConfirmedAt">When, UTC.</param>
/// <param name="Tickets">Tickets it covers, fixed when it was confirmed.</param>
/// <param name="Done">Carried out.</param>
/// <param name="AtCounter">Of these, tickets whose cash waits at a counter.</param>
/// <param name="Failed">Could not be carried out; a supervisor must look.</param>
public sealed record RemedyView(
    RemedyKind Kind, DateOnly? LastDay, string ProposedBy, DateTime ProposedAt, string? ConfirmedBy, DateTime? ConfirmedAt, int Tickets, int Done, int AtCounter, int Failed);

/// <summary>What was decided for a ticket that a closure left unused.</summary>
public enum TicketRemedy
{
    /// <summary>The money goes back the way it came.</summary>
    Refunded,

    /// <summary>The money waits at a counter.</summary>
    AtCounter,

    /// <summary>It is good for longer.</summary>
    Extended,
}
