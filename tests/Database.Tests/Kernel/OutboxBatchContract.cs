using Microsoft.Extensions.DependencyInjection;
using Tourism.Kernel;
using Tourism.Kernel.Server.Outbox;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Kernel;

/// <summary>A receiver that takes many messages in at once changes nothing of what the outbox promises.</summary>
public abstract class OutboxBatchContract(DatabaseFixture database) : OutboxSuite(database)
{
    [DatabaseFact]
    public async Task DeliverDueAsync_ManyKeys_ComeTogetherAndEachKeyInOrder()
    {
        await using var host = NewHost();
        await TellAsync(("a", "a1"), ("b", "b1"), ("a", "a2"), ("c", "c1"));
        await DeliverAllAsync(host);
        Assert.Equal([["a1", "b1", "c1"], ["a2"]], CrowdOf(host).Heard);
        Assert.All(await OutboxAsync(), row => Assert.Equal((OutboxState.Delivered, 0), (row.State, row.Attempts)));
    }

    [DatabaseFact]
    public async Task DeliverDueAsync_PoisonInABatch_FailsAlone()
    {
        await using var host = NewHost();
        await TellAsync(("a", "a1"), ("b", "bad"), ("b", "behind"), ("c", "c1"));
        await DeliverAllAsync(host);
        Assert.Equal([["a1"], ["c1"]], CrowdOf(host).Heard);
        Assert.Equal(
            [(OutboxState.Delivered, 0), (OutboxState.Pending, 1), (OutboxState.Pending, 0), (OutboxState.Delivered, 0)],
            (await OutboxAsync()).Select(row => (row.State, row.Attempts)));
    }

    [DatabaseFact]
    public async Task DeliverDueAsync_BatchNeverEnds_IsGivenUpBeforeItsLeaseAndComesAlone()
    {
        await using var host = NewHost();
        CrowdOf(host).Hangs = true;
        await TellAsync(("a", "a1"), ("b", "b1"));
        var pass = DispatcherOf(host).DeliverDueAsync(Token);
        while (!pass.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, Token);
        }

        Assert.Equal([["a1"], ["b1"]], CrowdOf(host).Heard);
        Assert.All(await OutboxAsync(), row => Assert.Equal((OutboxState.Delivered, 0), (row.State, row.Attempts)));
    }

    [DatabaseFact]
    public async Task DeliverDueAsync_TwoHostsAtOnce_DeliverEachMessageOnce()
    {
        await using var one = NewHost();
        await using var two = NewHost();
        await TellAsync([.. Enumerable.Range(0, 300).Select(number => ($"key {number % 100}", $"{number:000}"))]);
        await Task.WhenAll(AllAsync(one), AllAsync(two));
        var heard = CrowdOf(one).Heard.Concat(CrowdOf(two).Heard).SelectMany(batch => batch);
        Assert.Equal(Enumerable.Range(0, 300).Select(number => $"{number:000}"), heard.Order());
    }

    private async Task AllAsync(IServiceProvider host)
    {
        while ((await OutboxAsync()).Any(row => row.State == OutboxState.Pending))
            await DispatcherOf(host).DeliverDueAsync(Token);
    }

    private ServiceProvider NewHost() => NewHost(Clock, services => services.AddMessageHandler<Shouted, Crowd>());

    private static Crowd CrowdOf(IServiceProvider host) => host.GetRequiredService<Crowd>();

    private static async Task DeliverAllAsync(IServiceProvider host)
    {
        while (await DispatcherOf(host).DeliverDueAsync(Token) > 0)
        {
        }
    }

    private Task<Result<int>> TellAsync(params (string Key, string What)[] messages) => Writer.RunAsync<int>(db =>
    {
        foreach (var (key, what) in messages)
            db.Send(key, new Shouted(what), Clock.UtcMicros());
        return Task.FromResult<Result<int>>(messages.Length);
    }, Token);
}

public sealed class OutboxBatchOnSqlite(SqliteFixture database) : OutboxBatchContract(database), IClassFixture<SqliteFixture>;

public sealed class OutboxBatchOnPostgreSql(PostgreSqlFixture database) : OutboxBatchContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class OutboxBatchOnSqlServer(SqlServerFixture database) : OutboxBatchContract(database), IClassFixture<SqlServerFixture>;
