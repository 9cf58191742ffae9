using System.Net;
using System.Text.RegularExpressions;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;

namespace Tourism.Api.Tests;

/// <summary>Signing in by an account of the city's own provider, and everybody who only looks like that.</summary>
public abstract partial class OpenIdContract(DatabaseFixture database) : DatabaseSuite(database)
{
    private const string App = "/app/";
    private const string Refused = "/app/openid/refused";
    private const string Unknown = "/app/openid/unknown-identity";
    private static readonly PostView Counter = new([Roles.TicketStaff], "akiyoshido", "akiyoshido-1");

    [DatabaseFact]
    public async Task CityAccount_LinkedByItsOwner_SignsIn_AndNobodyElse()
    {
        await using var city = await CityLogin.StartAsync();
        await using var host = await RunningHost.StartAsync(Database, settings => settings.WithAccounts().AtLocalhost().With(city.Settings()));
        city.Serve(host.Url);
        using var admin = new Surfer(host.Url);
        var secret = await SetUpAsync(admin, NewInstallation.TokenIn(host.Log));

        await TheFlowIsAsItShouldBeAsync(host.Url);
        city.Subject = "s-1001";
        await NobodyIsAddedAsync(host.Url);
        Assert.Equal("/app/openid/linked", await admin.GoAsync(new OpenIdStart(Link: true)));
        Assert.Equal("/app/openid/linked", await admin.GoAsync(new OpenIdStart(Link: true)));
        await WhoeverTampersStaysOutAsync(host.Url);
        await TheCodeIsAskedForAsync(host.Url, secret);
        var hana = await InvitedAsync(host.Url, admin, city);
        await ShutOutAsync(host.Url, admin, hana, city);
        await OneIdentityIsOnePersonAsync(admin, city);
        await UnlinkedAsync(host.Url, admin, city);
        await TheTrailTellsAsync(host, admin);
    }

    private static async Task<string> SetUpAsync(Surfer admin, string token)
    {
        await admin.SendAsync<SessionView>(HttpMethod.Post, NewCity.Session + "/invitation", new InvitationAnswer(token, NewCity.Password));
        using var early = await admin.SendAsync(HttpMethod.Post, NewCity.Session + "/openid", new OpenIdStart(Link: true));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        var factor = await admin.SendAsync<SecondFactorView>(HttpMethod.Put, NewCity.Session + "/second-factor", new { });
        await admin.SendAsync<RecoveryCodesView>(HttpMethod.Put, NewCity.Session + "/second-factor/confirmation", new SecondFactorCode(Authenticator.Code(factor.Secret)));
        return factor.Secret;
    }

