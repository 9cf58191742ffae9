using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Tickets;

namespace Tourism.Pos.Admissions;

/// <summary>What a completed sale got.</summary>
/// <param name="Ticket">The party's ticket; <c>null</c> when the sale admits nobody.</param>
/// <param name="TillsCodeWasGood">False when the till handed over a code that is not this sale's: the party then holds a code that the server did not accept.</param>
internal sealed record IssuedTicket(Ticket? Ticket, bool TillsCodeWasGood);

/// <summary>Gives a completed sale the ticket of its party, good on the day of the sale: the one its till signed, or one of the server's.</summary>
internal sealed class IssueTicket(TicketSigner signer, TicketKeys keys, CatalogueStore catalogue)
{
    /// <summary>Adds the ticket to <paramref name="db"/>, or takes the one that a gate saw before the sale arrived.</summary>
    /// <param name="code">What the till handed over; <c>null</c> when it signed nothing.</param>
    public async Task<IssuedTicket> IssueAsync(PosDbContext db, Sale sale, Site site, string? code, DateTime now, CancellationToken ct)
    {
        var party = TicketParties.Of(sale, site);
        var also = AdmittedSites.Beyond(await catalogue.GetAsync(ct), site, party, sale.BusinessDate);
        if (code is not null && await TakeAsync(db, sale, site, also, party, code, now, ct) is { } tills)
            return new IssuedTicket(tills, TillsCodeWasGood: true);
        return new IssuedTicket(party.Count == 0 ? null : Sign(db, sale, site, also, party, now), TillsCodeWasGood: code is null);
    }

    private Ticket Sign(PosDbContext db, Sale sale, Site site, IReadOnlyList<Site> also, List<TicketParty> party, DateTime now)
    {
        var payload = new TicketPayload(
            signer.KeyId, Guid.CreateVersion7(now), site.No, sale.BusinessDate, Days: 1, party, also.Count == 0 ? null : [.. also.Select(one => one.No)]);
        return Add(db, sale, Ticket.Of(signer.Sign(payload), site, also, now));
    }

    private async Task<Ticket?> TakeAsync(
        PosDbContext db, Sale sale, Site site, IReadOnlyList<Site> also, List<TicketParty> party, string text, DateTime now, CancellationToken ct)
    {
        if (TicketCode.Read(text) is not { } code || !Says(code.Payload, sale, site, also, party))
            return null;
        var key = await keys.FindAsync(code.Payload.Key, ct);
        if (key is not { Revoked: false } || key.Site != site.Code || key.Till != sale.Till || !key.Verify(code))
            return null;
        var seen = await db.Set<Ticket>().SingleOrDefaultAsync(row => row.Id == code.Payload.Ticket, ct);
        if (seen is null)
            return Add(db, sale, Ticket.Of(code, site, also, now));
        if (seen.Code != code.ToString() || (seen.Sale is not null && seen.Sale != sale.Id))
            return null;
        seen.Belongs(sale.Id);
        return seen;
    }

    private static bool Says(TicketPayload payload, Sale sale, Site site, IReadOnlyList<Site> also, List<TicketParty> party) =>
        payload.Site == site.No && (payload.Also ?? []).Order().SequenceEqual(also.Select(one => one.No).Order())
        && payload.FirstDay == sale.BusinessDate && payload.Days == 1 && TicketParties.Same(payload.Party, party);

    private static Ticket Add(PosDbContext db, Sale sale, Ticket ticket)
    {
        ticket.Belongs(sale.Id);
        db.Add(ticket);
        return ticket;
    }
}
