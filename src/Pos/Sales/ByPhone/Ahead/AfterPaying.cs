using Tourism.Pos.Admissions;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales.ByPhone.Ahead;

/// <summary>What the page of a payment shows of its sale.</summary>
/// <param name="Ticket">Code of the party's ticket while it is good.</param>
/// <param name="Again">Where a party that has not paid picks its tickets again; <c>null</c> for what was not bought there.</param>
internal sealed record PaidFor(string? Ticket, string? Again);

/// <summary>Finds the ticket that a visitor has paid for, or the way back to the tickets.</summary>
internal sealed class AfterPaying(SaleViews sales, VisitorTickets tickets, CatalogueStore catalogue)
{
    public async Task<PaidFor> FindAsync(Guid sale, CancellationToken ct)
    {
        var found = await sales.FindAsync(sale, ct);
        if (!found.Ok)
            return new PaidFor(null, null);
        var good = found.Value.Ticket is { } ticket && await tickets.FindAsync(ticket.Code, ct) is { Standing: TicketStanding.Good };
        return new PaidFor(good ? found.Value.Ticket!.Code : null, Again(await catalogue.GetAsync(ct), found.Value));
    }

    private static string? Again(Snapshot snapshot, SaleView sale) =>
        sale.Till == PhoneTill.Of(sale.Site) && snapshot.Site(sale.Site)!.Products.Exists(product => product.Kind == ProductKind.Admission && sale.Lines.Any(line => line.Product == product.Code))
            ? AheadOffer.AddressOf(sale.Site)
            : null;
}
