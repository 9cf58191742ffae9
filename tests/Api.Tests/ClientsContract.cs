using System.Net;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;

namespace Tourism.Api.Tests;

/// <summary>Other systems come in by keys that can do little, end by themselves and are shown once.</summary>
public abstract class ClientsContract(DatabaseFixture database) : DatabaseSuite(database)
{
    private const string Clients = "/api/v1/clients";
    private const string Catalogue = "/api/v1/catalogue";

    private static DateOnly Today => BusinessDate.Of(TimeProvider.System.UtcMicros());

    [DatabaseFact]
    public async Task Key_OpensItsScopeAtItsPlaceUntilItIsEnded()
    {
        await using var host = await RunningHost.StartAsync(Database);
        using var admin = await Staff.SignInAsync(host.Url, "admin");
        await BadRequestsNameTheirFieldAsync(admin);
        await ItSellsOnItsTillOnlyAsync(host, admin);
        var (id, key) = await ReadsUnderTwoKeysAsync(host, admin);
        await TooManyCallsAreRefusedAsync(host, admin);
        await EndedItOpensNothingAsync(host, admin, id, key);
        var view = (await admin.GetAsync<IReadOnlyList<ClientView>>(Clients)).Single(client => client.Id == id);
        Assert.Equal(ClientState.Ended, view.State);
        Assert.NotNull(view.LastUsedAt);
        Assert.DoesNotContain(key, host.Log, StringComparison.Ordinal);
    }

    private static async Task BadRequestsNameTheirFieldAsync(Staff admin)
    {
        var good = new ClientRequest("OTA", [Scopes.CatalogueRead], Today);
        foreach (var (field, request) in new (string, ClientRequest)[]
        {
            ("name", good with { Name = " " }), ("name", good with { Name = new string('x', 51) }), ("scopes", good with { Scopes = [] }), ("scopes", good with { Scopes = ["everything"] }),
            ("scopes", good with { Scopes = [Scopes.SalesRead, Scopes.SalesRead] }), ("expiresOn", good with { ExpiresOn = Today.AddDays(-1) }), ("expiresOn", good with { ExpiresOn = Today.AddYears(2).AddDays(1) }),
            ("perMinute", good with { PerMinute = 0 }), ("site", good with { Site = "nowhere" }), ("scopes", good with { Scopes = [Scopes.FiguresRead], Site = "momiji" }),
            ("till", good with { Scopes = [Scopes.SalesWrite] }), ("till", good with { Till = "momiji-1", Site = "momiji" }), ("till", good with { Scopes = [Scopes.SalesWrite], Site = "momiji", Till = "akiyoshido-1" }),
        })
            Assert.Contains($"field: {field}", await admin.RefusedAsync(HttpMethod.Put, $"{Clients}/{Guid.CreateVersion7()}", request, "wrong-client"), StringComparison.Ordinal);
        await admin.RefusedAsync(HttpMethod.Put, $"{Clients}/{Guid.CreateVersion7()}/key", new { }, "unknown-client");
    }

    private static async Task ItSellsOnItsTillOnlyAsync(RunningHost host, Staff admin)
    {
        var added = await admin.PutAsync<ClientKeyView>($"{Clients}/{Guid.CreateVersion7()}", new ClientRequest("booking", [Scopes.SalesWrite, Scopes.SalesRead], Today, "momiji", "momiji-1"));
        using var system = Staff.WithKey(host.Url, added.Key);
        await system.PutAsync<EpochView>($"/api/v1/tills/momiji-1/epochs/{Guid.CreateVersion7()}", new { });
        await system.RefusedAsync(HttpMethod.Put, $"/api/v1/tills/akiyoshido-1/epochs/{Guid.CreateVersion7()}", new { }, "other-place");
        await system.RefusedAsync(HttpMethod.Get, Catalogue, new { }, "not-in-scope");
        await system.RefusedAsync(HttpMethod.Put, $"{Clients}/{Guid.CreateVersion7()}", new { }, "not-in-scope");
        await system.RefusedAsync(HttpMethod.Put, "/api/v1/session/second-factor", new { }, "not-in-scope");
    }

    /// <summary>A repeat of a lost answer gives another key; after a rotation both work.</summary>
    private static async Task<(Guid Id, string Key)> ReadsUnderTwoKeysAsync(RunningHost host, Staff admin)
    {
        var (id, request) = (Guid.CreateVersion7(), new ClientRequest("OTA", [Scopes.CatalogueRead, Scopes.AuditRead], Today));
        var lost = await admin.PutAsync<ClientKeyView>($"{Clients}/{id}", request);
        var first = await admin.PutAsync<ClientKeyView>($"{Clients}/{id}", request);
        await OpensAsync(host, lost.Key, HttpStatusCode.Unauthorized);
        await OpensAsync(host, first.Key, HttpStatusCode.OK);
        await admin.RefusedAsync(HttpMethod.Put, $"{Clients}/{id}", request, "id-reused");

        var second = await admin.PutAsync<ClientKeyView>($"{Clients}/{id}/key", new { });

        Assert.NotNull(second.Client.OldKeyUntil);
        await OpensAsync(host, first.Key, HttpStatusCode.OK);
        await OpensAsync(host, second.Key, HttpStatusCode.OK);
        await OpensAsync(host, second.Key + "0", HttpStatusCode.Unauthorized);
        return (id, second.Key);
    }

    private static async Task TooManyCallsAreRefusedAsync(RunningHost host, Staff admin)
    {
        var added = await admin.PutAsync<ClientKeyView>($"{Clients}/{Guid.CreateVersion7()}", new ClientRequest("loop", [Scopes.CatalogueRead], Today, PerMinute: 3));
        using var system = Staff.WithKey(host.Url, added.Key);
        var codes = new List<HttpStatusCode>();
        for (var call = 0; call < 8; call++)
        {
            using var answer = await system.SendAsync(HttpMethod.Get, Catalogue);
            codes.Add(answer.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, codes);
        Assert.Equal(HttpStatusCode.OK, codes[0]);
    }

    private static async Task EndedItOpensNothingAsync(RunningHost host, Staff admin, Guid id, string key)
    {
        await admin.PutAsync<ClientView>($"{Clients}/{id}/end", new { });
        await admin.PutAsync<ClientView>($"{Clients}/{id}/end", new { });
        await OpensAsync(host, key, HttpStatusCode.Unauthorized);
        await admin.RefusedAsync(HttpMethod.Put, $"{Clients}/{id}/key", new { }, "client-ended");
        var told = (await admin.GetAsync<AuditPage>("/api/v1/audit?subject=OTA")).Items.Select(item => item.Deed);
        Assert.Equal([Deed.ClientRefused, Deed.ClientEnded, Deed.ClientKeyRotated, Deed.ClientAdded], told);
    }

    private static async Task OpensAsync(RunningHost host, string key, HttpStatusCode expected)
    {
        using var system = Staff.WithKey(host.Url, key);
        using var answer = await system.SendAsync(HttpMethod.Get, Catalogue);
        Assert.Equal(expected, answer.StatusCode);
    }
}

public sealed class ClientsOnSqlite(SqliteFixture database) : ClientsContract(database), IClassFixture<SqliteFixture>;

public sealed class ClientsOnPostgreSql(PostgreSqlFixture database) : ClientsContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class ClientsOnSqlServer(SqlServerFixture database) : ClientsContract(database), IClassFixture<SqlServerFixture>;
