using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tourism.Analytics.Contracts;
using Tourism.Analytics.Intake;
using Tourism.Analytics.Jobs;
using Tourism.Analytics.Lake;
using Tourism.Analytics.Loads;
using Tourism.Analytics.Persistence;
using Tourism.Analytics.Sales;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Jobs;
using Tourism.Kernel.Server.Outbox;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Analytics;

/// <summary>The module's entry: everything else in it is internal.</summary>
public static class AnalyticsModule
{
    /// <summary>Adds the module's database, use cases, jobs and controllers.</summary>
    public static IServiceCollection AddAnalytics(this IServiceCollection services)
    {
        InternalControllers.AddTo<AnalyticsDbContext>(services.AddControllers());
        services.AddModuleDatabase<AnalyticsDbContext, SqliteAnalyticsDbContext, SqlServerAnalyticsDbContext, PostgreSqlAnalyticsDbContext>(
            AnalyticsDbContext.Prefix);
        services.AddSingleton<KeepFacts>();
        services.AddMessageHandler<SaleFact, TakeInSale>();
        services.AddMessageHandler<RefundFact, TakeInRefund>();
        services.AddSingleton<IJob, LoadLake>().AddSingleton<IJob, SweepLake>();
        services.AddSingleton<RequestLoad>().AddSingleton<ReadLoad>().AddSingleton<CarryOutRequests>();
        services.AddSingleton<ReadSales>();
        return services.AddLake();
    }

    private static IServiceCollection AddLake(this IServiceCollection services)
    {
        services.AddSingleton(provider => new LakeSettings(
            Path.Combine(Path.GetFullPath(provider.GetRequiredService<IOptions<TourismOptions>>().Value.DataDirectory), "lake")));
        services.AddSingleton<LakeFiles>();
        services.AddSingleton<ClaimFacts>().AddSingleton<WriteParts>().AddSingleton<PublishParts>();
        return services.AddSingleton<LoadFacts>().AddSingleton<SweepFiles>();
    }
}
