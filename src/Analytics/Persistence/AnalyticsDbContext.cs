using Microsoft.EntityFrameworkCore;
using Tourism.Analytics.Intake;
using Tourism.Analytics.Lake;
using Tourism.Analytics.Loads;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Analytics.Persistence;

internal abstract class AnalyticsDbContext(DbContextOptions options, Dialect dialect) : ModuleDbContext(options, dialect, Prefix)
{
    public const string Prefix = "analytics_";

    public DbSet<ReceivedFact> Facts => Set<ReceivedFact>();

    public DbSet<LakeLoad> Loads => Set<LakeLoad>();

    public DbSet<LakePart> Parts => Set<LakePart>();

    public DbSet<LoadRequest> LoadRequests => Set<LoadRequest>();
}
