using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Tourism.Kernel.Server.Persistence;

/// <summary>
/// Writes what callers hand in at the same moment in one transaction, because a commit costs as much for one sale as for fifty. Nobody
/// waits for company: a free worker takes what is there. Where a group fails, each of its commands runs again alone.
/// </summary>
public sealed partial class GroupWriter<TContext, TCommand, T> : IAsyncDisposable
    where TContext : ModuleDbContext
    where TCommand : IGroupCommand
{
    internal const int Largest = 50;

    /// <summary>Callers beyond these wait before they may hand in anything.</summary>
    private const int MostWaiting = 1000;
    private readonly Channel<Handed> _handed = Channel.CreateBounded<Handed>(MostWaiting);
    private readonly Lock _taking = new();
    private readonly Writer<TContext> _writer;
    private readonly IGroupWork<TContext, TCommand, T> _work;
    private readonly ILogger _log;
    private readonly Task _workers;

    /// <summary>Starts the workers: as many as the database lets write at once with profit.</summary>
    public GroupWriter(Writer<TContext> writer, IGroupWork<TContext, TCommand, T> work, ILogger<GroupWriter<TContext, TCommand, T>> log)
    {
        (_writer, _work, _log) = (writer, work, log);
        // Workers outlive the request that happens to ask for this first.
        using var apart = ExecutionContext.SuppressFlow();
        _workers = Task.WhenAll(Enumerable.Range(0, writer.GroupsAtOnce).Select(_ => Task.Run(WorkAsync)).ToList());
    }

    /// <summary>The command's outcome, once it is committed. A caller that no longer waits does not stop the command.</summary>
    public async Task<Result<T>> RunAsync(TCommand command, CancellationToken ct)
    {
        using var only = OneWrite.Begin();
        var handed = new Handed(command);
        await _handed.Writer.WriteAsync(handed, ct);
        return await handed.Outcome.Task.WaitAsync(ct);
    }

    /// <summary>Finishes what was handed in.</summary>
    public async ValueTask DisposeAsync()
    {
        _handed.Writer.TryComplete();
        await _workers;
    }

    private async Task WorkAsync()
    {
        while (await _handed.Reader.WaitToReadAsync())
        {
            if (Take() is { Count: > 0 } group)
                await WriteAsync(group);
        }
    }

    /// <summary>A command sent twice is left for the next group, which finds what the first one wrote.</summary>
    private List<Handed> Take()
    {
        var group = new List<Handed>();
        var ids = new HashSet<Guid>();
        lock (_taking)
        {
            while (group.Count < Largest && _handed.Reader.TryPeek(out var next) && ids.Add(next.Command.Id) && _handed.Reader.TryRead(out next))
                group.Add(next);
        }

        return group;
    }

    private async Task WriteAsync(List<Handed> group)
    {
        try
        {
            var outcomes = await CommitAsync(group);
            foreach (var (handed, outcome) in group.Zip(outcomes))
                handed.Outcome.SetResult(outcome);
        }
        catch (Exception error) when (group.Count > 1)
        {
            Split(_log, typeof(TCommand).Name, group.Count, error);
            foreach (var handed in group)
                await WriteAsync([handed]);
        }
        catch (Exception error)
        {
            group[0].Outcome.SetException(error);
        }
    }

    private async Task<Result<T>[]> CommitAsync(List<Handed> group)
    {
        var commands = group.ConvertAll(handed => handed.Command);
        var tries = commands.Count == 1 ? Writer<TContext>.MaxTries : 1;
        var written = await _writer.RunAsync<Result<T>[]>(async db => await _work.WriteAsync(db, commands, CancellationToken.None), tries, CancellationToken.None);
        return written.Value.Length == commands.Count ? written.Value : throw new InvalidOperationException("Not every command has an outcome.");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} {Command} could not be written together and are written one by one")]
    private static partial void Split(ILogger log, string command, int count, Exception error);

    private sealed record Handed(TCommand Command)
    {
        public TaskCompletionSource<Result<T>> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
