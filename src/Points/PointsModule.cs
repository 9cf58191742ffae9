using Microsoft.Extensions.DependencyInjection;
using Tourism.Points.Persistence;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Points;

/// <summary>The module's entry: everything else in it is internal.</summary>
public static class PointsModule
{
    /// <summary>Adds the module's database, use cases and controllers.</summary>
    public static IServiceCollection AddPoints(this IServiceCollection services)
    {
        InternalControllers.AddTo<PointsDbContext>(services.AddControllers());
        services.AddModuleDatabase<PointsDbContext, SqlitePointsDbContext, SqlServerPointsDbContext, PostgreSqlPointsDbContext>(PointsDbContext.Prefix);
        return services;
    }
}
