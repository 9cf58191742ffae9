using Microsoft.EntityFrameworkCore;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Points.Persistence;

internal abstract class PointsDbContext(DbContextOptions options, Dialect dialect) : ModuleDbContext(options, dialect, Prefix)
{
    public const string Prefix = "points_";
}
