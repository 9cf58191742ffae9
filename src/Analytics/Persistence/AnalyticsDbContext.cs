using Microsoft.EntityFrameworkCore;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Analytics.Persistence;

internal abstract class AnalyticsDbContext(DbContextOptions options, Dialect dialect) : ModuleDbContext(options, dialect, Prefix)
{
    public const string Prefix = "analytics_";
}
