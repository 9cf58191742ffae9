using Microsoft.Data.SqlClient;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Testing.Databases;

/// <summary>A database on the server of <c>TOURISM_TEST_SQLSERVER</c>. It is licensed and large, so no machine has to have it.</summary>
public sealed class SqlServerFixture : DatabaseFixture
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("TOURISM_TEST_SQLSERVER");

    /// <inheritdoc/>
    public override DatabaseProvider Provider => DatabaseProvider.SqlServer;

    /// <inheritdoc/>
    public override bool NeededInCi => false;

    /// <inheritdoc/>
    public override string? Missing => string.IsNullOrEmpty(Server)
        ? "No SQL Server: set TOURISM_TEST_SQLSERVER to a connection string that may create databases. Its schema is checked offline all the same."
        : null;

    /// <inheritdoc/>
    protected override async Task<string> CreateAsync()
    {
        var own = new SqlConnectionStringBuilder(Server) { InitialCatalog = FreshName() };
        await RunAsync($"CREATE DATABASE [{own.InitialCatalog}]");
        return own.ConnectionString;
    }

    /// <inheritdoc/>
    protected override Task DropAsync()
    {
        var name = new SqlConnectionStringBuilder(ConnectionString).InitialCatalog;
        return RunAsync($"ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{name}]");
    }

    private static async Task RunAsync(string sql)
    {
        await using var connection = new SqlConnection(new SqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new SqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
