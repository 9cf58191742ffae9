using Hangfire;
using Hangfire.Dashboard;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Jobs;

namespace Tourism.Pos.Jobs;

/// <summary>
/// Hangfire runs and shows the jobs. It decides nothing: every job finds out by itself what is due, so an emptied Hangfire, a
/// missed run or two hosts cost at most the time to the next tick.
/// </summary>
internal static class HangfireJobs
{
    public const string Dashboard = "/hangfire";

    private const int Workers = 2;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    public static void AddJobs(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(provider => JobStorages.Create(provider.GetRequiredService<IOptions<TourismOptions>>().Value.Database, Poll));
        services.AddHangfire(hangfire => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings());
        services.AddHangfireServer(server => (server.WorkerCount, server.SchedulePollingInterval) = (Workers, Poll));
        services.AddSingleton<JobRunner>();
        services.AddSingleton<IJobQueue, JobQueue>();
    }

    /// <summary>Puts every job of the modules on its clock and opens the dashboard to administrators.</summary>
    public static void UseJobs(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<TourismOptions>>().Value;
        var recurring = app.Services.GetRequiredService<IRecurringJobManager>();
        var tokyo = new RecurringJobOptions { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo") };
        foreach (var job in app.Services.GetServices<IJob>())
            recurring.AddOrUpdate<JobRunner>(job.Name, runner => runner.RunAsync(job.Name, CancellationToken.None), job.Cron, tokyo);
        app.MapHangfireDashboard(Dashboard, new DashboardOptions
        {
            Authorization = [new AdministratorsOnly()],
            DashboardTitle = options.Title,
            DisplayStorageConnectionString = false,
        }).RequireAuthorization(policy => policy.RequireRole(Roles.Administrator));
    }

    private sealed class JobQueue(IBackgroundJobClient jobs) : IJobQueue
    {
        public void Enqueue(string name) => jobs.Enqueue<JobRunner>(runner => runner.RunAsync(name, CancellationToken.None));
    }

    /// <summary>The dashboard's own check beside the endpoint's: it must not open if a host forgets the authorization middleware.</summary>
    private sealed class AdministratorsOnly : IDashboardAuthorizationFilter
    {
        public bool Authorize(DashboardContext context) => context.GetHttpContext().User.IsInRole(Roles.Administrator);
    }
}
