using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Kernel;

/// <summary>What <c>Writer</c> promises on every database.</summary>
public abstract class WriterContract(DatabaseFixture database) : KernelSuite(database)
{
    private static readonly Failure No = new("no", FailureKind.Refused, "いいえ", "No");

    [DatabaseFact]
    public async Task RunAsync_WorkGivesAValue_CommitsStateAndMessageTogether()
    {
        var id = Guid.CreateVersion7();
        var result = await Writer.RunAsync<long>(db =>
        {
            db.Counters.Add(new Counter { Id = id, Value = 7, At = Clock.UtcMicros() });
            db.Send("key", new Told("it"), Clock.UtcMicros());
            return Task.FromResult<Result<long>>(7);
        }, Token);
        Assert.Equal(7, result.Value);
        Assert.Equal(7, (await CounterAsync(id)).Value);
        Assert.Single(await OutboxAsync());
    }

    [DatabaseFact]
    public async Task RunAsync_WorkFails_KeepsNothingEvenIfAlreadySaved()
    {
        var result = await Writer.RunAsync<int>(async db =>
        {
            db.Counters.Add(new Counter { Id = Guid.CreateVersion7(), At = Clock.UtcMicros() });
            db.Send("key", new Told("it"), Clock.UtcMicros());
            await db.SaveChangesAsync(Token);
            return No;
        }, Token);
        Assert.Equal(No, result.Failure);
        Assert.Equal((0, 0), await RowsAsync());
    }

    [DatabaseFact]
    public async Task RunAsync_WorkThrows_KeepsNothingAndDoesNotTryAgain()
    {
        var tries = 0;
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => Writer.RunAsync<int>(async db =>
        {
            tries++;
            db.Counters.Add(new Counter { Id = Guid.CreateVersion7(), At = Clock.UtcMicros() });
            await db.SaveChangesAsync(Token);
            throw new InvalidTimeZoneException();
        }, Token));
        Assert.Equal(1, tries);
        Assert.Equal((0, 0), await RowsAsync());
    }

    [DatabaseFact]
    public async Task RunAsync_Cancelled_KeepsNothing()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Writer.RunAsync<int>(async db =>
        {
            db.Counters.Add(new Counter { Id = Guid.CreateVersion7(), At = Clock.UtcMicros() });
            await cancel.CancelAsync();
            return 1;
        }, cancel.Token));
        Assert.Equal((0, 0), await RowsAsync());
    }

    [DatabaseFact]
    public async Task RunAsync_IdTakenMeanwhile_RunsAgainAndFindsTheFirst()
    {
        var id = await NewCounterAsync();
        var tries = 0;
        var result = await Writer.RunAsync<string>(async db =>
        {
            // The first look misses, as it does when the other writer commits between look and save.
            if (++tries > 1 && await db.Counters.AnyAsync(row => row.Id == id, Token))
                return "found";
            db.Counters.Add(new Counter { Id = id, At = Clock.UtcMicros() });
            return "added";
        }, Token);
        Assert.Equal(("found", 2), (result.Value, tries));
    }

    [DatabaseFact]
    public async Task RunAsync_ManyWithOneIdAtOnce_OneAddsAndAllGetTheSame()
    {
        var id = Guid.CreateVersion7();
        var results = await Task.WhenAll(Enumerable.Range(1, 12).Select(value => Writer.RunAsync<long>(async db =>
        {
            if (await db.Counters.FirstOrDefaultAsync(row => row.Id == id, Token) is { } first)
                return first.Value;
            db.Counters.Add(new Counter { Id = id, Value = value, At = Clock.UtcMicros() });
            return value;
        }, Token)));
        Assert.Equal((await CounterAsync(id)).Value, Assert.Single(results.Select(result => result.Value).Distinct()));
    }

    [DatabaseFact]
    public async Task RunAsync_ManyChangeOneRowAtOnce_LosesNoChange()
    {
        var id = await NewCounterAsync();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => AddOneAsync(id)));
        var counter = await CounterAsync(id);
        Assert.Equal((16, 16), (counter.Value, counter.Version));
    }

    [DatabaseFact]
    public async Task RunAsync_RowChangedMeanwhile_RunsAgainOnTheNewRow()
    {
        var id = await NewCounterAsync();
        var tries = 0;
        await Writer.RunAsync<int>(async db =>
        {
            var counter = await db.Counters.SingleAsync(row => row.Id == id, Token);
            if (++tries == 1)
                await db.Counters.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), Token);
            counter.Value++;
            return 1;
        }, Token);
        // The other change was part of the first try and went with it.
        Assert.Equal((2, 1, 1), (tries, (await CounterAsync(id)).Value, (await CounterAsync(id)).Version));
    }

    [DatabaseFact]
    public async Task RunAsync_TwoWaitForEachOther_BothArrive()
    {
        var (one, two) = (await NewCounterAsync(), await NewCounterAsync());
        using var met = new CountdownEvent(2);
        await Task.WhenAll(BothAsync(one, two), BothAsync(two, one));
        Assert.Equal((2, 2), ((await CounterAsync(one)).Value, (await CounterAsync(two)).Value));

        async Task BothAsync(Guid first, Guid second) => await Writer.RunAsync<int>(async db =>
        {
            await SaveOneMoreAsync(db, first);
            if (!met.IsSet)
                met.Signal();
            // SQLite lets one in at a time: there the second never comes while the first waits.
            for (var waits = 0; waits < 20 && !met.IsSet; waits++)
                await Task.Delay(25, Token);
            await SaveOneMoreAsync(db, second);
            return 1;
        }, Token);
    }

    [DatabaseFact]
    public async Task RunAsync_InsideAnother_IsRefusedAtOnce()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Writer.RunAsync<long>(_ => AddOneAsync(Guid.Empty), Token));
        Assert.Contains("inside another", error.Message, StringComparison.Ordinal);
        Assert.True((await AddOneAsync(await NewCounterAsync())).Ok);
    }

    [DatabaseFact]
    public async Task Version_OfARow_CountsEverySaveThatChangesIt()
    {
        var id = await NewCounterAsync();
        Assert.Equal(0, (await CounterAsync(id)).Version);
        await Writer.RunAsync<int>(async db =>
        {
            var counter = await db.Counters.SingleAsync(row => row.Id == id, Token);
            counter.Value = 5;
            await db.SaveChangesAsync(Token);
            await db.SaveChangesAsync(Token);
            counter.Value = 6;
            return 1;
        }, Token);
        Assert.Equal(2, (await CounterAsync(id)).Version);
    }

    private Task<Result<long>> AddOneAsync(Guid id) => Writer.RunAsync<long>(db => SaveOneMoreAsync(db, id), Token);

    private static async Task<Result<long>> SaveOneMoreAsync(TestDbContext db, Guid id)
    {
        var counter = await db.Counters.SingleAsync(row => row.Id == id, Token);
        counter.Value++;
        await db.SaveChangesAsync(Token);
        return counter.Value;
    }

    private async Task<(int Counters, int Messages)> RowsAsync()
    {
        await using var db = await Contexts.CreateDbContextAsync(Token);
        return (await db.Counters.CountAsync(Token), await db.Outbox.CountAsync(Token));
    }
}

public sealed class WriterOnSqlite(SqliteFixture database) : WriterContract(database), IClassFixture<SqliteFixture>;

public sealed class WriterOnPostgreSql(PostgreSqlFixture database) : WriterContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class WriterOnSqlServer(SqlServerFixture database) : WriterContract(database), IClassFixture<SqlServerFixture>;
