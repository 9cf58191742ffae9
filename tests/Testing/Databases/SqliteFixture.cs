using Microsoft.Data.Sqlite;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Testing.Databases;

/// <summary>A file of the suite's own. Always there.</summary>
public sealed class SqliteFixture : DatabaseFixture
{
    /// <inheritdoc/>
    public override DatabaseProvider Provider => DatabaseProvider.Sqlite;

    /// <inheritdoc/>
    public override string? Missing => null;

    /// <inheritdoc/>
    protected override Task<string> CreateAsync() => Task.FromResult($"Data Source={Path.Combine(Folder, "tourism.db")}");

    /// <summary>The file goes with the folder.</summary>
    protected override Task DropAsync()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
        return Task.CompletedTask;
    }
}
