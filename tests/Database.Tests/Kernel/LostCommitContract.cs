using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Tourism.Kernel.Server.Persistence;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Kernel;

/// <summary>The connection breaks just when the database has committed: nobody was told, yet nothing may happen twice.</summary>
public abstract class LostCommitContract(DatabaseFixture database) : KernelSuite(database)
{
    [DatabaseFact]
    public async Task RunAsync_AnswerToCommitLost_RunsAgainAndFindsWhatItWrote()
    {
        var lost = new LosesFirstAnswer(Database.Provider);
        await using var host = NewHost(Clock, services =>
        {
            services.ConfigureDbContext<SqliteTestDbContext>(options => options.AddInterceptors(lost));
            services.ConfigureDbContext<SqlServerTestDbContext>(options => options.AddInterceptors(lost));
            services.ConfigureDbContext<PostgreSqlTestDbContext>(options => options.AddInterceptors(lost));
        });
        var id = Guid.CreateVersion7();
        var result = await host.GetRequiredService<Writer<TestDbContext>>().RunAsync<string>(async db =>
        {
            if (await db.Counters.AnyAsync(row => row.Id == id, Token))
                return "found";
            db.Counters.Add(new Counter { Id = id, At = Start });
            db.Send("key", new Told("it"), Start);
            return "added";
        }, Token);
        Assert.True(lost.Happened);
        Assert.Equal("found", result.Value);
        Assert.Single(await OutboxAsync());
    }

    private static DateTime Start => new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private sealed class LosesFirstAnswer(DatabaseProvider provider) : DbTransactionInterceptor
    {
        public bool Happened { get; private set; }

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData data, CancellationToken ct)
        {
            if (Happened)
                return Task.CompletedTask;
            Happened = true;
            throw provider == DatabaseProvider.Sqlite ? new SqliteException("busy", 5) : new Broken();
        }
    }

    private sealed class Broken() : DbException("The connection is gone.")
    {
        public override bool IsTransient => true;
    }
}

public sealed class LostCommitOnSqlite(SqliteFixture database) : LostCommitContract(database), IClassFixture<SqliteFixture>;

public sealed class LostCommitOnPostgreSql(PostgreSqlFixture database) : LostCommitContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class LostCommitOnSqlServer(SqlServerFixture database) : LostCommitContract(database), IClassFixture<SqlServerFixture>;
