using Tourism.Pos.Catalogue;
using Tourism.Pos.Shared.Tickets;

namespace Tourism.Pos.Admissions;

/// <summary>Where the categories of a party admit to, beyond the site that sells; in the catalogue's order.</summary>
internal static class AdmittedSites
{
    /// <summary>What the catalogue of that day says.</summary>
    public static IReadOnlyList<Site> Beyond(Snapshot catalogue, Site site, IEnumerable<TicketParty> party, DateOnly day) =>
        Numbered(catalogue, TicketParties.Beyond(catalogue.On(site, day), party));

    /// <summary>What a ticket says.</summary>
    public static IReadOnlyList<Site> Named(Snapshot catalogue, TicketPayload payload) => Numbered(catalogue, payload.Also ?? []);

    private static IReadOnlyList<Site> Numbered(Snapshot catalogue, IReadOnlyList<int> numbers) => [.. catalogue.Sites.Where(site => numbers.Contains(site.No))];
}
