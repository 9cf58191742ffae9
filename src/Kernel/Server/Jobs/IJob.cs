namespace Tourism.Kernel.Server.Jobs;

/// <summary>Work the host repeats. It finds out by itself what is due, so running it twice, late or on two hosts at once does no harm.</summary>
public interface IJob
{
    /// <summary>Stable kebab-case name, shown on the job dashboard.</summary>
    string Name { get; }

    /// <summary>How often, as a five-field cron expression in Asia/Tokyo.</summary>
    string Cron { get; }

    /// <summary>Does whatever is due now.</summary>
    Task RunAsync(CancellationToken ct);
}

/// <summary>Starts a job before its time.</summary>
public interface IJobQueue
{
    /// <summary>Runs the job named <paramref name="name"/> as soon as a worker is free.</summary>
    void Enqueue(string name);
}
