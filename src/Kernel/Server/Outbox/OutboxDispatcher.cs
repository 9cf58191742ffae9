using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.Logging;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Kernel.Server.Outbox;

/// <summary>Delivers a module's messages: the oldest undelivered of each key, each under a lease so that hosts share the work.</summary>
/// <remarks>
/// The lease is the row's <see cref="OutboxMessage.NextTryAt"/>: taken only if it is still what was read, settled only while it is
/// still what was taken. A host that was too slow, or whose clock is ahead by more than the lease, makes a message come twice, never
/// out of its order and never as one attempt more.
/// </remarks>
internal sealed partial class OutboxDispatcher<TContext>(
    IDbContextFactory<TContext> contexts, IServiceProvider services, IEnumerable<Receiver> receivers, TimeProvider clock, ILogger<OutboxDispatcher<TContext>> log)
    where TContext : ModuleDbContext
{
    internal const int MaxAttempts = 12;
    internal const int Batch = 250;
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>A handler that hangs must not stop all other keys, and must end before its lease does.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Dictionary<string, Receiver> _receivers = receivers.ToDictionary(receiver => receiver.Topic);

    /// <summary>Delivers everything due now. Returns how many messages it tried.</summary>
    public async Task<int> DeliverDueAsync(CancellationToken ct)
    {
        var tried = 0;
        foreach (var topic in (await DueAsync(ct)).GroupBy(message => message.Topic))
            tried += await DeliverAllAsync(_receivers.GetValueOrDefault(topic.Key), [.. topic], ct);
        return tried;
    }

    private async Task<int> DeliverAllAsync(Receiver? receiver, List<OutboxMessage> messages, CancellationToken ct)
    {
        if (messages.Count > 1 && receiver?.HandleAllAsync is { } handleAll && await TakeAllAsync(messages, ct)
            && await HandledAsync(token => handleAll(services, messages.Select(message => message.Body), token), ct))
        {
            await SettleAllAsync(messages, ct);
            return messages.Count;
        }

        var tried = 0;
        foreach (var message in messages)
        {
            if (await TakeAsync(message, ct) is { } lease)
            {
                await DeliverAsync(message, lease, ct);
                tried++;
            }
        }

        return tried;
    }

    /// <summary>Longest due first: however many keys are stuck, each pass puts them behind those that have waited longer.</summary>
    private async Task<List<OutboxMessage>> DueAsync(CancellationToken ct)
    {
        var now = clock.UtcMicros();
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Outbox.AsNoTracking()
            .Where(row => row.State == OutboxState.Pending && row.NextTryAt <= now)
            .Where(row => !db.Outbox.Any(other =>
                (other.State == OutboxState.Pending || other.State == OutboxState.Dead) && other.Key == row.Key && other.Seq < row.Seq))
            .OrderBy(row => row.NextTryAt).ThenBy(row => row.Seq).Take(Batch).ToListAsync(ct);
    }

    /// <summary>The end of the lease, or <c>null</c> when another host was faster.</summary>
    private async Task<DateTime?> TakeAsync(OutboxMessage message, CancellationToken ct)
    {
        var lease = clock.UtcMicros() + Lease;
        var read = message.NextTryAt;
        var taken = await UpdateAsync(message, row => row.NextTryAt == read, set => set.SetProperty(row => row.NextTryAt, lease), ct);
        return taken ? lease : null;
    }

    /// <summary>True when all are taken; none is when another host was faster with one of them.</summary>
    private async Task<bool> TakeAllAsync(List<OutboxMessage> messages, CancellationToken ct)
    {
        var (now, lease) = (clock.UtcMicros(), clock.UtcMicros() + Lease);
        var taken = await UpdateAllAsync(messages, row => row.NextTryAt <= now, set => set.SetProperty(row => row.NextTryAt, lease), allOrNone: true, ct);
        if (taken)
            messages.ForEach(message => message.TakenUntil(lease));
        return taken;
    }

    private async Task<bool> HandledAsync(Func<CancellationToken, Task> handle, CancellationToken ct)
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
            await handle(either.Token).WaitAsync(Patience, clock, ct);
            return true;
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            Split(log, error);
            return false;
        }
    }

    private async Task DeliverAsync(OutboxMessage message, DateTime lease, CancellationToken ct)
    {
        Delivery delivery;
        try
        {
            delivery = await HandleAsync(message, ct);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            await FailAsync(message, lease, error, ct);
            return;
        }

        await SettleAsync(message, lease, delivery, ct);
    }

    private async Task<Delivery> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        // During an upgrade a newer host may say what this one cannot hear yet: it is left to the others.
        if (_receivers.GetValueOrDefault(message.Topic) is not { } receiver)
        {
            Unheard(log, message.Topic, message.Id);
            return Delivery.Parked;
        }

        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        // A handler that ignores its token is left behind.
        return await receiver.HandleAsync(services, message.Id, message.Body, either.Token).WaitAsync(Patience, clock, ct);
    }

    private Task SettleAsync(OutboxMessage message, DateTime lease, Delivery delivery, CancellationToken ct)
    {
        // Delivered is true whoever holds the lease by now.
        if (delivery == Delivery.Done)
            return UpdateAsync(message, _ => true, set => set.SetProperty(row => row.State, OutboxState.Delivered), ct);
        var again = clock.UtcMicros() + ParkedFor(message);
        return UpdateAsync(message, row => row.NextTryAt == lease, set => set.SetProperty(row => row.NextTryAt, again), ct);
    }

    /// <summary>What is missing mostly comes within seconds; what has not come for an hour is asked for every few minutes.</summary>
    private TimeSpan ParkedFor(OutboxMessage message) => TimeSpan.FromSeconds(Math.Clamp((clock.UtcMicros() - message.SentAt).TotalSeconds / 8, 2, 300));

    private async Task FailAsync(OutboxMessage message, DateTime lease, Exception error, CancellationToken ct)
    {
        var attempts = message.Attempts + 1;
        var state = attempts >= MaxAttempts ? OutboxState.Dead : OutboxState.Pending;
        var again = clock.UtcMicros() + TimeSpan.FromSeconds(Math.Min(1 << attempts, 600));
        // PostgreSQL text holds no zero character.
        var reason = $"{error.GetType().Name}: {error.Message}".Replace("\0", "", StringComparison.Ordinal);
        Failed(log, message.Topic, message.Id, attempts, state, error);
        await UpdateAsync(message, row => row.NextTryAt == lease, set => set
            .SetProperty(row => row.Attempts, attempts)
            .SetProperty(row => row.State, state)
            .SetProperty(row => row.NextTryAt, again)
            .SetProperty(row => row.LastError, reason.Length > 1000 ? reason[..1000] : reason), ct);
    }

    private Task<bool> SettleAllAsync(List<OutboxMessage> messages, CancellationToken ct) =>
        UpdateAllAsync(messages, _ => true, set => set.SetProperty(row => row.State, OutboxState.Delivered), allOrNone: false, ct);

    private Task<bool> UpdateAsync(
        OutboxMessage message, Expression<Func<OutboxMessage, bool>> onlyIf, Action<UpdateSettersBuilder<OutboxMessage>> set, CancellationToken ct) =>
        UpdateAllAsync([message], onlyIf, set, allOrNone: false, ct);

    private async Task<bool> UpdateAllAsync(
        List<OutboxMessage> messages, Expression<Func<OutboxMessage, bool>> onlyIf, Action<UpdateSettersBuilder<OutboxMessage>> set, bool allOrNone, CancellationToken ct)
    {
        var rows = messages.ConvertAll(message => message.Seq);
        await using var db = await contexts.CreateDbContextAsync(ct);
        using var turn = await db.Dialect.EnterAsync(db.Database.GetConnectionString()!, ct);
        await using var transaction = allOrNone ? await db.Database.BeginTransactionAsync(ct) : null;
        var all = await db.Outbox.Where(row => rows.Contains(row.Seq) && row.State == OutboxState.Pending).Where(onlyIf)
            .ExecuteUpdateAsync(set, ct) == messages.Count;
        if (all && transaction is not null)
            await transaction.CommitAsync(ct);
        return all;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A batch of messages failed; each is now delivered alone")]
    private static partial void Split(ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Topic} {Id} failed at attempt {Attempt} and is now {State}")]
    private static partial void Failed(ILogger log, string topic, Guid id, int attempt, OutboxState state, Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody here receives {Topic}; message {Id} waits")]
    private static partial void Unheard(ILogger log, string topic, Guid id);
}
