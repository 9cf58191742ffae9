using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shared.Tickets;

/// <summary>Whom a basket admits, and where: the same for a till that signs by itself, for the server and for a gate that is alone.</summary>
public static class TicketParties
{
    /// <summary>People by category, in the order of the category's number. Products the site does not know admit nobody.</summary>
    public static List<TicketParty> Of(SiteView site, IEnumerable<(string Product, int Quantity)> lines) =>
    [
        .. lines
            .Select(line => (Product: site.Products.FirstOrDefault(product => product.Code == line.Product), line.Quantity))
            .Where(line => line.Product is { Kind: ProductKind.Admission })
            .GroupBy(line => line.Product!.No, line => line.Quantity)
            .Select(category => new TicketParty(category.Key, category.Sum()))
            .OrderBy(part => part.Product),
    ];

    /// <summary>Numbers of the sites beyond the one that sells to which a party's categories admit; empty for none.</summary>
    public static IReadOnlyList<int> Beyond(SiteView site, IEnumerable<TicketParty> party)
    {
        var categories = party.Select(part => part.Product).ToHashSet();
        return [.. site.Products.Where(product => categories.Contains(product.No)).SelectMany(product => product.AdmitsNo ?? []).Where(no => no != site.No).Distinct().Order()];
    }

    /// <summary>Whether a party that goes out may come in again on the same day: only when every category of it may.</summary>
    public static bool MayReturn(SiteView site, IEnumerable<TicketParty> party) =>
        party.All(part => site.Products.FirstOrDefault(product => product.No == part.Product)?.Reentry == ReentryRule.SameDay);

    /// <summary>Whether tickets that allow coming in again are sold for a site, so that a gate of it has to note who goes out.</summary>
    /// <param name="sites">Every site of the city.</param>
    /// <param name="here">Code of the gate's site.</param>
    public static bool AnyMayReturn(IEnumerable<SiteView> sites, string here) => sites.Any(site => site.Products.Any(product =>
        product is { Kind: ProductKind.Admission, Reentry: ReentryRule.SameDay } && (site.Code == here || (product.Admits?.Contains(here) ?? false))));

    /// <summary>The same people, in whatever order a till wrote them.</summary>
    public static bool Same(IEnumerable<TicketParty> one, IEnumerable<TicketParty> other) =>
        one.OrderBy(part => part.Product).SequenceEqual(other.OrderBy(part => part.Product));

    /// <summary>A party for people. A category that the catalogue does not know is shown by its number.</summary>
    public static IReadOnlyList<PartyView> View(SiteView site, IEnumerable<TicketParty> party) =>
    [
        .. party.Select(part => new PartyView(
            site.Products.FirstOrDefault(product => product.No == part.Product)?.Name ?? new LocalText($"No. {part.Product}"), part.Count)),
    ];
}
