using Hangfire.Common;
using Hangfire.Server;
using Hangfire.Storage;

namespace Tourism.Pos.Jobs;

/// <summary>
/// Skips a run, shown as deleted, while another of the same job is at work on any host. Hangfire's own attribute lets the second run wait on a worker
/// and then fail, which fills the few workers and the list of failures with runs that had nothing to do.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OneRunAtATimeAttribute : JobFilterAttribute, IServerFilter
{
    private const string Held = "tourism-lock";

    public void OnPerforming(PerformingContext context)
    {
        try
        {
            context.Items[Held] = context.Connection.AcquireDistributedLock("tourism-job:" + context.BackgroundJob.Job.Args[0], TimeSpan.Zero);
        }
        catch (DistributedLockTimeoutException)
        {
            context.Canceled = true;
        }
    }

    public void OnPerformed(PerformedContext context)
    {
        if (context.Items.TryGetValue(Held, out var held))
            ((IDisposable)held).Dispose();
    }
}
