using Tourism.Pos.Catalogue;
using Tourism.Pos.Shared.Tickets;

namespace Tourism.Pos.Admissions;

/// <summary>Where the categories of a party admit to.</summary>
internal static class AdmittedSites
{
    /// <summary>The sites beyond the one that sells, in the catalogue's order.</summary>
    public static IReadOnlyList<Site> Beyond(Snapshot catalogue, Site site, IEnumerable<TicketParty> party, DateOnly day)
    {
        var sold = site.Products.Where(product => party.Any(part => part.Product == product.No)).Select(product => product.Code).ToHashSet();
        var admits = catalogue.On(site, day).Products.Where(product => sold.Contains(product.Code)).SelectMany(product => product.Admits ?? []).ToHashSet();
        return [.. catalogue.Sites.Where(other => other.Code != site.Code && admits.Contains(other.Code))];
    }
}
