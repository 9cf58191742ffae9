using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Kernel;

/// <summary>What <c>GroupWriter</c> promises on every database.</summary>
public abstract class GroupContract(DatabaseFixture database) : KernelSuite(database)
{
    private static readonly Failure No = new("no", FailureKind.Refused, "いいえ", "No");

    [DatabaseFact]
    public async Task RunAsync_ManyAtOnce_AreWrittenInFewerTransactionsAndEachGetsItsOwn()
    {
        var work = new Counting();
        await using var groups = Groups(work);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 300).Select(value => groups.RunAsync(new Count(Guid.CreateVersion7(), value), Token)));
        Assert.Equal(Enumerable.Range(0, 300).Select(value => (long)value), outcomes.Select(outcome => outcome.Value));
        Assert.Equal((300, 300), await RowsAsync());
        Assert.True(work.Groups.Count < 100, $"{work.Groups.Count} groups");
        Assert.All(work.Groups, group => Assert.InRange(group, 1, GroupWriter<TestDbContext, Count, long>.Largest));
    }

    [DatabaseFact]
    public async Task RunAsync_OnePoisonAmongMany_FailsAlone()
    {
        var work = new Counting();
        await using var groups = Groups(work);
        var tasks = Enumerable.Range(0, 60).Select(value => groups.RunAsync(new Count(Guid.CreateVersion7(), value == 30 ? Counting.Poison : value), Token)).ToList();
        await Task.WhenAll(tasks.Where((_, index) => index != 30));
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => tasks[30]);
        Assert.Equal((59, 59), await RowsAsync());
    }

    [DatabaseFact]
    public async Task RunAsync_OneRefused_LeavesNothingAndOthersArrive()
    {
        await using var groups = Groups(new Counting());
        var outcomes = await Task.WhenAll(new[] { 1, Counting.Refused, 2 }.Select(value => groups.RunAsync(new Count(Guid.CreateVersion7(), value), Token)));
        Assert.Equal([true, false, true], outcomes.Select(outcome => outcome.Ok));
        Assert.Equal(No, outcomes[1].Failure);
        Assert.Equal((2, 2), await RowsAsync());
    }

    [DatabaseFact]
    public async Task RunAsync_OneIdManyTimesAtOnce_OneAddsAndAllGetTheSame()
    {
        await using var groups = Groups(new Counting());
        var id = Guid.CreateVersion7();
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 40).Select(value => groups.RunAsync(new Count(id, value), Token)));
        Assert.Equal((await CounterAsync(id)).Value, Assert.Single(outcomes.Select(outcome => outcome.Value).Distinct()));
        Assert.Equal((1, 1), await RowsAsync());
    }

    [DatabaseFact]
    public async Task RunAsync_IdTakenByAnotherHostMeanwhile_IsFoundWhenAlone()
    {
        var id = await NewCounterAsync();
        var blind = new Counting { Blind = 1 };
        await using var groups = Groups(blind);
        var outcomes = await Task.WhenAll(groups.RunAsync(new Count(id, 5), Token), groups.RunAsync(new Count(Guid.CreateVersion7(), 6), Token));
        Assert.Equal([0, 6], outcomes.Select(outcome => outcome.Value));
    }

    [DatabaseFact]
    public async Task RunAsync_CallerGivesUp_CommandIsWrittenAllTheSame()
    {
        var work = new Counting { Gate = new TaskCompletionSource() };
        await using var groups = Groups(work);
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var id = Guid.CreateVersion7();
        var waiting = groups.RunAsync(new Count(id, 1), impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        work.Gate.SetResult();
        await groups.DisposeAsync();
        Assert.Equal(1, (await CounterAsync(id)).Value);
    }

    [DatabaseFact]
    public async Task RunAsync_InsideAnotherWrite_IsRefusedAtOnce()
    {
        await using var groups = Groups(new Counting());
        var inside = Writer.RunAsync<long>(_ => groups.RunAsync(new Count(Guid.CreateVersion7(), 1), Token), Token);
        Assert.Contains("inside another", (await Assert.ThrowsAsync<InvalidOperationException>(() => inside)).Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), await RowsAsync());
    }

    private GroupWriter<TestDbContext, Count, long> Groups(Counting work) =>
        new(Services.GetRequiredService<Writer<TestDbContext>>(), work, NullLogger<GroupWriter<TestDbContext, Count, long>>.Instance);

    private async Task<(int Counters, int Messages)> RowsAsync()
    {
        await using var db = await Contexts.CreateDbContextAsync(Token);
        return (await db.Counters.CountAsync(Token), await db.Outbox.CountAsync(Token));
    }

    internal sealed record Count(Guid Id, int Value) : IGroupCommand;

    /// <summary>Adds a counter and a message for each command that is new.</summary>
    private sealed class Counting : IGroupWork<TestDbContext, Count, long>
    {
        public const int Poison = -1;
        public const int Refused = -2;
        private static readonly DateTime Now = new(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc);
        private int _looks;

        public System.Collections.Concurrent.ConcurrentBag<int> Groups { get; } = [];

        public TaskCompletionSource? Gate { get; init; }

        /// <summary>The first look misses what is there, as when another host commits between look and save.</summary>
        public int Blind { get; init; }

        public async Task<Result<long>[]> WriteAsync(TestDbContext db, IReadOnlyList<Count> commands, CancellationToken ct)
        {
            Groups.Add(commands.Count);
            await (Gate?.Task ?? Task.CompletedTask);
            var ids = commands.Select(command => command.Id).ToList();
            var blind = Interlocked.Increment(ref _looks) <= Blind;
            var known = await db.Counters.Where(row => !blind && ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Value, ct);
            return [.. commands.Select(command => known.TryGetValue(command.Id, out var value) ? value : Add(db, command))];
        }

        private static Result<long> Add(TestDbContext db, Count command)
        {
            if (command.Value == Refused)
                return No;
            db.Insert(new Counter { Id = command.Id, Value = command.Value, At = Now });
            db.Send(command.Id.ToString(), new Told("counted"), Now);
            return command.Value != Poison ? command.Value : throw new InvalidTimeZoneException();
        }
    }
}

public sealed class GroupOnSqlite(SqliteFixture database) : GroupContract(database), IClassFixture<SqliteFixture>;

public sealed class GroupOnPostgreSql(PostgreSqlFixture database) : GroupContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class GroupOnSqlServer(SqlServerFixture database) : GroupContract(database), IClassFixture<SqlServerFixture>;
