using System.Collections.Concurrent;
using Hangfire;
using Hangfire.Common;
using Hangfire.Server;

namespace Tourism.Pos.Jobs;

/// <summary>
/// Skips a run, shown as deleted, while this host is at work on another of the same job. Hangfire's own attribute takes a lock in the
/// database instead, which a killed host holds for minutes; two hosts running one job at once do no harm, so none is needed.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OneRunAtATimeAttribute : JobFilterAttribute, IServerFilter
{
    private const string Mine = "tourism-run";
    private static readonly ConcurrentDictionary<(JobStorage, object), bool> Running = [];

    public void OnPerforming(PerformingContext context)
    {
        var run = (context.Storage, context.BackgroundJob.Job.Args[0]);
        if (Running.TryAdd(run, true))
            context.Items[Mine] = run;
        else
            context.Canceled = true;
    }

    public void OnPerformed(PerformedContext context)
    {
        if (context.Items.TryGetValue(Mine, out var run))
            Running.TryRemove(((JobStorage, object))run, out _);
    }
}
