using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;

namespace Tourism.Api.Tests;

/// <summary>Members sign in by an account of the city's provider, show their card once, and see their points and nobody else's.</summary>
public abstract partial class MemberContract(DatabaseFixture database) : DatabaseSuite(database)
{
    private const string Page = "/points?lang=en";
    private const string Refused = Page + "&said=refused";
    private static readonly string Unknown = new('0', 26);

    [DatabaseFact]
    public async Task Member_FromTheFirstSignIn_SeesTheirOwnPointsAndNobodyElses()
    {
        await using var city = await CityLogin.StartAsync();
        await using var host = await RunningHost.StartAsync(Database, settings => settings.AtLocalhost().With(city.MemberSettings()));
        city.Serve(host.Url);
        using var office = await Staff.SignInAsync(host.Url, "sato");
        var (hanako, jiro) = (await RegisterAsync(office, "花子", 700), await RegisterAsync(office, "次郎", 80));
        using var browser = new Surfer(host.Url);

        await TheFlowIsAsItShouldBeAsync(browser, host.Url);
        city.Subject = "m-1001";
        Assert.Equal("/points?lang=ko", await browser.GoAsMemberAsync("ko"));
        await ACardIsAskedForAsync(browser, hanako);
        await host.CrashAsync();
        await TheSameAgainIsTheSameSuccessAsync(browser, hanako, jiro);
        await WhoeverTampersStaysOutAsync(host.Url);
        await OneCardIsOneAccountAsync(host.Url, city, hanako, jiro);
        await AMemberIsNobodyAmongStaffAsync(browser);
        await TheConnectionEndsAsync(host.Url, city, office, browser, hanako);
        await WhatIsKeptAsync(hanako.Id, jiro.Id);
        Assert.DoesNotMatch(Traces(), host.Log);
    }

    private static async Task<MemberView> RegisterAsync(Staff office, string name, long points)
    {
        var id = Guid.CreateVersion7();
        var member = await office.PutAsync<MemberView>($"/api/v1/points/members/{id}", new MemberRequest(name));
        await office.PutAsync<GrantView>($"/api/v1/points/grants/{Guid.CreateVersion7()}", new GrantRequest("health-volunteer", id, new PointAmount(points), "体操教室"));
        return member;
    }

    private static async Task TheFlowIsAsItShouldBeAsync(Surfer browser, Uri host)
    {
        var address = await browser.StartAsMemberAsync();
        Assert.Contains("response_type=code", address, StringComparison.Ordinal);
        Assert.Contains("code_challenge_method=S256", address, StringComparison.Ordinal);
        Assert.Contains("scope=openid&", address, StringComparison.Ordinal);
        Assert.Contains("redirect_uri=" + Uri.EscapeDataString(new Uri(host, "/points/sign-in/return").ToString()), address, StringComparison.Ordinal);
        await SaysAsync(await browser.PageAsync(Page), HttpStatusCode.OK, "Sign in with your city account");
        await SaysAsync(await browser.FormAsync("/points/card?lang=en", Unknown), HttpStatusCode.Unauthorized, "Please sign in first.");
    }

