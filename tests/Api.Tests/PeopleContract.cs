using System.Net;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;

namespace Tourism.Api.Tests;

/// <summary>An administrator adds people, gives them posts, lets them in and shuts them out.</summary>
public abstract class PeopleContract(DatabaseFixture database) : DatabaseSuite(database)
{
    private static readonly PostView Counter = new([Roles.TicketStaff], "akiyoshido", "akiyoshido-1");
    private static readonly PostView Shop = new([Roles.ShopOwner], "momiji", "momiji-1");
    private static readonly PostView Office = new([Roles.Administrator]);

    [DatabaseFact]
    public async Task Administrator_RunsTheStaff_WithoutTouchingTheDatabase()
    {
        await using var host = await NewCity.StartAsync(Database);
        using var admin = await NewCity.AcceptAsync(host.Url, NewInstallation.TokenIn(host.Log));
        await BadRequestsAreRefusedAsync(admin);

        var (id, account) = await AddAsync(admin, "hana", Counter, Shop);
        using var hana = await NewCity.AcceptAsync(host.Url, await InviteAsync(admin, id));
        await SheWorksAtHerPostsOnlyAsync(hana);
        await TwoAdministratorsDoNotOverwriteEachOtherAsync(admin, id, account);
        await SheIsSignedOutByTheChangeAsync(hana);
        await ShutOutAndInAgainAsync(host.Url, admin, id);
        await ANewPasswordAsksForTheCodeAllTheSameAsync(host.Url, admin);
        await TheLastAdministratorStaysAsync(host.Url, admin);
    }

    private static async Task BadRequestsAreRefusedAsync(Staff admin)
    {
        foreach (var (field, request) in new (string, AccountRequest)[]
        {
            ("name", new("Hana", "花", [Counter])), ("name", new("ha", "花", [Counter])), ("name", new("hana\n", "花", [Counter])), ("posts[0].roles", new("hana", "花", [null!])), ("displayName", new("hana", " ", [Counter])),
            ("posts", new("hana", "花", [])), ("posts[0].roles", new("hana", "花", [new(["king"])])), ("posts[0].roles", new("hana", "花", [new([])])),
            ("posts[0].roles", new("hana", "花", [new([Roles.Auditor, Roles.Administrator])])), ("posts[1].site", new("hana", "花", [Counter, new([Roles.ShopStaff], "nowhere", "x")])),
            ("posts[0].till", new("hana", "花", [new([Roles.ShopStaff], "momiji")])), ("posts[0].till", new("hana", "花", [new([Roles.ShopStaff], "momiji", "akiyoshido-1")])),
            ("posts[0].gate", new("hana", "花", [new([Roles.GateStaff], "akiyoshido")])),
        })
        {
            var answer = await admin.RefusedAsync(HttpMethod.Put, $"/api/v1/accounts/{Guid.CreateVersion7()}", request, "wrong-" + (field == "displayName" ? "display-name" : "account"));
            Assert.Contains($"field: {field}", answer, StringComparison.Ordinal);
        }

        await admin.RefusedAsync(HttpMethod.Put, $"/api/v1/accounts/{Guid.CreateVersion7()}", new AccountRequest(NewCity.Administrator, "二人目", [Office]), "name-taken");
        await admin.RefusedAsync(HttpMethod.Put, $"/api/v1/accounts/{Guid.CreateVersion7()}/invitation", new InvitationRequest(false), "unknown-account");
        Assert.Single(await admin.GetAsync<IReadOnlyList<AccountView>>("/api/v1/accounts"));
    }

    private static async Task<(Guid Id, AccountView Account)> AddAsync(Staff admin, string name, params PostView[] posts)
    {
        var (id, request) = (Guid.CreateVersion7(), new AccountRequest(name, "窓口 花", posts));
        var added = await admin.PutAsync<AccountView>($"/api/v1/accounts/{id}", request);
        var again = await admin.PutAsync<AccountView>($"/api/v1/accounts/{id}", request);
        Assert.Equal((AccountState.New, added.Version), (added.State, again.Version));
        return (id, added);
    }

    /// <summary>Only the later of two links counts.</summary>
    private static async Task<string> InviteAsync(Staff admin, Guid id)
    {
        var first = await admin.PutAsync<InvitationView>($"/api/v1/accounts/{id}/invitation", new InvitationRequest(false));
        var second = await admin.PutAsync<InvitationView>($"/api/v1/accounts/{id}/invitation", new InvitationRequest(false));
        Assert.NotEqual(first.Link, second.Link);
        await admin.RefusedAsync(HttpMethod.Post, NewCity.Session + "/invitation", new InvitationAnswer(NewInstallation.TokenIn(first.Link), NewCity.Password), "dead-invitation");
        return NewInstallation.TokenIn(second.Link);
    }

    private static async Task SheWorksAtHerPostsOnlyAsync(Staff hana)
    {
        var session = await hana.GetAsync<SessionView>(NewCity.Session);
        Assert.Equal(("hana", false, 2), (session.Person!.Code, session.SecondFactorDue, session.Posts!.Count));
        await hana.GetAsync<JournalView>("/api/v1/tills/akiyoshido-1/journal");
        await hana.RefusedAsync(HttpMethod.Get, "/api/v1/tills/momiji-1/journal", new { }, "other-place");
        await hana.RefusedAsync(HttpMethod.Put, NewCity.Session + "/post", new PostChoice(2), "no-such-post");

        var moved = await hana.PutAsync<SessionView>(NewCity.Session + "/post", new PostChoice(1));

        Assert.Equal((Roles.ShopOwner, "momiji-1"), (moved.Person!.Roles.Single(), moved.Person.Till));
        await hana.GetAsync<JournalView>("/api/v1/tills/momiji-1/journal");
        await hana.RefusedAsync(HttpMethod.Get, "/api/v1/tills/akiyoshido-1/journal", new { }, "other-place");
        using var office = await hana.SendAsync(HttpMethod.Get, "/api/v1/accounts");
        Assert.Equal(HttpStatusCode.Forbidden, office.StatusCode);
    }

