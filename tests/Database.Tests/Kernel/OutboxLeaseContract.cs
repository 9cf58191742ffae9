using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tourism.Kernel;
using Tourism.Kernel.Server.Outbox;
using Tourism.Testing;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Kernel;

/// <summary>Several hosts share one outbox, and any of them may die at any moment.</summary>
public abstract class OutboxLeaseContract(DatabaseFixture database) : OutboxSuite(database)
{
    [DatabaseFact]
    public async Task DeliverDueAsync_TwoHostsAtOnce_DeliverEachMessageOnce()
    {
        await SendAsync([.. Enumerable.Range(0, 60).Select(number => ($"key {number % 20}", $"{number:00}"))]);
        await using var other = NewHost(Clock);
        var there = other.GetRequiredService<Listener>();
        await Task.WhenAll(AllAsync(Dispatcher), AllAsync(DispatcherOf(other)));
        Assert.Equal(Enumerable.Range(0, 60).Select(number => $"{number:00}"), Listener.Heard.Concat(there.Heard).Order());
        Assert.All(await OutboxAsync(), row => Assert.Equal((OutboxState.Delivered, 0), (row.State, row.Attempts)));

        async Task AllAsync(OutboxDispatcher<TestDbContext> dispatcher)
        {
            // A pass may find nothing because the other host is at work on the heads of all keys.
            while ((await OutboxAsync()).Any(row => row.State == OutboxState.Pending))
                await dispatcher.DeliverDueAsync(Token);
        }
    }

    [DatabaseFact]
    public async Task DeliverDueAsync_OtherHostAtWork_LeavesItsMessageAlone()
    {
        await SendAsync(("a", "a1"), ("a", "a2"));
        await using var other = NewHost(Clock);
        var during = -1;
        Listener.Reaction = async (_, _) =>
        {
            during = await DispatcherOf(other).DeliverDueAsync(Token);
            return Delivery.Done;
        };
        await Dispatcher.DeliverDueAsync(Token);
        Assert.Equal(0, during);
    }

    [DatabaseFact]
    public async Task DeliverDueAsync_HostDiedAfterDelivery_MessageComesAgainUnderTheSameId()
    {
        await SendAsync(("a", "a1"));
        using var death = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Listener.Reaction = async (_, _) =>
        {
            await death.CancelAsync();
            return Delivery.Done;
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Dispatcher.DeliverDueAsync(death.Token));
        await using var other = NewHost(Clock);
        var heir = DispatcherOf(other);
        Assert.Equal(0, await heir.DeliverDueAsync(Token));
        Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(1, await heir.DeliverDueAsync(Token));
        Assert.Equal(Listener.Ids, other.GetRequiredService<Listener>().Ids);
        Assert.Equal((OutboxState.Delivered, 0), ((await OnlyMessageAsync()).State, (await OnlyMessageAsync()).Attempts));
    }

    [DatabaseFact]
    public async Task DeliverDueAsync_LeaseLostToAnotherHost_LateFailureChangesNothing()
    {
        await SendAsync(("a", "a1"));
        // A clock so far ahead takes over at once: the worst that clocks can do.
        var ahead = TestClock.At("2026-11-22T09:31:00+09:00");
        await using var other = NewHost(ahead);
        Listener.Reaction = async (_, _) =>
        {
            Assert.Equal(1, await DispatcherOf(other).DeliverDueAsync(Token));
            throw new TimeoutException("too late");
        };
        await Dispatcher.DeliverDueAsync(Token);
        var row = await OnlyMessageAsync();
        Assert.Equal((OutboxState.Delivered, 0, null), (row.State, row.Attempts, row.LastError));
    }

    [DatabaseFact]
    public async Task DeliverDueAsync_LeaseLostToAHostStillAtWork_ItsLeaseStands()
    {
        await SendAsync(("a", "a1"));
        await using var other = NewHost(TestClock.At("2026-11-22T09:31:00+09:00"));
        var (entered, go) = (new TaskCompletionSource(), new TaskCompletionSource<Delivery>());
        other.GetRequiredService<Listener>().Reaction = (_, _) =>
        {
            entered.SetResult();
            return go.Task;
        };
        Task? others = null;
        Listener.Reaction = async (_, _) =>
        {
            others = DispatcherOf(other).DeliverDueAsync(Token);
            await entered.Task;
            throw new TimeoutException("too late");
        };
        await Dispatcher.DeliverDueAsync(Token);
        Assert.Equal(TestClock.At("2026-11-22T09:31:30+09:00").UtcMicros(), (await OnlyMessageAsync()).NextTryAt);
        go.SetResult(Delivery.Done);
        await others!;
        Assert.Equal((OutboxState.Delivered, 0), ((await OnlyMessageAsync()).State, (await OnlyMessageAsync()).Attempts));
    }

    [DatabaseFact]
    public async Task OutboxService_AfterACommitOfItsHost_DeliversWithoutWaitingForItsNextLook()
    {
        var came = new TaskCompletionSource();
        Listener.Reaction = (_, _) =>
        {
            came.TrySetResult();
            return Task.FromResult(Delivery.Done);
        };
        var service = Services.GetServices<IHostedService>().OfType<OutboxService<TestDbContext>>().Single();
        await service.StartAsync(Token);
        // The clock stands still, so the next look never comes by itself.
        await SendAsync(("a", "a1"));
        await came.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
        await service.StopAsync(Token);
    }
}

public sealed class OutboxLeaseOnSqlite(SqliteFixture database) : OutboxLeaseContract(database), IClassFixture<SqliteFixture>;

public sealed class OutboxLeaseOnPostgreSql(PostgreSqlFixture database) : OutboxLeaseContract(database), IClassFixture<PostgreSqlFixture>
{
    [DatabaseFact]
    public async Task DeliverDueAsync_CommitThatComesLate_IsNotSkipped()
    {
        await using var slow = await Contexts.CreateDbContextAsync(Token);
        await using var transaction = await slow.Database.BeginTransactionAsync(Token);
        slow.Outbox.Add(OutboxMessage.Of("a", new Told("numbered first, committed last"), Clock.UtcMicros()));
        await slow.SaveChangesAsync(Token);
        await SendAsync(("b", "b1"));
        await DeliverAllAsync();
        await transaction.CommitAsync(Token);
        await DeliverAllAsync();
        Assert.Equal(["b1", "numbered first, committed last"], Listener.Heard);
    }
}

public sealed class OutboxLeaseOnSqlServer(SqlServerFixture database) : OutboxLeaseContract(database), IClassFixture<SqlServerFixture>;