    private static async Task ACardIsAskedForAsync(Surfer browser, MemberView own)
    {
        await SaysAsync(await browser.PageAsync(Page), HttpStatusCode.OK, "Show the points card that is yours");
        await SaysAsync(await browser.FormAsync("/points/card?lang=en"), HttpStatusCode.BadRequest, "not the code of a points card");
        await SaysAsync(await browser.FormAsync("/points/card?lang=en", "HTTPS://PAY.CITY.EXAMPLE/T/1"), HttpStatusCode.BadRequest, "not the code of a points card");
        await SaysAsync(await browser.FormAsync("/points/card?lang=en", Unknown), HttpStatusCode.UnprocessableEntity, "This card cannot be connected.");
        await SaysAsync(await browser.FormAsync("/points/card?lang=en", own.Card, from: "cross-site"), HttpStatusCode.Forbidden, "other-site");
        await SaysAsync(await browser.PageAsync($"/p/{own.Card}?lang=en"), HttpStatusCode.OK, "If this card is yours");
        await GoesAsync(await browser.FormAsync("/points/card?lang=en", $"https://pay.city.example/p/{own.Card.ToLowerInvariant()}"), Page + "&said=linked");
        var page = await SaysAsync(await browser.PageAsync(Page), HttpStatusCode.OK, ">700</strong>");
        Assert.Contains("700 points are good until", page, StringComparison.Ordinal);
        Assert.Contains("Health volunteers", page, StringComparison.Ordinal);
        Assert.DoesNotContain("花子", page, StringComparison.Ordinal);
        Assert.DoesNotContain("If this card is yours", await (await browser.PageAsync($"/p/{own.Card}?lang=en")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task TheSameAgainIsTheSameSuccessAsync(Surfer browser, MemberView own, MemberView another)
    {
        await GoesAsync(await browser.FormAsync("/points/card?lang=en", own.Card), Page + "&said=linked");
        await SaysAsync(await browser.FormAsync("/points/card?lang=en", another.Card), HttpStatusCode.Conflict, "connected with another card");
        await SaysAsync(await browser.FormAsync("/points/card?lang=en", Unknown), HttpStatusCode.Conflict, "connected with another card");
        await SaysAsync(await browser.PageAsync(Page), HttpStatusCode.OK, ">700</strong>");
    }

    private static async Task WhoeverTampersStaysOutAsync(Uri host)
    {
        using var browser = new Surfer(host);
        var verifier = await browser.AskAsync(Surfer.Changed(await browser.StartAsMemberAsync(), "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
        Assert.Equal(Refused, await browser.ComeBackAsync(verifier!));
        var nonce = await browser.AskAsync(Surfer.Changed(await browser.StartAsMemberAsync(), "nonce", "639000000000000000.another"));
        Assert.Equal(Refused, await browser.ComeBackAsync(nonce!));
        var state = await browser.AskAsync(await browser.StartAsMemberAsync());
        Assert.Equal("/points?said=refused", await browser.ComeBackAsync(Surfer.Changed(state!, "state", "another")));
        Assert.Null(await browser.AskAsync(Surfer.Changed(await browser.StartAsMemberAsync(), "redirect_uri", "https://thief.example/return")));

        var code = await browser.AskAsync(await browser.StartAsMemberAsync("//thief.example"));
        using var victim = new Surfer(host);
        Assert.Equal(Refused, await victim.ComeBackAsync(code!));
        await SaysAsync(await victim.PageAsync(Page), HttpStatusCode.OK, "Sign in with your city account");
        Assert.Equal(Page, await browser.ComeBackAsync(code! + "&returnUrl=https%3A%2F%2Fthief.example&ReturnUrl=%2F%2Fthief.example"));
        Assert.Equal(Refused, await browser.ComeBackAsync(code!));
    }

    /// <summary>Signing in is enough, on any device; somebody else's card and no card at all are refused in the same words.</summary>
    private static async Task OneCardIsOneAccountAsync(Uri host, CityLogin city, MemberView hanako, MemberView jiro)
    {
        using (var phone = new Surfer(host))
        {
            await phone.GoAsMemberAsync();
            await SaysAsync(await phone.PageAsync(Page), HttpStatusCode.OK, ">700</strong>");
        }

        city.Subject = "m-2002";
        using var other = new Surfer(host);
        await other.GoAsMemberAsync();
        var (taken, unknown) = (await other.FormAsync("/points/card?lang=en", hanako.Card), await other.FormAsync("/points/card?lang=en", Unknown));
        Assert.Equal((taken.StatusCode, await taken.Content.ReadAsStringAsync()), (unknown.StatusCode, await unknown.Content.ReadAsStringAsync()));
        await GoesAsync(await other.FormAsync("/points/card?lang=en", jiro.Card), Page + "&said=linked");
        await SaysAsync(await other.PageAsync(Page), HttpStatusCode.OK, ">80</strong>");
    }

    private static async Task AMemberIsNobodyAmongStaffAsync(Surfer browser)
    {
        Assert.Null((await browser.SessionAsync()).Person);
        foreach (var path in new[] { "/api/v1/points/members", "/api/v1/catalogue", NewCity.Session + "/passkeys", "/api/v1/access" })
            await SaysAsync(await browser.PageAsync(path), HttpStatusCode.Unauthorized, "not-signed-in");
    }

    /// <summary>By the member, for every browser at once; and by the office.</summary>
    private static async Task TheConnectionEndsAsync(Uri host, CityLogin city, Staff office, Surfer browser, MemberView hanako)
    {
        city.Subject = "m-1001";
        using var phone = new Surfer(host);
        await phone.GoAsMemberAsync();
        for (var time = 0; time < 2; time++)
            await GoesAsync(await phone.FormAsync("/points/card/removal?lang=en"), Page + "&said=unlinked");
        await SaysAsync(await browser.PageAsync(Page), HttpStatusCode.OK, "Show the points card that is yours");
        await GoesAsync(await browser.FormAsync("/points/card?lang=en", hanako.Card), Page + "&said=linked");
        Assert.True((await office.GetAsync<IReadOnlyList<MemberView>>("/api/v1/points/members")).Single(one => one.Id == hanako.Id).Linked);
        Assert.True(await office.SendAsync<bool>(HttpMethod.Delete, $"/api/v1/points/members/{hanako.Id}/login"));
        Assert.False(await office.SendAsync<bool>(HttpMethod.Delete, $"/api/v1/points/members/{hanako.Id}/login"));
        Assert.False((await office.GetAsync<IReadOnlyList<MemberView>>("/api/v1/points/members")).Single(one => one.Id == hanako.Id).Linked);
        await office.RefusedAsync(HttpMethod.Delete, $"/api/v1/points/members/{Guid.CreateVersion7()}/login", new { }, "member-unknown");
        await SaysAsync(await browser.PageAsync(Page), HttpStatusCode.OK, "Show the points card that is yours");
        await GoesAsync(await browser.FormAsync("/points/sign-out?lang=en"), Page + "&said=signed-out");
        await SaysAsync(await browser.PageAsync(Page), HttpStatusCode.OK, "Sign in with your city account");
    }

    /// <summary>Who and when, and of the account nothing but a hash while it is connected.</summary>
    private async Task WhatIsKeptAsync(Guid hanako, Guid jiro)
    {
        var options = new DbContextOptionsBuilder();
        Database.Dialect.Use(options, Database.ConnectionString, "none");
        await using var db = new DbContext(options.Options);
        var told = await db.Database.SqlQueryRaw<Kept>("SELECT \"Member\", \"Deed\", \"By\" FROM \"points_member_login_events\" ORDER BY \"Seq\"").ToListAsync();
        Assert.Equal(
            [(hanako, "Linked", null), (jiro, "Linked", null), (hanako, "Unlinked", null), (hanako, "Linked", null), (hanako, "Unlinked", "sato")],
            told.Select(one => (one.Member, one.Deed, one.By)));
        Assert.Matches("^[0-9A-F]{64}$", Assert.Single(await db.Database.SqlQueryRaw<string>("SELECT \"Key\" AS \"Value\" FROM \"points_member_logins\"").ToListAsync()));
    }

    private static async Task<string> SaysAsync(HttpResponseMessage answer, HttpStatusCode status, string text)
    {
        using (answer)
        {
            var body = await answer.Content.ReadAsStringAsync();
            Assert.Equal(status, answer.StatusCode);
            Assert.Contains(text, body, StringComparison.Ordinal);
            return body;
        }
    }

    private static Task GoesAsync(HttpResponseMessage answer, string where)
    {
        using (answer)
            Assert.Equal((HttpStatusCode.SeeOther, where), (answer.StatusCode, answer.Headers.Location?.ToString()));
        return Task.CompletedTask;
    }

    [GeneratedRegex("m-[12]00[12]|Stadtgeheimnis|code=|state=")]
    private static partial Regex Traces();

    private sealed record Kept(Guid Member, string Deed, string? By);

    [DatabaseFact]
    public async Task Cards_AreTriedSixtyTimesAMinuteAtMost()
    {
        await using var city = await CityLogin.StartAsync();
        using var folder = new TemporaryFolder();
        await using var host = await HostProcess.StartAsync(new HostSettings(folder.FullName).AtLocalhost().With(city.MemberSettings()));
        city.Serve(host.Url);
        city.Subject = "m-1001";
        using var browser = new Surfer(host.Url);
        await browser.GoAsMemberAsync();

        // All at once, and more than two minutes allow: however slow the machine is, some are too many.
        var answers = await Task.WhenAll(Enumerable.Range(0, 125).Select(_ => TriedAsync(browser)));

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.TooManyRequests], answers.Select(one => one.Status).Distinct().Order());
        Assert.All(answers, one => Assert.Contains(one.Status == HttpStatusCode.TooManyRequests ? "Please wait a minute" : "This card cannot be connected.", one.Page, StringComparison.Ordinal));
        await OthersOfTheSameAddressGoOnAsync(host.Url, city);
    }

    /// <summary>Staff and visitors of one Wi-Fi: whoever guesses cards shuts out nobody but themselves.</summary>
    private static async Task OthersOfTheSameAddressGoOnAsync(Uri host, CityLogin city)
    {
        city.Subject = "m-1002";
        using var other = new Surfer(host);
        await other.GoAsMemberAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await TriedAsync(other)).Status);
        using var password = await other.SendAsync(HttpMethod.Post, "/api/v1/session/password", new PasswordSignIn("hana", "guessed-wrongly"));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, password.StatusCode);
    }