    private static async Task TwoAdministratorsDoNotOverwriteEachOtherAsync(Staff admin, Guid id, AccountView seen)
    {
        var now = (await admin.GetAsync<IReadOnlyList<AccountView>>("/api/v1/accounts")).Single(account => account.Id == id);
        Assert.Equal(AccountState.Active, now.State);
        await admin.PutAsync<AccountView>($"/api/v1/accounts/{id}", new AccountRequest("hana", "窓口 花子", [Counter], now.Version));

        var stale = new AccountRequest("hana", "窓口 はな", [Shop], seen.Version);
        Assert.Contains("窓口 花子", await admin.RefusedAsync(HttpMethod.Put, $"/api/v1/accounts/{id}", stale, "account-changed"), StringComparison.Ordinal);
        await admin.RefusedAsync(HttpMethod.Put, $"/api/v1/accounts/{id}", new AccountRequest("hanako", "窓口 花子", [Shop], now.Version + 1), "name-stays");
    }

    private static async Task SheIsSignedOutByTheChangeAsync(Staff hana)
    {
        for (var tries = 0; tries < 100 && (await hana.GetAsync<SessionView>(NewCity.Session)).Person is not null; tries++)
            await Task.Delay(100);
        Assert.Null((await hana.GetAsync<SessionView>(NewCity.Session)).Person);
    }

    private static async Task ShutOutAndInAgainAsync(Uri host, Staff admin, Guid id)
    {
        using var hana = Staff.Nobody(host);
        await hana.PostAsync<SessionView>(NewCity.Session + "/password", new PasswordSignIn("hana", NewCity.Password));
        Assert.Equal(AccountState.Disabled, (await admin.PutAsync<AccountView>($"/api/v1/accounts/{id}/disabling", new AccountDisabling(true))).State);
        await SheIsSignedOutByTheChangeAsync(hana);
        await hana.RefusedAsync(HttpMethod.Post, NewCity.Session + "/password", new PasswordSignIn("hana", NewCity.Password), "wrong-sign-in");
        await admin.RefusedAsync(HttpMethod.Put, $"/api/v1/accounts/{id}/invitation", new InvitationRequest(false), "account-disabled");
        await admin.PutAsync<AccountView>($"/api/v1/accounts/{id}/disabling", new AccountDisabling(false));
        Assert.Equal("hana", (await hana.PostAsync<SessionView>(NewCity.Session + "/password", new PasswordSignIn("hana", NewCity.Password))).Person!.Code);
    }

    /// <summary>Whoever intercepts a link for a new password still lacks the phone.</summary>
    private static async Task ANewPasswordAsksForTheCodeAllTheSameAsync(Uri host, Staff admin)
    {
        var (id, _) = await AddAsync(admin, "sato", new PostView([Roles.PointsClerk]));
        using var sato = await NewCity.AcceptAsync(host, await InviteAsync(admin, id));
        await sato.GetAsync<object>("/api/v1/points/programmes");
        using var thief = Staff.Nobody(host);
        var token = await InviteAsync(admin, id);
        await thief.RefusedAsync(HttpMethod.Post, NewCity.Session + "/invitation", new InvitationAnswer(token, NewCity.Password + "!"), "code-needed");
        Assert.Null((await thief.GetAsync<SessionView>(NewCity.Session)).Person);
        var lost = await admin.PutAsync<InvitationView>($"/api/v1/accounts/{id}/invitation", new InvitationRequest(ForgetSecondFactor: true));
        using var again = await NewCity.AcceptAsync(host, NewInstallation.TokenIn(lost.Link));
        await again.GetAsync<object>("/api/v1/points/programmes");
    }

    private static async Task TheLastAdministratorStaysAsync(Uri host, Staff admin)
    {
        var first = (await admin.GetAsync<IReadOnlyList<AccountView>>("/api/v1/accounts")).Single(account => account.Name == NewCity.Administrator);
        var path = $"/api/v1/accounts/{first.Id}";
        await admin.RefusedAsync(HttpMethod.Put, path + "/disabling", new AccountDisabling(true), "last-administrator");
        await admin.RefusedAsync(HttpMethod.Put, path + "/invitation", new InvitationRequest(true), "last-administrator");
        await admin.RefusedAsync(HttpMethod.Put, path, new AccountRequest(first.Name, first.DisplayName, [Counter], first.Version), "last-administrator");

        // Each shuts the other out at the same moment: one of them stays.
        var (id, _) = await AddAsync(admin, "mamoru", Office);
        await admin.RefusedAsync(HttpMethod.Put, path + "/disabling", new AccountDisabling(true), "last-administrator");
        using var second = await NewCity.AcceptAsync(host, await InviteAsync(admin, id));
        var each = await Task.WhenAll(ShutOutAsync(second, first.Id), ShutOutAsync(admin, id));
        Assert.Single(each, status => status == HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> ShutOutAsync(Staff staff, Guid account)
    {
        using var answer = await staff.SendAsync(HttpMethod.Put, $"/api/v1/accounts/{account}/disabling", new AccountDisabling(true));
        return answer.StatusCode;
    }
}

public sealed class PeopleOnSqlite(SqliteFixture database) : PeopleContract(database), IClassFixture<SqliteFixture>;

public sealed class PeopleOnPostgreSql(PostgreSqlFixture database) : PeopleContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class PeopleOnSqlServer(SqlServerFixture database) : PeopleContract(database), IClassFixture<SqlServerFixture>;
