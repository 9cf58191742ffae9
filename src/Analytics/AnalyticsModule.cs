using Microsoft.Extensions.DependencyInjection;
using Tourism.Analytics.Persistence;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Analytics;

/// <summary>The module's entry: everything else in it is internal.</summary>
public static class AnalyticsModule
{
    /// <summary>Adds the module's database, use cases and controllers.</summary>
    public static IServiceCollection AddAnalytics(this IServiceCollection services)
    {
        InternalControllers.AddTo<AnalyticsDbContext>(services.AddControllers());
        services.AddModuleDatabase<AnalyticsDbContext, SqliteAnalyticsDbContext, SqlServerAnalyticsDbContext, PostgreSqlAnalyticsDbContext>(AnalyticsDbContext.Prefix);
        return services;
    }
}
