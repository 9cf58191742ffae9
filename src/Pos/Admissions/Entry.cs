using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>Whether people go in or out with a ticket of ours, and how many: the same decision that a gate makes which is alone.</summary>
internal static class Entry
{
    public static (ScanOutcome Outcome, int People) Check(Ticket ticket, string site, ScanRequest scan, bool reentry, DateOnly today) => GateDecision.Of(
        new TicketAtGate(ticket.Standing, ticket.FirstDay, ticket.LastDay, ticket.AdmitsTo(site), ticket.People, ticket.UseAt(site).People, reentry), scan, today);
}
