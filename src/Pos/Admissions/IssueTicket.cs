using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Tickets;

namespace Tourism.Pos.Admissions;

/// <summary>Gives a completed sale the ticket of its party, good on the day of the sale; on the day it was paid, when the visitor took that long.</summary>
internal sealed class IssueTicket(TicketSigner signer)
{
    /// <summary>Adds the ticket to <paramref name="db"/>; <c>null</c> when the sale admits nobody.</summary>
    public Ticket? Issue(PosDbContext db, Sale sale, Snapshot catalogue, DateTime now)
    {
        var site = catalogue.Site(sale.Site)!;
        var party = TicketParties.Of(catalogue.On(site, sale.BusinessDate), sale.Lines.Select(line => (line.Product, line.Quantity)));
        if (party.Count == 0)
            return null;
        var also = AdmittedSites.Beyond(catalogue, site, party, sale.BusinessDate);
        var payload = new TicketPayload(
            signer.KeyId, Guid.CreateVersion7(now), site.No, DayOf(sale, now), Days: 1, party, also.Count == 0 ? null : [.. also.Select(one => one.No)]);
        var ticket = Ticket.Of(signer.Sign(payload), site, also, now);
        ticket.Belongs(sale.Id);
        db.Insert(ticket);
        return ticket;
    }

    /// <summary>A sale that a till hands in late was over on its own day; one that waited for its payment past midnight was not.</summary>
    private static DateOnly DayOf(Sale sale, DateTime now) => BusinessDate.Of(sale.RecordedAt) == sale.BusinessDate ? BusinessDate.Of(now) : sale.BusinessDate;
}
