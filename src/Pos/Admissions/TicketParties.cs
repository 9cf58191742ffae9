using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>The party of a sale and of its ticket: people by category.</summary>
internal static class TicketParties
{
    /// <summary>Whom a sale admits, in the order of the site's products.</summary>
    public static List<TicketParty> Of(Sale sale, Site site) =>
    [
        .. sale.Lines
            .Select(line => (Product: site.Products.FirstOrDefault(product => product.Code == line.Product), line.Quantity))
            .Where(line => line.Product is { Kind: ProductKind.Admission })
            .GroupBy(line => line.Product!.No, line => line.Quantity)
            .Select(category => new TicketParty(category.Key, category.Sum()))
            .OrderBy(part => part.Product),
    ];

    /// <summary>The same people, in whatever order a till wrote them.</summary>
    public static bool Same(IEnumerable<TicketParty> one, IEnumerable<TicketParty> other) =>
        one.OrderBy(part => part.Product).SequenceEqual(other.OrderBy(part => part.Product));

    /// <summary>A category that the catalogue does not know is shown by its number.</summary>
    public static IReadOnlyList<PartyView> View(Site site, IEnumerable<TicketParty> party) =>
    [
        .. party.Select(part => new PartyView(
            site.Products.FirstOrDefault(product => product.No == part.Product)?.Name ?? new LocalText($"No. {part.Product}"), part.Count)),
    ];
}
