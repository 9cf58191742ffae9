using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage;

namespace Tourism.Pos.Jobs;

/// <summary>Hangfire keeps failed runs for ever; a job that fails every minute would fill the storage, and one week shows what happened.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FailuresAgeAttribute : JobFilterAttribute, IApplyStateFilter
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public void OnStateApplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
        if (context.NewState is FailedState)
            transaction.ExpireJob(context.BackgroundJob.Id, Kept);
    }

    public void OnStateUnapplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
        if (context.OldStateName == FailedState.StateName)
            transaction.PersistJob(context.BackgroundJob.Id);
    }
}
