using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>Gives a completed sale the ticket of its party, good on the day of the sale.</summary>
internal sealed class IssueTicket(TicketSigner signer)
{
    /// <summary>Adds the ticket to <paramref name="db"/>; <c>null</c> when the sale admits nobody.</summary>
    public Ticket? Issue(PosDbContext db, Sale sale, Site site, DateTime now)
    {
        var party = Party(sale, site);
        if (party.Count == 0)
            return null;
        var payload = new TicketPayload(signer.KeyId, Guid.CreateVersion7(now), site.No, sale.BusinessDate, Days: 1, party);
        var ticket = new Ticket
        {
            Id = payload.Ticket,
            Site = site.Code,
            Code = signer.Sign(payload).ToString(),
            People = payload.People,
            FirstDay = payload.FirstDay,
            LastDay = payload.LastDay,
        };
        ticket.Belongs(sale.Id);
        db.Add(ticket);
        return ticket;
    }

    private static List<TicketParty> Party(Sale sale, Site site) =>
    [
        .. sale.Lines
            .Select(line => (Product: site.Products.FirstOrDefault(product => product.Code == line.Product), line.Quantity))
            .Where(line => line.Product is { Kind: ProductKind.Admission })
            .GroupBy(line => line.Product!.No, line => line.Quantity)
            .Select(category => new TicketParty(category.Key, category.Sum())),
    ];
}
