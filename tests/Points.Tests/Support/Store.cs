using Microsoft.Data.Sqlite;
using Npgsql;
using Tourism.Kernel.Server.Persistence;
using Xunit;

namespace Tourism.Points.Tests.Support;

/// <summary>An empty database of one kind, gone when disposed.</summary>
public abstract class Store(DatabaseProvider provider) : IAsyncDisposable
{
    public DatabaseProvider Provider { get; } = provider;

    public abstract string ConnectionString { get; }

    public abstract ValueTask CreateAsync();

    public abstract ValueTask DisposeAsync();
}

public sealed class SqliteStore() : Store(DatabaseProvider.Sqlite)
{
    private readonly string _folder = Directory.CreateTempSubdirectory("points-db-").FullName;

    public override string ConnectionString => $"Data Source={Path.Combine(_folder, "points.db")}";

    public override ValueTask CreateAsync() => ValueTask.CompletedTask;

    public override ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection(ConnectionString))
            SqliteConnection.ClearPool(connection);
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>A new database on the server that <see cref="Variable"/> names; without it these tests are skipped by name.</summary>
public sealed class PostgreSqlStore() : Store(DatabaseProvider.PostgreSql)
{
    public const string Variable = "TOURISM_TEST_POSTGRES";
    private readonly string? _server = Environment.GetEnvironmentVariable(Variable);
    private readonly string _database = "points_" + Guid.CreateVersion7().ToString("N");

    public override string ConnectionString => new NpgsqlConnectionStringBuilder(_server) { Database = _database }.ConnectionString;

    public override async ValueTask CreateAsync()
    {
        Assert.SkipWhen(_server is null, $"No PostgreSQL: set {Variable} to a connection string that may create databases.");
        await RunAsync($"CREATE DATABASE {_database}");
    }

    public override async ValueTask DisposeAsync()
    {
        if (_server is null)
            return;
        await using (var connection = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(connection);
        await RunAsync($"DROP DATABASE IF EXISTS {_database} WITH (FORCE)");
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
