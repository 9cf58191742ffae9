using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tourism.Kernel.Server.Persistence;
using Tourism.Testing;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Kernel;

/// <summary>What is special about the embedded database.</summary>
public sealed class SqliteTests(SqliteFixture database) : KernelSuite(database), IClassFixture<SqliteFixture>
{
    [DatabaseFact]
    public async Task EnterAsync_OneFileNamedInTwoWays_LetsOneIn()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Path("tourism.db");
        var first = await Dialect.Sqlite.EnterAsync($"Data Source={file}", Token);
        var second = Dialect.Sqlite.EnterAsync($"DataSource={Path.GetRelativePath(".", file)};Pooling=false", Token).AsTask();
        Assert.False(second.IsCompleted);
        first!.Dispose();
        (await second)!.Dispose();
    }

    [DatabaseFact]
    public async Task EnterAsync_TwoFiles_LetsBothIn()
    {
        using var first = await Dialect.Sqlite.EnterAsync("Data Source=one.db", Token);
        using var second = await Dialect.Sqlite.EnterAsync("Data Source=two.db", Token).AsTask().WaitAsync(TimeSpan.FromSeconds(5), Token);
    }

    [DatabaseFact]
    public async Task Connection_EveryTimeItIsOpened_WritesAheadSyncsFullyAndChecksReferences()
    {
        for (var opened = 0; opened < 3; opened++)
        {
            await using var db = await Contexts.CreateDbContextAsync(Token);
            Assert.Equal("wal", await PragmaAsync<string>(db, "journal_mode"));
            Assert.Equal("2", await PragmaAsync<string>(db, "synchronous"));
            Assert.Equal("1", await PragmaAsync<string>(db, "foreign_keys"));
        }
    }

    [DatabaseFact]
    public async Task MigrateAsync_EarlierHostDiedWhileMigrating_DoesNotWaitForIt()
    {
        await using (var db = await Contexts.CreateDbContextAsync(Token))
        {
            await db.Database.ExecuteSqlAsync($"CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL)", Token);
            await db.Database.ExecuteSqlAsync($"INSERT INTO __EFMigrationsLock VALUES (1, '2026-11-22 00:00:00')", Token);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        await Services.GetRequiredService<ISchema>().MigrateAsync(patience.Token);
    }

    private static async Task<T> PragmaAsync<T>(TestDbContext db, string name)
    {
        await db.Database.OpenConnectionAsync(Token);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return (T)Convert.ChangeType(await command.ExecuteScalarAsync(Token), typeof(T), System.Globalization.CultureInfo.InvariantCulture)!;
    }
}
