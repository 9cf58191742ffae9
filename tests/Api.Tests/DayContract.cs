using Tourism.Testing.Databases;

namespace Tourism.Api.Tests;

/// <summary>The thin day through the API of a real host, on each database.</summary>
public abstract class DayContract(DatabaseFixture database) : DatabaseSuite(database)
{
    [DatabaseFact]
    public async Task Day_EveryStepOnce_BooksAgree()
    {
        await using var host = await RunningHost.StartAsync(Database);
        using var day = new TheDay(host.Url);

        foreach (var (_, run) in day.Steps)
            await run();

        await day.CheckAsync();
        foreach (var secret in day.Secrets)
            Assert.DoesNotContain(secret, host.Log, StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>Writes may come twice and hosts may die anywhere.</summary>
public abstract class RepeatContract(DatabaseFixture database) : DatabaseSuite(database)
{
    [DatabaseFact]
    public async Task Day_EveryStepTwiceAndAllAgainAtTheEnd_ChangesNothing()
    {
        await using var host = await RunningHost.StartAsync(Database);
        using var day = new TheDay(host.Url);

        foreach (var (_, run) in day.Steps)
        {
            await run();
            await run();
        }

        foreach (var (_, run) in day.Steps)
            await run();
        await day.CheckAsync();
    }
}

/// <summary>A power cut after every step, before anything in the background could run to its end.</summary>
public abstract class CrashContract(DatabaseFixture database) : DatabaseSuite(database)
{
    [DatabaseFact]
    public async Task Day_HostKilledAfterEveryStep_LosesNothing()
    {
        await using var host = await RunningHost.StartAsync(Database);
        using var day = new TheDay(host.Url);

        foreach (var (_, run) in day.Steps)
        {
            await run();
            await host.CrashAsync();
        }

        await day.CheckAsync();
    }
}

public sealed class DayOnSqlite(SqliteFixture database) : DayContract(database), IClassFixture<SqliteFixture>;

public sealed class DayOnPostgreSql(PostgreSqlFixture database) : DayContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class DayOnSqlServer(SqlServerFixture database) : DayContract(database), IClassFixture<SqlServerFixture>;

public sealed class RepeatOnSqlite(SqliteFixture database) : RepeatContract(database), IClassFixture<SqliteFixture>;

public sealed class RepeatOnPostgreSql(PostgreSqlFixture database) : RepeatContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class CrashOnSqlite(SqliteFixture database) : CrashContract(database), IClassFixture<SqliteFixture>;

public sealed class CrashOnPostgreSql(PostgreSqlFixture database) : CrashContract(database), IClassFixture<PostgreSqlFixture>;
