using Microsoft.EntityFrameworkCore;
using Tourism.Analytics.Persistence;

namespace Tourism.Analytics.Lake;

/// <summary>Which files are the lake. What the manifest does not name does not exist for a reader.</summary>
internal static class Manifest
{
    /// <summary>The newest published load; <c>null</c> before the first.</summary>
    public static Task<LakeLoad?> LastPublishedAsync(this AnalyticsDbContext db, CancellationToken ct) =>
        db.Loads.AsNoTracking().Where(load => load.DoneAt != null).OrderByDescending(load => load.Number).FirstOrDefaultAsync(ct);

    /// <summary>
    /// The parts of one dataset as they stood after <paramref name="load"/>. A reader names the load it looks at, because a plain
    /// "not retired" can miss a part on a server whose readers see commits while they scan.
    /// </summary>
    public static IQueryable<LakePart> PartsAsOf(this AnalyticsDbContext db, long load, string dataset) => db.Parts.AsNoTracking()
        .Where(part => part.Dataset == dataset && part.Load <= load && (part.RetiredBy == null || part.RetiredBy > load));
}
