using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Tourism.Kernel.Server.Persistence;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Schema;

/// <summary>The migrations of every module, on a real database.</summary>
public abstract class MigrationContract(DatabaseFixture database) : DatabaseSuite(database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [DatabaseFact]
    public Task MigrateAsync_EmptyDatabase_HasEveryColumnOfTheModel() => ForEachModuleAsync(async (db, schema) =>
    {
        await schema.MigrateAsync(Token);
        Assert.Empty(await schema.MissingAsync(Token));
        foreach (var table in db.Model.GetRelationalModel().Tables)
            Assert.Empty(await new Rows(db).ReadAsync(table.Name, table.Columns.Select(column => column.Name)));
    });

    [DatabaseFact]
    public Task MigrateAsync_OldestVersionWithRows_KeepsThem() => ForEachModuleAsync(async (db, schema) =>
    {
        var first = db.Database.GetMigrations().First();
        await db.GetService<IMigrator>().MigrateAsync(first, Token);
        var rows = new Rows(db);
        var oldModel = ModelAfter(db, first);
        var before = await rows.FillAsync(oldModel);
        Assert.NotEmpty(before);
        await schema.MigrateAsync(Token);
        Assert.Empty(await schema.MissingAsync(Token));
        foreach (var (table, columns) in before)
        {
            var now = db.Model.GetRelationalModel().Tables.Single(one => one.Name == table).Columns.Select(column => column.Name);
            var kept = columns.Keys.Intersect(now).ToList();
            var row = Assert.Single(await rows.ReadAsync(table, kept));
            Assert.Equal(kept.Select(name => (name, columns[name])), kept.Select(name => (name, row[name])));
        }
    });

    [DatabaseFact]
    public Task MigrateAsync_AllTheWayBack_LeavesNothingAndCanComeAgain() => ForEachModuleAsync(async (db, schema) =>
    {
        await schema.MigrateAsync(Token);
        await db.GetService<IMigrator>().MigrateAsync(Migration.InitialDatabase, Token);
        Assert.Equal(db.Database.GetMigrations(), await schema.MissingAsync(Token));
        foreach (var table in db.Model.GetRelationalModel().Tables)
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => new Rows(db).ReadAsync(table.Name, table.Columns.Select(column => column.Name)));
        await schema.MigrateAsync(Token);
        Assert.Empty(await schema.MissingAsync(Token));
    });

    private static IRelationalModel ModelAfter(ModuleDbContext db, string id)
    {
        var migrations = db.GetService<IMigrationsAssembly>();
        var migration = migrations.CreateMigration(migrations.Migrations[id], db.Database.ProviderName!);
        return db.GetService<IModelRuntimeInitializer>().Initialize(migration.TargetModel, designTime: true).GetRelationalModel();
    }

    /// <summary>Each module starts from a schema of nothing, beside the others in one database as in production.</summary>
    private async Task ForEachModuleAsync(Func<ModuleDbContext, ISchema, Task> check)
    {
        foreach (var prefix in Modules.Prefixes)
        {
            await using var services = Database.Services(services => Modules.Add(services, prefix));
            await using var db = Modules.Open(services, prefix);
            await EmptyAsync(db);
            await check(db, services.GetRequiredService<ISchema>());
        }
    }

    private static async Task EmptyAsync(ModuleDbContext db)
    {
        if (await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(Token))
            await db.GetService<IMigrator>().MigrateAsync(Migration.InitialDatabase, Token);
    }
}

public sealed class MigrationsOnSqlite(SqliteFixture database) : MigrationContract(database), IClassFixture<SqliteFixture>;

public sealed class MigrationsOnPostgreSql(PostgreSqlFixture database) : MigrationContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class MigrationsOnSqlServer(SqlServerFixture database) : MigrationContract(database), IClassFixture<SqlServerFixture>;
