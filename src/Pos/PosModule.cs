using Microsoft.Extensions.DependencyInjection;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Http;
using Tourism.Pos.Persistence;

namespace Tourism.Pos;

/// <summary>The module's entry: everything else in it is internal.</summary>
public static class PosModule
{
    /// <summary>Adds the module's database, use cases and controllers.</summary>
    public static IServiceCollection AddPos(this IServiceCollection services)
    {
        InternalControllers.AddTo<PosDbContext>(services.AddControllers());
        services.AddModuleDatabase<PosDbContext, SqlitePosDbContext, SqlServerPosDbContext, PostgreSqlPosDbContext>(PosDbContext.Prefix);
        return services;
    }

    /// <summary>Maps the API, the public pages and the staff app.</summary>
    public static WebApplication MapPos(this WebApplication app)
    {
        app.MapControllers();
        app.MapStaffApp();
        return app;
    }
}
