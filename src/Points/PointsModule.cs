using Microsoft.Extensions.DependencyInjection;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Jobs;
using Tourism.Kernel.Server.Outbox;
using Tourism.Kernel.Server.Persistence;
using Tourism.Points.Contracts;
using Tourism.Points.Holds;
using Tourism.Points.Ledger;
using Tourism.Points.Members;
using Tourism.Points.Members.SignIn;
using Tourism.Points.Persistence;
using Tourism.Points.Programmes;

namespace Tourism.Points;

/// <summary>The module's entry: everything else in it is internal.</summary>
public static class PointsModule
{
    /// <summary>Adds the module's database, use cases and controllers. The module that owns the sales adds its <see cref="IHoldOwner"/>.</summary>
    public static IServiceCollection AddPoints(this IServiceCollection services)
    {
        InternalControllers.AddTo<PointsDbContext>(services.AddControllers());
        services.AddModuleDatabase<PointsDbContext, SqlitePointsDbContext, SqlServerPointsDbContext, PostgreSqlPointsDbContext>(PointsDbContext.Prefix);
        return services.AddProgrammes().AddMembers().AddHolds();
    }

    private static IServiceCollection AddProgrammes(this IServiceCollection services) => services
        .AddSingleton<Operations>()
        .AddSingleton<ListProgrammes>()
        .AddSingleton<GrantPoints>()
        .AddSingleton<ISeed, SeedProgrammes>();

    private static IServiceCollection AddMembers(this IServiceCollection services) => services
        .AddSingleton<RegisterMember>()
        .AddSingleton<FindMembers>()
        .AddSingleton<IPointsWallet, PointsWallet>()
        .AddMemberSignIn()
        .AddSingleton<ISeed, SeedDemoMembers>();

    private static IServiceCollection AddHolds(this IServiceCollection services) => services
        .AddSingleton<HoldPoints>()
        .AddSingleton<FindHold>()
        .AddSingleton<ResolveHold>()
        .AddSingleton<ReleaseHoldByStaff>()
        .AddSingleton<IJob, HoldTimer>()
        .AddMessageHandler<CaptureHold, CaptureHeldPoints>()
        .AddMessageHandler<ReleaseHold, ReleaseHeldPoints>()
        .AddMessageHandler<ReturnPoints, ReturnCapturedPoints>();
}
