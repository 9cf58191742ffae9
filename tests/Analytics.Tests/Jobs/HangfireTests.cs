using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using Tourism.Analytics.Contracts;
using Tourism.Analytics.Tests.Support;
using Tourism.Kernel;
using Tourism.Kernel.Server.Jobs;

namespace Tourism.Analytics.Tests.Jobs;

public sealed class HangfireTests
{
    [Fact]
    public async Task Put_LoadRequest_IsCarriedOutByAWorker()
    {
        await using var host = await TestHost.StartAsync();
        var analyst = host.As(Roles.TourismAnalyst);
        var address = $"/api/v1/analytics/loads/{Guid.CreateVersion7()}";
        Assert.Equal(HttpStatusCode.Created, (await analyst.PutAsync(address, null, World.Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await analyst.PutAsync(address, null, World.Ct)).StatusCode);

        await UntilAsync(async () => (await analyst.GetFromJsonAsync<LoadView>(address, Json.Options, World.Ct))!.State == "done");
    }

    [Fact]
    public async Task UseJobs_EveryJobOfTheModules_IsOnItsClockInTokyo()
    {
        await using var host = await TestHost.StartAsync();
        using var storage = host.Get<JobStorage>().GetConnection();

        Assert.Equal(
            host.Get<IEnumerable<IJob>>().Select(job => (job.Name, job.Cron, "Asia/Tokyo")).Order(),
            storage.GetRecurringJobs().Select(job => (job.Id, job.Cron, job.TimeZoneId)).Order());
    }

    [Fact]
    public async Task Enqueue_JobThatFails_IsTriedOnceAndShownAsFailed()
    {
        var probe = new Probe(_ => throw new InvalidOperationException("broken"));
        await using var host = await TestHost.StartAsync(services => services.AddSingleton<IJob>(probe));
        host.Get<IJobQueue>().Enqueue(probe.Name);
        var shown = host.Get<JobStorage>().GetMonitoringApi();

        await UntilAsync(() => Task.FromResult(shown.FailedCount() == 1));
        Assert.Equal(("broken", 0), (shown.FailedJobs(0, 1).Single().Value.ExceptionMessage, (int)shown.ScheduledCount()));
        Assert.Single(probe.Runs);
    }

    [Fact]
    public async Task Enqueue_WhileTheSameJobRuns_SkipsInsteadOfRunningTwice()
    {
        var release = new TaskCompletionSource();
        var probe = new Probe(_ => release.Task);
        await using var host = await TestHost.StartAsync(services => services.AddSingleton<IJob>(probe));
        var shown = host.Get<JobStorage>().GetMonitoringApi();
        host.Get<IJobQueue>().Enqueue(probe.Name);
        await UntilAsync(() => Task.FromResult(probe.Runs.Count == 1));
        host.Get<IJobQueue>().Enqueue(probe.Name);

        await UntilAsync(() => Task.FromResult(shown.DeletedListCount() == 1));
        release.SetResult();
        Assert.Single(probe.Runs);
        Assert.Equal(0, shown.FailedCount());
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData(Roles.TourismAnalyst, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Administrator, HttpStatusCode.OK)]
    public async Task Dashboard_OfEachRole_OpensToTheAdministratorOnly(string? role, HttpStatusCode status)
    {
        await using var host = await TestHost.StartAsync();
        Assert.Equal(status, (await host.As(role).GetAsync("/hangfire", World.Ct)).StatusCode);
    }

    private static async Task UntilAsync(Func<Task<bool>> reached)
    {
        for (var look = 0; look < 200 && !await reached(); look++)
            await Task.Delay(100, World.Ct);
        Assert.True(await reached());
    }

    private sealed class Probe(Func<CancellationToken, Task> work) : IJob
    {
        public ConcurrentQueue<int> Runs { get; } = [];

        public string Name => "probe";

        public string Cron => "0 0 1 1 *";

        public Task RunAsync(CancellationToken ct)
        {
            Runs.Enqueue(Runs.Count);
            return work(ct);
        }
    }
}
