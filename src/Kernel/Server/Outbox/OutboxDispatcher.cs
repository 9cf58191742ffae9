using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Kernel.Server.Outbox;

/// <summary>Delivers a module's messages: the oldest undelivered of each key, each under a lease so that two hosts share the work.</summary>
internal sealed partial class OutboxDispatcher<TContext>(
    IDbContextFactory<TContext> contexts, IServiceProvider services, IEnumerable<Receiver> receivers, TimeProvider clock, ILogger<OutboxDispatcher<TContext>> log)
    where TContext : ModuleDbContext
{
    internal const int MaxAttempts = 12;
    private const int Batch = 100;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Park = TimeSpan.FromSeconds(2);
    private readonly Dictionary<string, Receiver> _receivers = receivers.ToDictionary(receiver => receiver.Topic);

    /// <summary>Delivers everything due now. Returns how many messages it tried.</summary>
    public async Task<int> DeliverDueAsync(CancellationToken ct)
    {
        var tried = 0;
        foreach (var message in await DueAsync(ct))
        {
            if (await TakeAsync(message, ct))
            {
                await DeliverAsync(message, ct);
                tried++;
            }
        }

        return tried;
    }

    private async Task<List<OutboxMessage>> DueAsync(CancellationToken ct)
    {
        var now = clock.UtcMicros();
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Outbox.AsNoTracking()
            .Where(row => row.State == OutboxState.Pending && row.NextTryAt <= now)
            .Where(row => !db.Outbox.Any(other => other.Key == row.Key && other.Seq < row.Seq && other.State != OutboxState.Delivered))
            .OrderBy(row => row.Seq).Take(Batch).ToListAsync(ct);
    }

    private Task<bool> TakeAsync(OutboxMessage message, CancellationToken ct)
    {
        var now = clock.UtcMicros();
        return UpdateAsync(message, now, set => set.SetProperty(row => row.NextTryAt, now + Lease), ct);
    }

    private async Task DeliverAsync(OutboxMessage message, CancellationToken ct)
    {
        try
        {
            var delivery = _receivers.TryGetValue(message.Topic, out var receiver)
                ? await receiver.HandleAsync(services, message.Id, message.Body, ct)
                : throw new InvalidOperationException($"Nobody receives '{message.Topic}'.");
            await SettleAsync(message, delivery, ct);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            await FailAsync(message, error, ct);
        }
    }

    private Task SettleAsync(OutboxMessage message, Delivery delivery, CancellationToken ct)
    {
        var again = clock.UtcMicros() + Park;
        return delivery == Delivery.Done
            ? UpdateAsync(message, null, set => set.SetProperty(row => row.State, OutboxState.Delivered), ct)
            : UpdateAsync(message, null, set => set.SetProperty(row => row.NextTryAt, again), ct);
    }

    private async Task FailAsync(OutboxMessage message, Exception error, CancellationToken ct)
    {
        var attempts = message.Attempts + 1;
        var state = attempts >= MaxAttempts ? OutboxState.Dead : OutboxState.Pending;
        var again = clock.UtcMicros() + TimeSpan.FromSeconds(Math.Min(1 << attempts, 600));
        var reason = error.GetType().Name + ": " + error.Message;
        Failed(log, message.Topic, message.Id, attempts, state, error);
        await UpdateAsync(message, null, set => set
            .SetProperty(row => row.Attempts, attempts)
            .SetProperty(row => row.State, state)
            .SetProperty(row => row.NextTryAt, again)
            .SetProperty(row => row.LastError, reason.Length > 1000 ? reason[..1000] : reason), ct);
    }

    private async Task<bool> UpdateAsync(
        OutboxMessage message, DateTime? dueBy, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<OutboxMessage>> set, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        using var turn = await db.Dialect.EnterAsync(db.Database.GetConnectionString()!, ct);
        return await db.Outbox
            .Where(row => row.Seq == message.Seq && row.State == OutboxState.Pending && (dueBy == null || row.NextTryAt <= dueBy))
            .ExecuteUpdateAsync(set, ct) == 1;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Topic} {Id} failed at attempt {Attempt} and is now {State}")]
    private static partial void Failed(ILogger log, string topic, Guid id, int attempt, OutboxState state, Exception error);
}

internal sealed partial class OutboxService<TContext>(
    OutboxDispatcher<TContext> dispatcher, OutboxSignal<TContext> signal, ILogger<OutboxService<TContext>> log) : BackgroundService
    where TContext : ModuleDbContext
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await dispatcher.DeliverDueAsync(stoppingToken) == 0)
                    await signal.WaitAsync(Look, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                Stalled(log, typeof(TContext).Name, error);
                await Task.Delay(Look, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox of {Module} could not be read")]
    private static partial void Stalled(ILogger log, string module, Exception error);
}
