using System.Net;
using System.Text;
using System.Text.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;

namespace Tourism.Api.Tests;

/// <summary>An administrator who has a passkey and nothing else, and everybody who would like to have it.</summary>
public abstract class PasskeyContract(DatabaseFixture database) : DatabaseSuite(database)
{
    private const string Session = NewCity.Session;
    private const string SignIn = Session + "/passkey";
    private const string Own = Session + "/passkeys";
    private const string Origin = "https://pay.city.example";

    [DatabaseFact]
    public async Task Passkey_AloneOpensTheOffice_AndNothingLikeItDoes()
    {
        await using var host = await NewCity.StartAsync(Database);
        using var admin = Staff.Nobody(host.Url);
        using var key = new SecurityKey(Origin);
        await admin.PostAsync<SessionView>(Session + "/invitation", new InvitationAnswer(NewInstallation.TokenIn(host.Log), NewCity.Password));

        var codes = await AddFirstAsync(admin, key);
        await SignInAsync(host.Url, key);
        await EveryWrongPasskeySoundsTheSameAsync(host.Url, key);
        await ThePasswordAsksForItAsync(host.Url, codes);
        await OneTakesTheOthersPlaceAsync(host.Url, admin, key);
        await NobodyShutOutOrInvitedAnewComesInAsync(host, admin);
        await AnAppIsAddedLaterAsync(host.Url, admin, codes);
        await TheTrailTellsAsync(admin);
    }

    private static async Task TheTrailTellsAsync(Staff admin)
    {
        var trail = (await admin.GetAsync<AuditPage>("/api/v1/audit?take=200")).Items;
        Assert.Equal(3, trail.Count(entry => entry.Deed == Deed.PasskeyAdded));
        Assert.Equal(NewCity.Administrator, trail.Single(entry => entry.Deed == Deed.PasskeyRemoved).Person);
        Assert.Contains(trail, entry => entry is { Deed: Deed.SignedIn, Person: "hana" });
        Assert.Single(trail, entry => entry is { Deed: Deed.SecondFactorOn, Person: NewCity.Administrator });
        var link = trail.First(entry => entry is { Deed: Deed.Invited, Subject: "hana" });
        Assert.Equal((1, 0, false), (link.Before!.Value.GetProperty("passkeys").GetInt32(), link.After!.Value.GetProperty("passkeys").GetInt32(), link.After!.Value.GetProperty("forgetSecondFactor").GetBoolean()));
        Assert.Contains(trail, entry => entry is { Deed: Deed.SignInRefused, Subject: "hana", Person: null });
        Assert.True(trail.Count(entry => entry is { Deed: Deed.SignInRefused, Subject: "passkey" }) >= 11);
    }

    private static async Task NobodyShutOutOrInvitedAnewComesInAsync(RunningHost host, Staff admin)
    {
        var path = $"/api/v1/accounts/{Guid.CreateVersion7()}";
        await admin.PutAsync<AccountView>(path, new AccountRequest("hana", "窓口 花", [new PostView([Roles.TicketStaff], "akiyoshido", "akiyoshido-1")]));
        using var hana = await NewCity.AcceptAsync(host.Url, await InviteAsync(admin, path));
        using var key = new SecurityKey(Origin);
        var added = await AddAsync(hana, key);
        Assert.Null(added.Codes);
        await SignInAsync(host.Url, key);

        await admin.PutAsync<AccountView>(path + "/disabling", new AccountDisabling(true));
        var shutOut = await RefusedAsync(host.Url, key);
        await admin.PutAsync<AccountView>(path + "/disabling", new AccountDisabling(false));
        await SignInAsync(host.Url, key);
        var token = await InviteAsync(admin, path);
        using var again = await NewCity.AcceptAsync(host.Url, token);

        Assert.Equal(shutOut, await RefusedAsync(host.Url, key));
        Assert.Empty(await again.GetAsync<IReadOnlyList<PasskeyView>>(Own));
    }

