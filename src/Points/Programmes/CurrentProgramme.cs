using Microsoft.EntityFrameworkCore;
using Tourism.Points.Persistence;

namespace Tourism.Points.Programmes;

internal static class CurrentProgramme
{
    /// <summary>The latest version of a programme's rules.</summary>
    public static Task<Programme?> ProgrammeAsync(this PointsDbContext db, string code, CancellationToken ct) =>
        db.Programmes.AsNoTracking().Where(row => row.Code == code).OrderByDescending(row => row.RuleVersion).FirstOrDefaultAsync(ct);
}