    private static async Task TheFlowIsAsItShouldBeAsync(Uri host)
    {
        using var browser = new Surfer(host);
        var address = await browser.StartAsync(new OpenIdStart());
        Assert.Contains("response_type=code", address, StringComparison.Ordinal);
        Assert.Contains("code_challenge_method=S256", address, StringComparison.Ordinal);
        Assert.Contains("scope=openid&", address, StringComparison.Ordinal);
        Assert.Contains("redirect_uri=" + Uri.EscapeDataString(new Uri(host, "/api/v1/session/openid/return").ToString()), address, StringComparison.Ordinal);
        Assert.Equal("市のアカウント", (await browser.SessionAsync()).OpenId!.Ja);
        using var stranger = await browser.SendAsync(HttpMethod.Post, NewCity.Session + "/openid", new OpenIdStart(Link: true));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.StatusCode);
    }

    private static async Task NobodyIsAddedAsync(Uri host)
    {
        using var browser = new Surfer(host);
        Assert.Equal(Unknown, await browser.GoAsync(new OpenIdStart()));
        Assert.Null((await browser.SessionAsync()).Person);
    }

    private static async Task WhoeverTampersStaysOutAsync(Uri host)
    {
        using var browser = new Surfer(host);
        var verifier = await browser.AskAsync(Surfer.Changed(await browser.StartAsync(new OpenIdStart()), "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
        Assert.Equal(Refused, await browser.ComeBackAsync(verifier!));
        var nonce = await browser.AskAsync(Surfer.Changed(await browser.StartAsync(new OpenIdStart()), "nonce", "639000000000000000.another"));
        Assert.Equal(Refused, await browser.ComeBackAsync(nonce!));
        var state = await browser.AskAsync(await browser.StartAsync(new OpenIdStart()));
        Assert.Equal(Refused, await browser.ComeBackAsync(Surfer.Changed(state!, "state", "another")));
        var foreign = await browser.AskAsync(Surfer.Changed(await browser.StartAsync(new OpenIdStart()), "redirect_uri", "https://thief.example/return"));
        Assert.Null(foreign);

        var code = await browser.AskAsync(await browser.StartAsync(new OpenIdStart()));
        using var victim = new Surfer(host);
        Assert.Equal(Refused, await victim.ComeBackAsync(code!));
        Assert.Equal("/app/openid/code", await browser.ComeBackAsync(code! + "&returnUrl=https%3A%2F%2Fthief.example&ReturnUrl=%2F%2Fthief.example"));
        Assert.Equal(Refused, await browser.ComeBackAsync(code!));
        Assert.Null((await browser.SessionAsync()).Person);
    }

    /// <summary>The provider did not say that it asked for one, and its word would not count here.</summary>
    private static async Task TheCodeIsAskedForAsync(Uri host, string secret)
    {
        using var browser = new Surfer(host);
        Assert.Equal("/app/openid/code", await browser.GoAsync(new OpenIdStart()));
        using var wrong = await browser.SendAsync(HttpMethod.Post, NewCity.Session + "/openid/code", new SecondFactorCode("000000"));
        using var another = new Surfer(host);
        using var stranger = await another.SendAsync(HttpMethod.Post, NewCity.Session + "/openid/code", new SecondFactorCode(Authenticator.Code(secret, later: 1)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (wrong.StatusCode, stranger.StatusCode));
        var session = await browser.SendAsync<SessionView>(HttpMethod.Post, NewCity.Session + "/openid/code", new SecondFactorCode(Authenticator.Code(secret, later: 1)));
        Assert.Equal([Roles.Administrator], session.Person!.Roles);
    }

    /// <summary>She never has a password.</summary>
    private static async Task<string> InvitedAsync(Uri host, Surfer admin, CityLogin city)
    {
        var path = $"/api/v1/accounts/{Guid.CreateVersion7()}";
        await admin.SendAsync<AccountView>(HttpMethod.Put, path, new AccountRequest("hana", "窓口 花", [Counter]));
        var link = await admin.SendAsync<InvitationView>(HttpMethod.Put, path + "/invitation", new InvitationRequest(false));
        var invitation = new OpenIdStart(Invitation: NewInstallation.TokenIn(link.Link));
        using var browser = new Surfer(host);
        Assert.Equal("/app/openid/identity-taken", await browser.GoAsync(invitation));
        city.Subject = "s-2002";
        Assert.Equal("/app/openid/dead-invitation", await browser.GoAsync(new OpenIdStart(Invitation: new string('0', 26))));
        Assert.Equal(App, await browser.GoAsync(invitation));
        Assert.Equal("hana", (await browser.SessionAsync()).Person!.Code);
        Assert.Equal("/app/openid/dead-invitation", await browser.GoAsync(invitation));
        using var answer = await browser.SendAsync(HttpMethod.Post, NewCity.Session + "/invitation", new InvitationAnswer(invitation.Invitation!, NewCity.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        using var removed = await browser.SendAsync(HttpMethod.Delete, NewCity.Session + "/openid/link");
        Assert.Contains("last-way-in", await removed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        return path;
    }

    private static async Task ShutOutAsync(Uri host, Surfer admin, string person, CityLogin city)
    {
        using var browser = new Surfer(host);
        await admin.SendAsync<AccountView>(HttpMethod.Put, person + "/disabling", new AccountDisabling(true));
        Assert.Equal(Unknown, await browser.GoAsync(new OpenIdStart()));
        await admin.SendAsync<AccountView>(HttpMethod.Put, person + "/disabling", new AccountDisabling(false));
        Assert.Equal(App, await browser.GoAsync(new OpenIdStart()));
        city.Methods = ["pwd", "mfa"];
        await admin.SendAsync<InvitationView>(HttpMethod.Put, person + "/invitation", new InvitationRequest(false));
        Assert.Equal(Unknown, await browser.GoAsync(new OpenIdStart()));
    }

    private static async Task OneIdentityIsOnePersonAsync(Surfer admin, CityLogin city)
    {
        city.Subject = "s-1001";
        Assert.True((await admin.SendAsync<OpenIdLinkView>(HttpMethod.Get, NewCity.Session + "/openid/link")).Linked);
        city.Subject = "s-3003";
        Assert.Equal("/app/openid/linked", await admin.GoAsync(new OpenIdStart(Link: true)));
        city.Subject = "s-1001";
    }

    private static async Task UnlinkedAsync(Uri host, Surfer admin, CityLogin city)
    {
        using var browser = new Surfer(host);
        Assert.Equal(Unknown, await browser.GoAsync(new OpenIdStart()));
        city.Subject = "s-3003";
        Assert.Equal("/app/openid/code", await browser.GoAsync(new OpenIdStart()));
        Assert.False((await admin.SendAsync<OpenIdLinkView>(HttpMethod.Delete, NewCity.Session + "/openid/link")).Linked);
        Assert.False((await admin.SendAsync<OpenIdLinkView>(HttpMethod.Delete, NewCity.Session + "/openid/link")).Linked);
        Assert.Equal(Unknown, await browser.GoAsync(new OpenIdStart()));
    }

    private static async Task TheTrailTellsAsync(RunningHost host, Surfer admin)
    {
        var trail = (await admin.SendAsync<AuditPage>(HttpMethod.Get, "/api/v1/audit?take=200")).Items;
        Assert.Equal(2, trail.Count(entry => entry is { Deed: Deed.IdentityLinked, Person: NewCity.Administrator }));
        Assert.Single(trail, entry => entry.Deed == Deed.IdentityUnlinked);
        Assert.Contains(trail, entry => entry is { Deed: Deed.SignedIn, Person: "hana" });
        Assert.True(trail.Count(entry => entry is { Deed: Deed.SignInRefused, Subject: "openid" }) >= 10);
        var links = trail.Where(entry => entry is { Deed: Deed.Invited, Subject: "hana" }).Select(entry => (entry.Before!.Value.GetProperty("cityAccounts").GetInt32(), entry.After!.Value.GetProperty("cityAccounts").GetInt32()));
        Assert.Equal([(1, 0), (0, 0)], links);
        Assert.DoesNotMatch(Traces(), host.Log);
    }

    /// <summary>The browser does not show the device's cookie when it comes back from another site.</summary>
    [DatabaseFact]
    public async Task Session_ThatBeganOnADevice_EndsWithIt()
    {
        await using var city = await CityLogin.StartAsync();
        using var folder = new TemporaryFolder();
        await using var host = await HostProcess.StartAsync(new HostSettings(folder.FullName).AtLocalhost().With(city.Settings()));
        city.Serve(host.Url);
        city.Subject = "s-1001";
        using var admin = await Staff.SignInAsync(host.Url, "admin");
        using var tablet = new Surfer(host.Url);
        var (path, device) = ($"/api/v1/accounts/{Guid.CreateVersion7()}", Guid.CreateVersion7());
        await admin.PutAsync<AccountView>(path, new AccountRequest("hana", "窓口 花", [Counter]));
        var link = await admin.PutAsync<InvitationView>(path + "/invitation", new InvitationRequest(false));
        await admin.PutAsync<DeviceView>($"/api/v1/devices/{device}", new DeviceRequest("窓口1 iPad", "akiyoshido", Counter.Till));
        var code = await admin.PutAsync<DeviceCodeView>($"/api/v1/devices/{device}/code", new { });
        await tablet.SendAsync<OwnDeviceView>(HttpMethod.Put, "/api/v1/device/enrolment", new EnrolmentRequest(code.Code, Guid.CreateVersion7()));

        Assert.Equal(App, await tablet.GoAsync(new OpenIdStart(Invitation: NewInstallation.TokenIn(link.Link))));
        Assert.Equal(App, await tablet.GoAsync(new OpenIdStart()));
        Assert.Equal("hana", (await tablet.SessionAsync()).Person?.Code);
        await admin.PutAsync<DeviceView>($"/api/v1/devices/{device}/revocation", new { });
        Assert.Null((await tablet.SessionAsync()).Person);
        var trail = (await admin.GetAsync<AuditPage>("/api/v1/audit?person=hana")).Items;
        Assert.Equal(
            [(Deed.SignedIn, device), (Deed.SignedIn, device), (Deed.InvitationAccepted, device), (Deed.IdentityLinked, device)],
            trail.Select(entry => (entry.Deed, entry.Device!.Value)));
    }

    [DatabaseFact]
    public async Task Session_OfADevice_IsNothingInAnotherBrowser()
    {
        await using var city = await CityLogin.StartAsync();
        using var folder = new TemporaryFolder();
        await using var host = await HostProcess.StartAsync(new HostSettings(folder.FullName).AtLocalhost().With(city.Settings()));
        city.Serve(host.Url);
        city.Subject = "s-1001";
        using var tablet = new Surfer(host.Url);
        using var admin = await Staff.SignInAsync(host.Url, "admin");
        var path = $"/api/v1/accounts/{Guid.CreateVersion7()}";
        await admin.PutAsync<AccountView>(path, new AccountRequest("hana", "窓口 花", [Counter]));
        var link = await admin.PutAsync<InvitationView>(path + "/invitation", new InvitationRequest(false));
        // The demo makes this browser a device of the counter.
        await tablet.SendAsync<SessionView>(HttpMethod.Post, NewCity.Session, new SignInRequest("hanako"));
        Assert.Equal(App, await tablet.GoAsync(new OpenIdStart(Invitation: NewInstallation.TokenIn(link.Link))));
        Assert.Equal("hana", (await tablet.SessionAsync()).Person?.Code);

        tablet.Lose("tourism-device");

        Assert.Null((await tablet.SessionAsync()).Person);
    }

    [GeneratedRegex("s-[123]00[123]|Stadtgeheimnis|code=|state=")]
    private static partial Regex Traces();

    [DatabaseFact]
    public async Task SecondFactor_OfAProviderThatIsTrusted_IsNotAskedForAgain()
    {
        await using var city = await CityLogin.StartAsync();
        using var folder = new TemporaryFolder();
        await using var host = await HostProcess.StartAsync(new HostSettings(folder.FullName).AtLocalhost().With(city.Settings(trusts: true)));
        city.Serve(host.Url);
        using var admin = await Staff.SignInAsync(host.Url, "admin");
        var path = $"/api/v1/accounts/{Guid.CreateVersion7()}";
        await admin.PutAsync<AccountView>(path, new AccountRequest("mamoru", "秋吉 守", [new PostView([Roles.Administrator])]));
        var link = await admin.PutAsync<InvitationView>(path + "/invitation", new InvitationRequest(false));
        using var browser = new Surfer(host.Url);

        (city.Subject, city.Methods) = ("s-1001", ["pwd"]);
        Assert.Equal(App, await browser.GoAsync(new OpenIdStart(Invitation: NewInstallation.TokenIn(link.Link))));
        Assert.True((await browser.SessionAsync()).SecondFactorDue);
        city.Methods = ["pwd", "mfa"];
        Assert.Equal(App, await browser.GoAsync(new OpenIdStart()));

        var session = await browser.SessionAsync();
        Assert.Equal((false, Roles.Administrator), (session.SecondFactorDue, session.Person!.Roles.Single()));
    }

    [DatabaseFact]
    public async Task Provider_ThatIsNotThere_IsSaidSo_AndWithoutOneThereIsNothing()
    {
        using var folder = new TemporaryFolder();
        var away = new Dictionary<string, string>
        {
            ["Tourism__OpenIdConnect__Authority"] = "http://127.0.0.1:9", ["Tourism__OpenIdConnect__ClientId"] = "x", ["Tourism__OpenIdConnect__ClientSecret"] = "x",
        };
        await using (var host = await HostProcess.StartAsync(new HostSettings(folder.Path("away")).With(away)))
        {
            using var browser = Staff.Nobody(host.Url);
            await browser.RefusedAsync(HttpMethod.Post, NewCity.Session + "/openid", new OpenIdStart(), "provider-away");
        }

        await using var plain = await HostProcess.StartAsync(new HostSettings(folder.Path("plain")));
        using var staff = Staff.Nobody(plain.Url);
        await staff.RefusedAsync(HttpMethod.Post, NewCity.Session + "/openid", new OpenIdStart(), "no-openid");
        await staff.RefusedAsync(HttpMethod.Post, NewCity.Session + "/openid/code", new SecondFactorCode("123456"), "no-openid");
        using var back = await staff.SendAsync(HttpMethod.Get, NewCity.Session + "/openid/return?code=x&state=y");
        Assert.Equal(HttpStatusCode.NotFound, back.StatusCode);
        Assert.Null((await staff.GetAsync<SessionView>(NewCity.Session)).OpenId);
    }
}

public sealed class OpenIdOnSqlite(SqliteFixture database) : OpenIdContract(database), IClassFixture<SqliteFixture>;

public sealed class OpenIdOnPostgreSql(PostgreSqlFixture database) : OpenIdContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class OpenIdOnSqlServer(SqlServerFixture database) : OpenIdContract(database), IClassFixture<SqlServerFixture>;
