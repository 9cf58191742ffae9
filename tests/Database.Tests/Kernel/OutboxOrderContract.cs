using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Outbox;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Kernel;

/// <summary>In order per key; whatever goes wrong with one key is that key's alone.</summary>
public abstract class OutboxOrderContract(DatabaseFixture database) : OutboxSuite(database)
{
    [DatabaseFact]
    public async Task DeliverDueAsync_SeveralOfOneKey_ComeInOrderOneAtATime()
    {
        await SendAsync(("a", "a1"), ("a", "a2"), ("b", "b1"));
        await SendAsync(("a", "a3"));
        Assert.Equal(2, await Dispatcher.DeliverDueAsync(Token));
        Assert.Equal(["a1", "b1"], Listener.Heard);
        await DeliverAllAsync();
        Assert.Equal(["a1", "a2", "a3"], Listener.Heard.Where(what => what[0] == 'a'));
        Assert.All(await OutboxAsync(), row => Assert.Equal(OutboxState.Delivered, row.State));
    }

    [DatabaseFact]
    public async Task DeliverDueAsync_PoisonRow_BlocksItsKeyOnly()
    {
        Listener.Reaction = (what, _) => what == "bad" ? throw new FormatException("cannot read") : Task.FromResult(Delivery.Done);
        await SendAsync(("a", "bad"), ("a", "behind"), ("b", "b1"), ("c", "c1"));
        await DeliverAllAsync();
        Assert.Equal(["bad", "b1", "c1"], Listener.Heard);
        var bad = (await OutboxAsync())[0];
        Assert.Equal((1, OutboxState.Pending, "FormatException: cannot read"), (bad.Attempts, bad.State, bad.LastError));
    }

    [DatabaseFact]
    public async Task DeliverDueAsync_FailedRow_WaitsLongerEachTimeAndIsDeadAtLast()
    {
        Listener.Reaction = (what, _) => what == "bad" ? throw new FormatException("cannot read") : Task.FromResult(Delivery.Done);
        await SendAsync(("a", "bad"), ("a", "behind"));
        await DeliverAllAsync();
        Clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.Equal(0, await Dispatcher.DeliverDueAsync(Token));
        Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(1, await Dispatcher.DeliverDueAsync(Token));
        for (var minutes = 0; minutes < 300; minutes += 10)
        {
            Clock.Advance(TimeSpan.FromMinutes(10));
            await DeliverAllAsync();
        }

        var rows = await OutboxAsync();
        Assert.Equal((OutboxState.Dead, 12), (rows[0].State, rows[0].Attempts));
        Assert.Equal(OutboxState.Pending, rows[1].State);
        Assert.Equal(Enumerable.Repeat("bad", 12), Listener.Heard);
    }

    [DatabaseFact]
    public async Task DeliverDueAsync_ParkedRow_IsAskedForAgainWithoutAnAttempt()
    {
        var there = false;
        Listener.Reaction = (_, _) => Task.FromResult(there ? Delivery.Done : Delivery.Parked);
        await SendAsync(("a", "early"), ("a", "behind"));
        for (var looks = 0; looks < 30; looks++)
        {
            await DeliverAllAsync();
            Clock.Advance(TimeSpan.FromMinutes(5));
        }

        var parked = (await OutboxAsync())[0];
        Assert.Equal((0, OutboxState.Pending), (parked.Attempts, parked.State));
        there = true;
        await DeliverAllAsync();
        Assert.Equal(["early", "behind"], Listener.Heard.TakeLast(2));
        Assert.All(await OutboxAsync(), row => Assert.Equal(OutboxState.Delivered, row.State));
    }

    [DatabaseFact]
    public async Task DeliverDueAsync_MoreStuckKeysThanOnePassTakes_OthersStillComeThrough()
    {
        Listener.Reaction = (what, _) => Task.FromResult(what == "stuck" ? Delivery.Parked : Delivery.Done);
        await SendAsync([.. Enumerable.Range(0, 150).Select(key => ($"stuck {key}", "stuck"))]);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await SendAsync(("fresh", "fresh"));
        for (var passes = 0; passes < 2; passes++)
        {
            await Dispatcher.DeliverDueAsync(Token);
            Clock.Advance(TimeSpan.FromSeconds(3));
        }

        Assert.Contains("fresh", Listener.Heard);
    }

    [DatabaseFact]
    public async Task DeliverDueAsync_ReceiverHangs_CountsAnAttemptAndGoesOn()
    {
        var forever = new TaskCompletionSource<Delivery>();
        Listener.Reaction = (what, _) => what == "hangs" ? forever.Task : Task.FromResult(Delivery.Done);
        await SendAsync(("a", "hangs"), ("b", "b1"));
        var pass = Dispatcher.DeliverDueAsync(Token);
        while (!pass.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, Token);
        }

        Assert.Equal(["hangs", "b1"], Listener.Heard);
        Assert.Equal(1, (await OutboxAsync())[0].Attempts);
    }

    [DatabaseFact]
    public async Task DeliverDueAsync_ErrorTextNoDatabaseTakes_IsStoredWithoutIt()
    {
        Listener.Reaction = (_, _) => throw new FormatException("zero \0 and long " + new string('長', 2000));
        await SendAsync(("a", "bad"));
        await DeliverAllAsync();
        Assert.StartsWith("FormatException: zero  and long 長", (await OnlyMessageAsync()).LastError, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task DeliverDueAsync_TopicNobodyHereReceives_WaitsForAHostThatDoes()
    {
        await Writer.RunAsync<int>(db =>
        {
            db.Send("a", new Unheard(), Clock.UtcMicros());
            return Task.FromResult<Result<int>>(1);
        }, Token);
        await DeliverAllAsync();
        var row = await OnlyMessageAsync();
        Assert.Equal((OutboxState.Pending, 0, null), (row.State, row.Attempts, row.LastError));
        Assert.True(row.NextTryAt > Clock.UtcMicros());
    }

    private sealed record Unheard : IMessage
    {
        public static string Topic => "test.unheard.v1";
    }
}

public sealed class OutboxOrderOnSqlite(SqliteFixture database) : OutboxOrderContract(database), IClassFixture<SqliteFixture>;

public sealed class OutboxOrderOnPostgreSql(PostgreSqlFixture database) : OutboxOrderContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class OutboxOrderOnSqlServer(SqlServerFixture database) : OutboxOrderContract(database), IClassFixture<SqlServerFixture>;