    /// <summary>They keep their roles meanwhile; the new recovery codes end the earlier ones.</summary>
    private static async Task AnAppIsAddedLaterAsync(Uri host, Staff admin, IReadOnlyList<string> codes)
    {
        const string Factor = Session + "/second-factor";
        Assert.False((await admin.GetAsync<SecondFactorStateView>(Factor)).App);
        var secret = (await admin.PutAsync<SecondFactorView>(Factor, new { })).Secret;
        Assert.Equal([Roles.Administrator], (await admin.GetAsync<SessionView>(Session)).Person!.Roles);
        await admin.RefusedAsync(HttpMethod.Put, Factor + "/confirmation", new SecondFactorCode("000000"), "wrong-code");
        Assert.False((await admin.GetAsync<SecondFactorStateView>(Factor)).App);
        var renewed = await admin.PutAsync<RecoveryCodesView>(Factor + "/confirmation", new SecondFactorCode(Authenticator.Code(secret)));
        Assert.Equal((10, true), (renewed.Codes.Except(codes).Count(), (await admin.GetAsync<SecondFactorStateView>(Factor)).App));
        using var browser = Staff.Nobody(host);
        await browser.RefusedAsync(HttpMethod.Post, Session + "/password", new PasswordSignIn(NewCity.Administrator, NewCity.Password, codes[1]), "wrong-sign-in");
        var session = await browser.PostAsync<SessionView>(Session + "/password", new PasswordSignIn(NewCity.Administrator, NewCity.Password, Authenticator.Code(secret, later: 1)));
        Assert.Equal([Roles.Administrator], session.Person!.Roles);
        using var nobody = Staff.Nobody(host);
        using var answer = await nobody.SendAsync(HttpMethod.Get, Factor);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static async Task<IReadOnlyList<string>> AddFirstAsync(Staff admin, SecurityKey key)
    {
        Assert.True((await admin.GetAsync<SessionView>(Session)).SecondFactorDue);
        key.Verifies = false;
        await NotAddedAsync(admin, key);
        (key.Verifies, key.Origin) = (true, "https://pay.city.example.thief.example");
        await NotAddedAsync(admin, key);
        key.Origin = Origin;
        var credential = key.Make((await admin.PutAsync<PasskeyOptionsView>(Own + "/options", new { })).Options);
        var added = await admin.PutAsync<PasskeyAddedView>(Own, new PasskeyRequest(" 事務所の PC ", credential));
        var again = await admin.PutAsync<PasskeyAddedView>(Own, new PasskeyRequest("事務所の PC", credential));

        Assert.Equal((key.Id, "事務所の PC", 10), (added.Passkey.Id, added.Passkey.Name, added.Codes!.Distinct().Count()));
        Assert.Equal((added.Passkey, null), (again.Passkey, again.Codes));
        Assert.Equal([Roles.Administrator], (await admin.GetAsync<SessionView>(Session)).Person!.Roles);
        await admin.RefusedAsync(HttpMethod.Put, Own, new PasskeyRequest(" ", credential), "wrong-display-name");
        await admin.RefusedAsync(HttpMethod.Put, Own, new PasskeyRequest("x", new string('x', 30_000)), "unusable-passkey");
        return added.Codes!;
    }

    private static async Task NotAddedAsync(Staff staff, SecurityKey key)
    {
        var options = (await staff.PutAsync<PasskeyOptionsView>(Own + "/options", new { })).Options;
        await staff.RefusedAsync(HttpMethod.Put, Own, new PasskeyRequest("x", key.Make(options)), "unusable-passkey");
    }

    private static async Task<PasskeyAddedView> AddAsync(Staff staff, SecurityKey key) => await staff.PutAsync<PasskeyAddedView>(
        Own, new PasskeyRequest("鍵", key.Make((await staff.PutAsync<PasskeyOptionsView>(Own + "/options", new { })).Options)));

    private static async Task<string> InviteAsync(Staff admin, string path) =>
        NewInstallation.TokenIn((await admin.PutAsync<InvitationView>(path + "/invitation", new InvitationRequest(false))).Link);

    private static async Task SignInAsync(Uri host, SecurityKey key)
    {
        using var browser = Staff.Nobody(host);
        var session = await browser.PostAsync<SessionView>(SignIn, new PasskeySignIn(key.Use(await OptionsAsync(browser))));
        Assert.NotEmpty(session.Person!.Roles);
        Assert.False(session.SecondFactorDue);
    }

    private static async Task<string> OptionsAsync(Staff browser) => (await browser.PostAsync<PasskeyOptionsView>(SignIn + "/options", new { })).Options;

    private static async Task<string> RefusedAsync(Uri host, SecurityKey key)
    {
        using var browser = Staff.Nobody(host);
        return await browser.RefusedAsync(HttpMethod.Post, SignIn, new PasskeySignIn(key.Use(await OptionsAsync(browser))), "wrong-passkey");
    }

    private static async Task EveryWrongPasskeySoundsTheSameAsync(Uri host, SecurityKey key)
    {
        using var stranger = new SecurityKey(Origin);
        var answers = new List<string> { await RefusedAsync(host, stranger) };
        key.Counter -= 2;
        answers.Add(await RefusedAsync(host, key));
        key.Counter += 5;
        key.Origin = "http://localhost";
        answers.Add(await RefusedAsync(host, key));
        (key.Origin, key.Verifies) = (Origin, false);
        answers.Add(await RefusedAsync(host, key));
        key.Verifies = true;
        using var browser = Staff.Nobody(host);
        foreach (var broken in new[] { "", "{}", "null", "[]", "{\"id\":7}", new string('x', 30_000) })
        {
            answers.Add(await browser.RefusedAsync(HttpMethod.Post, SignIn, new PasskeySignIn(broken), "wrong-passkey"));
            await OptionsAsync(browser);
        }

        var stale = await OptionsAsync(browser);
        await OptionsAsync(browser);
        answers.Add(await browser.RefusedAsync(HttpMethod.Post, SignIn, new PasskeySignIn(key.Use(stale)), "wrong-passkey"));

        Assert.Single(answers.Distinct());
        await SignInAsync(host, key);
    }

    /// <summary>Also with the browser's cookie, and also from a passkey that does not count.</summary>
    private static async Task AnAnswerCountsOnceAsync(Uri host, SecurityKey key)
    {
        using var thief = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = host };
        using var asked = await thief.PostAsync(new Uri(SignIn + "/options", UriKind.Relative), Body(new { }));
        var options = JsonSerializer.Deserialize<PasskeyOptionsView>(await asked.Content.ReadAsStringAsync(), Json.Options)!.Options;
        var answer = new PasskeySignIn(key.Use(options));
        var statuses = new List<HttpStatusCode>();
        foreach (var cookie in new[] { null, asked.Headers.GetValues("Set-Cookie").Single().Split(';')[0], asked.Headers.GetValues("Set-Cookie").Single().Split(';')[0] })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, SignIn) { Content = Body(answer) };
            if (cookie is not null)
                request.Headers.Add("Cookie", cookie);
            using var response = await thief.SendAsync(request);
            statuses.Add(response.StatusCode);
        }

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity], statuses);
    }

    private static StringContent Body(object body) => new(JsonSerializer.Serialize(body, Json.Options), Encoding.UTF8, "application/json");

    /// <summary>Whoever knows the password gets neither in nor to a second factor of their own.</summary>
    private static async Task ThePasswordAsksForItAsync(Uri host, IReadOnlyList<string> codes)
    {
        using var browser = Staff.Nobody(host);
        await browser.RefusedAsync(HttpMethod.Post, Session + "/password", new PasswordSignIn(NewCity.Administrator, NewCity.Password), "passkey-needed");
        Assert.Null((await browser.GetAsync<SessionView>(Session)).Person);
        var session = await browser.PostAsync<SessionView>(Session + "/password", new PasswordSignIn(NewCity.Administrator, NewCity.Password, codes[0]));
        Assert.Equal([Roles.Administrator], session.Person!.Roles);
        await browser.RefusedAsync(HttpMethod.Post, Session + "/password", new PasswordSignIn(NewCity.Administrator, NewCity.Password, codes[0]), "wrong-sign-in");
    }

    private static async Task OneTakesTheOthersPlaceAsync(Uri host, Staff admin, SecurityKey key)
    {
        await admin.RefusedAsync(HttpMethod.Delete, $"{Own}/{key.Id}", new { }, "last-factor");
        using var other = new SecurityKey(Origin) { Counts = false };
        Assert.Null((await AddAsync(admin, other)).Codes);
        var left = await admin.SendAsync<IReadOnlyList<PasskeyView>>(HttpMethod.Delete, $"{Own}/{key.Id}");
        var again = await admin.SendAsync<IReadOnlyList<PasskeyView>>(HttpMethod.Delete, $"{Own}/{key.Id}");

        Assert.Equal([other.Id], left.Select(one => one.Id));
        Assert.Equal(left, again);
        await RefusedAsync(host, key);
        await SignInAsync(host, other);
        await AnAnswerCountsOnceAsync(host, other);
    }
}

public sealed class PasskeysOnSqlite(SqliteFixture database) : PasskeyContract(database), IClassFixture<SqliteFixture>;

public sealed class PasskeysOnPostgreSql(PostgreSqlFixture database) : PasskeyContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class PasskeysOnSqlServer(SqlServerFixture database) : PasskeyContract(database), IClassFixture<SqlServerFixture>;
