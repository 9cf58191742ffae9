using Hangfire;
using Microsoft.Extensions.Logging;
using Tourism.Kernel.Server.Jobs;

namespace Tourism.Pos.Jobs;

/// <summary>What Hangfire calls. It is told the job's name only, so a queue survives any change of the classes behind the names.</summary>
internal sealed partial class JobRunner(IEnumerable<IJob> jobs, ILogger<JobRunner> log)
{
    /// <summary>A failed run is not repeated at once: the next tick is the retry.</summary>
    [JobDisplayName("{0}")]
    [AutomaticRetry(Attempts = 0)]
    [OneRunAtATime]
    [FailuresAge]
    public async Task RunAsync(string name, CancellationToken ct)
    {
        try
        {
            var job = jobs.SingleOrDefault(job => job.Name == name) ?? throw new InvalidOperationException($"This host has no job '{name}'.");
            await job.RunAsync(ct);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            Failed(log, name, error);
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} failed; it runs again at its next time")]
    private static partial void Failed(ILogger log, string job, Exception error);
}
