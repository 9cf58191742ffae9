using System.Net;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;

namespace Tourism.Api.Tests;

/// <summary>What people do is on the audit trail, and whoever rewrites it is found out.</summary>
public abstract class TrailContract(DatabaseFixture database) : DatabaseSuite(database)
{
    private const string Trail = "/api/v1/audit";
    private const string Wrong = "falsches Passwort 7";

    /// <summary>The start makes one; on a server's database the migrate command before it has made another.</summary>
    private int FirstLinks => Database.Provider == DatabaseProvider.Sqlite ? 1 : 2;

    [DatabaseFact]
    public async Task Trail_OfAnInstallation_TellsWhoDidWhatAndNoSecret()
    {
        await using var host = await NewCity.StartAsync(Database);
        var link = NewInstallation.TokenIn(host.Log);
        using var admin = await NewCity.AcceptAsync(host.Url, link);
        using var stranger = Staff.Nobody(host.Url);
        await stranger.RefusedAsync(HttpMethod.Post, NewCity.Session + "/password", new PasswordSignIn(NewCity.Administrator, Wrong), "wrong-sign-in");
        await stranger.RefusedAsync(HttpMethod.Post, NewCity.Session + "/password", new PasswordSignIn("mein passwort", Wrong), "wrong-sign-in");
        using var hana = await AddHanaAsync(host.Url, admin);
        await AskedForWhatIsNotTheirsAsync(hana);

        var page = await admin.GetAsync<AuditPage>(Trail + "?take=200");
        Assert.Equal(
            [
                (Deed.Denied, "hana", "GET api/v1/accounts"), (Deed.InvitationAccepted, "hana", "hana"), (Deed.Invited, NewCity.Administrator, "hana"),
                (Deed.AccountKept, NewCity.Administrator, "hana"), (Deed.SignInRefused, null, "?"), (Deed.SignInRefused, null, NewCity.Administrator),
                (Deed.SecondFactorOn, NewCity.Administrator, NewCity.Administrator), (Deed.InvitationAccepted, NewCity.Administrator, NewCity.Administrator),
                .. Enumerable.Repeat((Deed.Invited, (string?)null, NewCity.Administrator), FirstLinks),
            ],
            page.Items.Select(item => (item.Deed, item.Person, item.Subject)));
        var all = string.Join('\n', page.Items.Select(item => $"{item}{item.Before}{item.After}"));
        Assert.DoesNotContain(link, all, StringComparison.Ordinal);
        Assert.All(new[] { Wrong, "mein passwort", NewCity.Password }, secret => Assert.DoesNotContain(secret, all + host.Log, StringComparison.Ordinal));
        Assert.Equal("akiyoshido", page.Items[0].Site);
        await WholeUntilSomebodyWritesInItAsync(host, admin);
    }

    private static async Task<Staff> AddHanaAsync(Uri host, Staff admin)
    {
        var id = Guid.CreateVersion7();
        await admin.PutAsync<AccountView>($"/api/v1/accounts/{id}", new AccountRequest("hana", "窓口 花", [new PostView([Roles.TicketStaff], "akiyoshido", "akiyoshido-1")]));
        await admin.PutAsync<AccountView>($"/api/v1/accounts/{id}", new AccountRequest("hana", "窓口 花", [new PostView([Roles.TicketStaff], "akiyoshido", "akiyoshido-1")]));
        var invitation = await admin.PutAsync<InvitationView>($"/api/v1/accounts/{id}/invitation", new InvitationRequest(false));
        return await NewCity.AcceptAsync(host, NewInstallation.TokenIn(invitation.Link));
    }

    /// <summary>Asking again at once is not told again.</summary>
    private static async Task AskedForWhatIsNotTheirsAsync(Staff hana)
    {
        for (var time = 0; time < 3; time++)
        {
            using var office = await hana.SendAsync(HttpMethod.Get, "/api/v1/accounts");
            Assert.Equal(HttpStatusCode.Forbidden, office.StatusCode);
        }
    }

    private async Task WholeUntilSomebodyWritesInItAsync(RunningHost host, Staff admin)
    {
        var check = await admin.GetAsync<AuditCheck>(Trail + "/check");
        var (exit, log) = await host.CommandAsync("verify");
        Assert.Equal((true, 0), (check.Whole, exit));
        Assert.Contains($"{8 + FirstLinks} entries, closes with {check.Days.Single().Closes}", log, StringComparison.Ordinal);

        await RewriteAsync();

        check = await admin.GetAsync<AuditCheck>(Trail + "/check");
        (exit, log) = await host.CommandAsync("verify");
        Assert.Equal((false, 2, 5), (check.Whole, exit, check.Days.Single().BrokenAt));
        Assert.Contains("BROKEN at 5", log, StringComparison.Ordinal);
    }

    /// <summary>Somebody with every right in the database takes the guard away and blames another.</summary>
    private async Task RewriteAsync()
    {
        await Database.ExecuteAsync(Database.Provider == DatabaseProvider.PostgreSql ? $"DROP TRIGGER pos_audit_stays ON pos_audit" : (FormattableString)$"DROP TRIGGER pos_audit_stays");
        if (Database.Provider == DatabaseProvider.Sqlite)
            await Database.ExecuteAsync($"DROP TRIGGER pos_audit_details");
        Assert.Equal(1, await Database.ExecuteAsync($"""UPDATE pos_audit SET "Person" = 'hana' WHERE "Number" = 5"""));
    }
}

public sealed class TrailOnSqlite(SqliteFixture database) : TrailContract(database), IClassFixture<SqliteFixture>;

public sealed class TrailOnPostgreSql(PostgreSqlFixture database) : TrailContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class TrailOnSqlServer(SqlServerFixture database) : TrailContract(database), IClassFixture<SqlServerFixture>;
