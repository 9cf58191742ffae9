using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>Whether a ticket of ours lets people in: the same decision that a gate makes which is alone.</summary>
internal static class Entry
{
    public static ScanOutcome Check(Ticket ticket, string site, int? people, DateOnly today) => GateDecision.OfTicket(
        new TicketAtGate(ticket.Standing, ticket.FirstDay, ticket.LastDay, ticket.AdmitsTo(site), ticket.People, ticket.UseAt(site).Admitted), people, today);
}
