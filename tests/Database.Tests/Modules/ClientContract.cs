using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Access.Clients;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>Keys of other systems by the clock, and what their use writes.</summary>
public abstract class ClientContract(DatabaseFixture database) : SellingSuite(database)
{
    [DatabaseFact]
    public async Task Find_AKeyInUse_IsNotedAtFirstAndThenOnceAMinute()
    {
        var (id, key) = await AddAsync();
        var first = Clock.UtcMicros();
        Assert.Null(await LastUseAsync(id));

        Assert.NotNull(await FindAsync(key));
        Assert.Equal(first, await LastUseAsync(id));
        Clock.Advance(TimeSpan.FromSeconds(50));
        Assert.NotNull(await FindAsync(key));
        Assert.Equal(first, await LastUseAsync(id));
        Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.NotNull(await FindAsync(key));
        Assert.Equal(Clock.UtcMicros(), await LastUseAsync(id));
    }

    /// <summary>A write inside a write is refused, so this shows that the use is written by the one way there is, which queues on SQLite.</summary>
    [DatabaseFact]
    public async Task Find_AKeyNotUsedYet_WritesByTheWriter()
    {
        var (id, key) = await AddAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Get<Writer<PosDbContext>>().RunAsync<bool>(async _ => await FindAsync(key) is null, Token));

        Assert.Null(await LastUseAsync(id));
    }

    private async Task<(Guid Id, string Key)> AddAsync()
    {
        var request = new ClientRequest("OTA", [Scopes.CatalogueRead], BusinessDate.Of(Clock.UtcMicros()));
        var added = await Get<KeepClients>().AddAsync(Guid.CreateVersion7(), request, Admin, Token);
        return (added.Value.Client.Id, added.Value.Key);
    }

    private Task<Client?> FindAsync(string key) => Get<ClientBoard>().FindAsync(key, Token).AsTask();

    private async Task<DateTime?> LastUseAsync(Guid id) => (await Get<KeepClients>().ListAsync(Token)).Single(client => client.Id == id).LastUsedAt;
}

public sealed class ClientsOnSqlite(SqliteFixture database) : ClientContract(database), IClassFixture<SqliteFixture>;

public sealed class ClientsOnPostgreSql(PostgreSqlFixture database) : ClientContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class ClientsOnSqlServer(SqlServerFixture database) : ClientContract(database), IClassFixture<SqlServerFixture>;
