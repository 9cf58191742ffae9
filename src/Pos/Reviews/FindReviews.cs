using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Reviews;

/// <summary>Lists what a supervisor must look at.</summary>
internal sealed class FindReviews(IDbContextFactory<PosDbContext> contexts)
{
    private const int Most = 200;

    /// <param name="open">Only what nobody has dealt with.</param>
    /// <param name="site">Of one site; <c>null</c> for all.</param>
    /// <param name="ct">Ends with the request.</param>
    public async Task<IReadOnlyList<ReviewView>> HandleAsync(bool open, string? site, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Set<Review>().AsNoTracking().Where(row => (!open || row.ResolvedAt == null) && (site == null || row.Site == site))
            .OrderBy(row => row.Seq).Take(Most).ToListAsync(ct);
        return rows.ConvertAll(row => row.View);
    }
}
