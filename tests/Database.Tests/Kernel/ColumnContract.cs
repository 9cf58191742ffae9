using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Kernel;

/// <summary>What goes in comes out, the same on every database.</summary>
public abstract class ColumnContract(DatabaseFixture database) : KernelSuite(database)
{
    private static readonly DateTime Start = new(2026, 11, 22, 0, 30, 0, DateTimeKind.Utc);

    [DatabaseFact]
    public async Task Time_WithAHundredNanosecondDigit_ComesBackInWholeMicrosecondsOfUtc()
    {
        var read = await RoundTripAsync(counter => counter.At = Start.AddTicks(1_234_567));
        Assert.Equal((Start.AddTicks(1_234_560), DateTimeKind.Utc), (read.At, read.At.Kind));
    }

    [DatabaseFact]
    public async Task Time_OfUnknownZone_IsRefused() =>
        await Assert.ThrowsAnyAsync<Exception>(() => RoundTripAsync(counter => counter.At = new DateTime(2026, 11, 22, 9, 30, 0, DateTimeKind.Unspecified)));

    [DatabaseFact]
    public async Task Time_OrderedByTheDatabase_IsInOrderOfTime()
    {
        var steps = new[] { 0, 1, 10, 500_000, 999_999, 1_000_000, 60_000_000 };
        foreach (var step in steps.Reverse())
            await RoundTripAsync(counter => (counter.At, counter.Value) = (Start.AddMicroseconds(step), step));
        await using var db = await Contexts.CreateDbContextAsync(Token);
        Assert.Equal(steps.Select(step => (long)step), await db.Counters.OrderBy(row => row.At).Select(row => row.Value).ToListAsync(Token));
        var second = Start.AddSeconds(1);
        Assert.Equal(5, await db.Counters.CountAsync(row => row.At < second, Token));
    }

    [DatabaseFact]
    public async Task Text_WithoutALimit_HoldsLongTextOfManyScripts()
    {
        var text = string.Concat(Enumerable.Repeat("秋芳洞 🐟 아키요시도 𠮷野家 '\"\\ ", 5000));
        Assert.Equal(text, (await RoundTripAsync(counter => counter.Text = text)).Text);
    }

    [DatabaseFact]
    public async Task Number_AtTheEndsOfItsRange_ComesBack()
    {
        Assert.Equal(long.MaxValue, (await RoundTripAsync(counter => counter.Value = long.MaxValue)).Value);
        Assert.Equal(long.MinValue, (await RoundTripAsync(counter => counter.Value = long.MinValue)).Value);
    }

    private async Task<Counter> RoundTripAsync(Action<Counter> fill)
    {
        var counter = new Counter { Id = Guid.CreateVersion7(), At = Clock.UtcMicros() };
        fill(counter);
        await Writer.RunAsync<int>(db =>
        {
            db.Counters.Add(counter);
            return Task.FromResult<Result<int>>(1);
        }, Token);
        return await CounterAsync(counter.Id);
    }
}

public sealed class ColumnsOnSqlite(SqliteFixture database) : ColumnContract(database), IClassFixture<SqliteFixture>;

public sealed class ColumnsOnPostgreSql(PostgreSqlFixture database) : ColumnContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class ColumnsOnSqlServer(SqlServerFixture database) : ColumnContract(database), IClassFixture<SqlServerFixture>;
