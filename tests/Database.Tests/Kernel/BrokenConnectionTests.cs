using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Kernel;

/// <summary>A server that drops connections, as in a fail-over.</summary>
public sealed class BrokenConnectionTests(PostgreSqlFixture database) : KernelSuite(database), IClassFixture<PostgreSqlFixture>
{
    [DatabaseFact]
    public async Task RunAsync_ServerDropsTheConnection_RunsAgainOnANewOne()
    {
        var id = await NewCounterAsync();
        var tries = 0;
        var result = await Writer.RunAsync<long>(async db =>
        {
            var counter = await db.Counters.SingleAsync(row => row.Id == id, Token);
            if (++tries == 1)
                await DropAllAsync();
            return ++counter.Value;
        }, Token);
        Assert.Equal((2, 1), (tries, result.Value));
        Assert.Equal(1, (await CounterAsync(id)).Value);
    }

    private async Task DropAllAsync()
    {
        await using var connection = new NpgsqlConnection(Database.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", connection);
        await command.ExecuteNonQueryAsync(Token);
    }
}