    private static async Task<(HttpStatusCode Status, string Page)> TriedAsync(Surfer browser)
    {
        using var answer = await browser.FormAsync("/points/card?lang=en", Unknown);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    [DatabaseFact]
    public async Task Provider_ThatIsNotThere_IsSaidSo_AndWithoutOneThereIsNothing()
    {
        using var folder = new TemporaryFolder();
        var away = new Dictionary<string, string>
        {
            ["Tourism__Members__OpenId__Authority"] = "http://127.0.0.1:9", ["Tourism__Members__OpenId__ClientId"] = "x", ["Tourism__Members__OpenId__ClientSecret"] = "x",
        };
        await using (var host = await HostProcess.StartAsync(new HostSettings(folder.Path("away")).With(away)))
        {
            using var browser = new Surfer(host.Url);
            await SaysAsync(await browser.PageAsync("/points/sign-in?lang=en"), HttpStatusCode.ServiceUnavailable, "does not answer");
        }

        await using var plain = await HostProcess.StartAsync(new HostSettings(folder.Path("plain")));
        using var visitor = new Surfer(plain.Url);
        var page = await SaysAsync(await visitor.PageAsync(Page), HttpStatusCode.OK, "Scan the QR code of your points card");
        Assert.DoesNotContain("sign-in", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("/points", await (await visitor.PageAsync("/")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var path in new[] { "/points/sign-in", "/points/sign-in/return?code=x&state=y" })
            await SaysAsync(await visitor.PageAsync(path), HttpStatusCode.NotFound, "Not found");
        foreach (var path in new[] { "/points/card", "/points/card/removal", "/points/sign-out" })
            await SaysAsync(await visitor.FormAsync(path, Unknown), HttpStatusCode.NotFound, "Not found");
    }
}

public sealed class MembersOnSqlite(SqliteFixture database) : MemberContract(database), IClassFixture<SqliteFixture>;

public sealed class MembersOnPostgreSql(PostgreSqlFixture database) : MemberContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class MembersOnSqlServer(SqlServerFixture database) : MemberContract(database), IClassFixture<SqlServerFixture>;
