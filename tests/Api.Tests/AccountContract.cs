using System.Net;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;

namespace Tourism.Api.Tests;

/// <summary>From the first start of an installation that knows nobody to an administrator with two factors.</summary>
public abstract class AccountContract(DatabaseFixture database) : DatabaseSuite(database)
{
    private const string Session = NewCity.Session;
    private const string Factor = Session + "/second-factor";
    private const string Password = NewCity.Password;
    private const string Administrator = NewCity.Administrator;

    [DatabaseFact]
    public async Task Installation_ThatKnowsNobody_OpensItsOfficeByLinkPasswordAndApp()
    {
        await using var host = await NewCity.StartAsync(Database);
        using var first = Staff.Nobody(host.Url);
        var lost = NewInstallation.TokenIn(host.Log);
        await host.CrashAsync();
        await first.RefusedAsync(HttpMethod.Post, Session + "/invitation", new InvitationAnswer(lost, Password), "dead-invitation");

        await AcceptAsync(first, NewInstallation.TokenIn(host.Log));
        var (secret, codes) = await AddFactorAsync(first);
        await SignInWithEachCodeOnceAsync(host, secret, codes);
        await FiveWrongTriesSayNoMoreThanToAStrangerAsync(host);

        Assert.Equal(Administrator, (await first.GetAsync<SessionView>(Session)).Person!.Code);
        Assert.DoesNotContain(Password, host.Log, StringComparison.Ordinal);
        await host.CrashAsync();
        Assert.DoesNotContain("/app/invitation#", host.Log, StringComparison.Ordinal);
        Assert.NotEmpty(await first.GetAsync<IReadOnlyList<AccessRow>>("/api/v1/access"));
    }

    /// <summary>The link works once; the same answer again is the same success; without the second factor nothing opens.</summary>
    private static async Task AcceptAsync(Staff first, string token)
    {
        await first.RefusedAsync(HttpMethod.Post, Session + "/invitation", new InvitationAnswer(token, "kurz"), "weak-password");
        await first.RefusedAsync(HttpMethod.Post, Session + "/invitation", new InvitationAnswer(token, "the Administrator's"), "weak-password");
        var session = await first.PostAsync<SessionView>(Session + "/invitation", new InvitationAnswer(token, Password, "秋吉 守"));
        var again = await first.PostAsync<SessionView>(Session + "/invitation", new InvitationAnswer(token, Password, "秋吉 守"));
        Assert.Equal((Administrator, "秋吉 守", true, 0), (session.Person!.Code, session.Person.Name.Ja, session.SecondFactorDue, session.Person.Roles.Count));
        Assert.Equal(session.Person.Code, again.Person!.Code);
        await first.RefusedAsync(HttpMethod.Post, Session + "/invitation", new InvitationAnswer(token, "anderes Passwort"), "dead-invitation");
        using var shut = await first.SendAsync(HttpMethod.Get, "/api/v1/access");
        Assert.Equal(HttpStatusCode.Forbidden, shut.StatusCode);
    }

    private static async Task<(string Secret, IReadOnlyList<string> Codes)> AddFactorAsync(Staff first)
    {
        var factor = await first.PutAsync<SecondFactorView>(Factor, new { });
        Assert.Equal(factor, await first.PutAsync<SecondFactorView>(Factor, new { }));
        Assert.Contains($"secret={factor.Secret}", factor.Address, StringComparison.Ordinal);
        using (var wrong = await first.SendAsync(HttpMethod.Put, Factor + "/confirmation", new SecondFactorCode("12345")))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);

        var on = await first.PutAsync<RecoveryCodesView>(Factor + "/confirmation", new SecondFactorCode(Authenticator.Code(factor.Secret)));

        Assert.Equal(10, on.Codes.Distinct().Count());
        Assert.Equal([Roles.Administrator], (await first.GetAsync<SessionView>(Session)).Person!.Roles);
        Assert.NotEmpty(await first.GetAsync<IReadOnlyList<AccessRow>>("/api/v1/access"));
        return (factor.Secret, on.Codes);
    }

    private static async Task SignInWithEachCodeOnceAsync(RunningHost host, string secret, IReadOnlyList<string> codes)
    {
        using var later = Staff.Nobody(host.Url);
        var shown = Authenticator.Code(secret, later: 1);

        await later.RefusedAsync(HttpMethod.Post, Session + "/password", new PasswordSignIn(Administrator, Password), "code-needed");
        var session = await later.PostAsync<SessionView>(Session + "/password", new PasswordSignIn("ADMINISTRATOR", Password, shown));
        Assert.Equal([Roles.Administrator], session.Person!.Roles);
        await later.RefusedAsync(HttpMethod.Post, Session + "/password", new PasswordSignIn(Administrator, Password, shown), "wrong-sign-in");
        await later.RefusedAsync(HttpMethod.Post, Session + "/password", new PasswordSignIn(Administrator, Password, "0" + shown), "wrong-sign-in");
        await later.PostAsync<SessionView>(Session + "/password", new PasswordSignIn(Administrator, Password, codes[0].ToLowerInvariant()));
        await later.RefusedAsync(HttpMethod.Post, Session + "/password", new PasswordSignIn(Administrator, Password, codes[0]), "wrong-sign-in");
        await later.PostAsync<SessionView>(Session + "/password", new PasswordSignIn(Administrator, Password, codes[1]));
    }

    private static async Task FiveWrongTriesSayNoMoreThanToAStrangerAsync(RunningHost host)
    {
        using var thief = Staff.Nobody(host.Url);
        foreach (var name in new[] { "a\u0000", "admin\n", new string('x', 5000), "管理者", "" })
            await thief.RefusedAsync(HttpMethod.Post, Session + "/password", new PasswordSignIn(name, Password), "wrong-sign-in");
        for (var attempt = 0; attempt < 5; attempt++)
            await thief.RefusedAsync(HttpMethod.Post, Session + "/password", new PasswordSignIn(Administrator, $"geraten {attempt}"), "wrong-sign-in");

        var right = await thief.RefusedAsync(HttpMethod.Post, Session + "/password", new PasswordSignIn(Administrator, Password), "wrong-sign-in");
        var stranger = await thief.RefusedAsync(HttpMethod.Post, Session + "/password", new PasswordSignIn("nobody", Password), "wrong-sign-in");

        Assert.Equal(stranger, right);
    }
}

public sealed class AccountsOnSqlite(SqliteFixture database) : AccountContract(database), IClassFixture<SqliteFixture>;

public sealed class AccountsOnPostgreSql(PostgreSqlFixture database) : AccountContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class AccountsOnSqlServer(SqlServerFixture database) : AccountContract(database), IClassFixture<SqlServerFixture>;
