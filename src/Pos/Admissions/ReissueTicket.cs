using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>Replaces a party's ticket when some of it are refunded: the old code is revoked, those who remain get another one.</summary>
internal sealed class ReissueTicket(TicketSigner signer)
{
    /// <summary>The new ticket, added to <paramref name="db"/>; <c>null</c> when nobody remains, and the old one is then cancelled.</summary>
    /// <param name="db">The transaction of the refund.</param>
    /// <param name="old">The party's ticket.</param>
    /// <param name="gone">People who leave, by the number of their category.</param>
    /// <param name="handed">A code the till signed and handed over, already verified as the till's; used when it says the same.</param>
    /// <param name="now">By this server's clock.</param>
    public Ticket? Issue(PosDbContext db, Ticket old, IReadOnlyDictionary<int, int> gone, TicketCode? handed, DateTime now)
    {
        var wanted = Remaining(old, gone, now);
        if (wanted is null)
        {
            old.Stand(TicketStanding.Cancelled, now);
            return null;
        }

        var code = handed is not null && Agrees(handed.Payload, wanted) ? handed : signer.Sign(wanted);
        var ticket = Of(code, old, now);
        db.Add(ticket);
        old.Stand(TicketStanding.Revoked, now);
        return ticket;
    }

    /// <summary>Whether a till's code is for the same people, place and days.</summary>
    public static bool Agrees(TicketPayload given, TicketPayload wanted) =>
        (given.Site, given.FirstDay, given.LastDay) == (wanted.Site, wanted.FirstDay, wanted.LastDay)
        && (given.Also ?? []).Order().SequenceEqual((wanted.Also ?? []).Order()) && TicketParties.Same(given.Party, wanted.Party);

    private TicketPayload? Remaining(Ticket old, IReadOnlyDictionary<int, int> gone, DateTime now)
    {
        var payload = TicketCode.Read(old.Code)!.Payload;
        var party = payload.Party.Select(part => part with { Count = part.Count - gone.GetValueOrDefault(part.Product) }).Where(part => part.Count > 0).ToList();
        return party.Count == 0 ? null : payload with
        {
            Key = signer.KeyId,
            Ticket = Guid.CreateVersion7(now),
            FirstDay = old.FirstDay,
            Days = old.LastDay.DayNumber - old.FirstDay.DayNumber + 1,
            Party = party,
        };
    }

    private static Ticket Of(TicketCode code, Ticket old, DateTime now)
    {
        var ticket = new Ticket
        {
            Id = code.Payload.Ticket,
            Site = old.Site,
            Also = old.Also,
            Code = code.ToString(),
            People = code.Payload.People,
            FirstDay = old.FirstDay,
            LastDay = old.LastDay,
        };
        ticket.Belongs(old.Sale!.Value);
        foreach (var site in old.Elsewhere.Select(visit => visit.Site).Prepend(old.Site))
            StayInside(ticket, old.UseAt(site), site, now);
        ticket.Stand(old.Standing, now);
        return ticket;
    }

    /// <summary>Whoever is inside stays counted; an override may have refunded some of them.</summary>
    private static void StayInside(Ticket ticket, TicketUse use, string site, DateTime now)
    {
        if (use.Admitted > 0)
            ticket.Carry(use with { People = use.People.AtMost(ticket.People) }, site, now);
    }
}
