using Tourism.Analytics.Lake;
using Tourism.Kernel.Server.Jobs;

namespace Tourism.Analytics.Jobs;

/// <summary>Clears away old files of the lake once an hour.</summary>
internal sealed class SweepLake(SweepFiles sweep) : IJob
{
    public string Name => "analytics-sweep-lake";

    public string Cron => "17 * * * *";

    public Task RunAsync(CancellationToken ct) => sweep.RunAsync(ct);
}
