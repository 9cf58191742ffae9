using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Ui.Words;

/// <summary>How places are told on a screen.</summary>
public static class PlaceNames
{
    /// <summary>Site and till or gate in the language of the screen; a code where the city does not know the place any more.</summary>
    /// <param name="wording">The language.</param>
    /// <param name="sites">Sites of the city.</param>
    /// <param name="site">Code of the site; <c>null</c> for none.</param>
    /// <param name="place">Code of the till or gate; <c>null</c> for none.</param>
    public static string NamePlace(this Wording wording, IEnumerable<SiteView> sites, string? site, string? place)
    {
        var at = sites.FirstOrDefault(one => one.Code == site);
        var there = at?.Tills.Concat(at.Gates).FirstOrDefault(one => one.Code == place);
        return $"{at?.Name.In(wording.Language) ?? site} {there?.Name.In(wording.Language) ?? place}".Trim();
    }
}
