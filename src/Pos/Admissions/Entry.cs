using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>Whether a ticket of ours lets people in. In the order that gives staff the most useful reason.</summary>
internal static class Entry
{
    public static ScanOutcome Check(Ticket ticket, string site, int? people, DateOnly today) =>
        OfStanding(ticket.Standing) ?? OfDays(ticket, today) ?? OfUse(ticket, site, people);

    private static ScanOutcome? OfStanding(TicketStanding standing) => standing switch
    {
        TicketStanding.Revoked => ScanOutcome.Revoked,
        TicketStanding.Cancelled => ScanOutcome.Cancelled,
        TicketStanding.Blocked => ScanOutcome.Blocked,
        _ => null,
    };

    private static ScanOutcome? OfDays(Ticket ticket, DateOnly today)
    {
        if (today < ticket.FirstDay)
            return ScanOutcome.TooEarly;
        return today > ticket.LastDay ? ScanOutcome.TooLate : null;
    }

    private static ScanOutcome OfUse(Ticket ticket, string site, int? people)
    {
        if (!ticket.AdmitsTo(site))
            return ScanOutcome.WrongSite;
        if (ticket.RemainingAt(site) == 0)
            return ScanOutcome.AlreadyUsed;
        return people > ticket.RemainingAt(site) ? ScanOutcome.ExceedsParty : ScanOutcome.Admitted;
    }
}
