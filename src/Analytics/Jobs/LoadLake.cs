using Tourism.Analytics.Lake;
using Tourism.Analytics.Loads;
using Tourism.Kernel.Server.Jobs;

namespace Tourism.Analytics.Jobs;

/// <summary>Takes waiting facts into the lake every minute, and on request.</summary>
internal sealed class LoadLake(LoadFacts load, CarryOutRequests requests) : IJob
{
    public const string JobName = "analytics-load-lake";

    public string Name => JobName;

    public string Cron => "* * * * *";

    public async Task RunAsync(CancellationToken ct)
    {
        var asked = await requests.StartAsync(ct);
        await load.RunAsync(ct);
        await requests.FinishAsync(asked, ct);
    }
}
