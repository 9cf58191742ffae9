using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tourism.Analytics.Persistence;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Persistence;
using Tourism.Points.Persistence;
using Tourism.Pos.Persistence;

namespace Tourism.Database.Tests.Schema;

/// <summary>The modules that have tables of their own.</summary>
public static class Modules
{
    /// <summary>Table prefix of each module.</summary>
    public static IReadOnlyList<string> Prefixes { get; } = [PosDbContext.Prefix, PointsDbContext.Prefix, AnalyticsDbContext.Prefix];

    /// <summary>Every module on every database.</summary>
    public static TheoryData<string, DatabaseProvider> OnEveryDatabase { get; } =
        new(Prefixes.SelectMany(prefix => Enum.GetValues<DatabaseProvider>().Select(provider => (prefix, provider))));

    internal static void Add(IServiceCollection services, string prefix)
    {
        _ = prefix switch
        {
            PosDbContext.Prefix => services.AddModuleDatabase<PosDbContext, SqlitePosDbContext, SqlServerPosDbContext, PostgreSqlPosDbContext>(prefix),
            PointsDbContext.Prefix => services.AddModuleDatabase<PointsDbContext, SqlitePointsDbContext, SqlServerPointsDbContext, PostgreSqlPointsDbContext>(prefix),
            _ => services.AddModuleDatabase<AnalyticsDbContext, SqliteAnalyticsDbContext, SqlServerAnalyticsDbContext, PostgreSqlAnalyticsDbContext>(prefix),
        };
    }

    internal static ModuleDbContext Open(IServiceProvider services, string prefix) => prefix switch
    {
        PosDbContext.Prefix => services.GetRequiredService<IDbContextFactory<PosDbContext>>().CreateDbContext(),
        PointsDbContext.Prefix => services.GetRequiredService<IDbContextFactory<PointsDbContext>>().CreateDbContext(),
        _ => services.GetRequiredService<IDbContextFactory<AnalyticsDbContext>>().CreateDbContext(),
    };

    /// <summary>A context that knows its database but never connects.</summary>
    internal static ModuleDbContext Offline(string prefix, DatabaseProvider provider)
    {
        var services = new ServiceCollection();
        services.AddSingleton(Options.Create(new TourismOptions { Database = { Provider = provider, ConnectionString = "" } }));
        Add(services, prefix);
        return Open(services.BuildServiceProvider(), prefix);
    }
}
