using Npgsql;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Testing.Databases;

/// <summary>A database on the server of <c>TOURISM_TEST_POSTGRES</c>, which <c>scripts/test</c> starts.</summary>
public sealed class PostgreSqlFixture : DatabaseFixture
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("TOURISM_TEST_POSTGRES");

    /// <inheritdoc/>
    public override DatabaseProvider Provider => DatabaseProvider.PostgreSql;

    /// <inheritdoc/>
    public override string? Missing => string.IsNullOrEmpty(Server)
        ? "No PostgreSQL: run scripts/test, which starts one, or set TOURISM_TEST_POSTGRES to a connection string that may create databases."
        : null;

    /// <inheritdoc/>
    protected override async Task<string> CreateAsync()
    {
        var own = new NpgsqlConnectionStringBuilder(Server) { Database = FreshName() };
        await RunAsync($"CREATE DATABASE {own.Database}");
        return own.ConnectionString;
    }

    /// <inheritdoc/>
    protected override Task DropAsync()
    {
        var own = new NpgsqlConnectionStringBuilder(ConnectionString);
        return RunAsync($"DROP DATABASE IF EXISTS {own.Database} WITH (FORCE)");
    }

    private static async Task RunAsync(string sql)
    {
        // Pooled connections would outlive the suite and count against the server's limit.
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
