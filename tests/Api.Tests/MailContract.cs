using System.Net;
using System.Text;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;

namespace Tourism.Api.Tests;

/// <summary>Links by mail: over a server that is down, a host that is killed, a password that is wrong.</summary>
public abstract class MailContract(DatabaseFixture database) : DatabaseSuite(database)
{
    private const string Address = "hana@city.example";
    private static readonly PostView Counter = new([Roles.TicketStaff], "akiyoshido", "akiyoshido-1");

    [DatabaseFact]
    public async Task Link_ByMail_ArrivesOnceWhateverHappens()
    {
        await using var mail = new MailHost();
        await using var host = await RunningHost.StartAsync(Database, settings => settings.WithAccounts().With(mail.Settings()));
        using var admin = await NewCity.AcceptAsync(host.Url, NewInstallation.TokenIn(host.Log));
        var hana = await AddAsync(admin, "hana", Address);

        var letter = await ServerIsDownAsync(admin, hana);
        await host.CrashAsync();
        mail.Start();
        await EndsAsync(admin, hana, letter, LetterState.Sent);
        await TheSameAgainChangesNothingAsync(admin, hana, letter);
        Assert.Single(mail.Letters);
        await ItLetsHerInAsync(host.Url, mail.Letters[0], letter);
        await TheServerDoesNotKnowHerAsync(admin, hana, mail);
        mail.Login = "pos:another";
        await ThePasswordIsWrongAsync(admin, hana);
        await NothingTellsTheAddressAsync(host, admin, hana);
    }

    private static async Task<string> AddAsync(Staff admin, string name, string email)
    {
        var path = $"/api/v1/accounts/{Guid.CreateVersion7()}";
        foreach (var wrong in new[] { "hana", "hana@city", "hana@@city.example", "花@city.example", "hana@city.example, x@y.example", "hana@city.example\r\nBcc: x@y.example", "Hana <hana@city.example>", new string('a', 200) + "@city.example" })
        {
            var answer = await admin.RefusedAsync(HttpMethod.Put, path, new AccountRequest(name, "窓口 花", [Counter]) { Email = wrong }, "wrong-address");
            Assert.Contains("field: email", answer, StringComparison.Ordinal);
        }

        var request = new AccountRequest(name, "窓口 花", [Counter]);
        var added = await admin.PutAsync<AccountView>(path, request);
        Assert.Null(added.Email);
        await admin.RefusedAsync(HttpMethod.Put, $"{path}/letters/{Guid.CreateVersion7()}", new LetterRequest("ja"), "no-address");
        var kept = await admin.PutAsync<AccountView>(path, request with { Email = email, Version = added.Version });
        Assert.Equal((email, AccountState.New), (kept.Email, kept.State));
        Assert.Equal(kept.Version, (await admin.PutAsync<AccountView>(path, request)).Version);
        return path;
    }

    private static async Task<Guid> ServerIsDownAsync(Staff admin, string person)
    {
        var letter = Guid.CreateVersion7();
        await admin.RefusedAsync(HttpMethod.Put, $"{person}/letters/{letter}", new LetterRequest("ko"), "wrong-language");
        var written = await admin.PutAsync<LetterView>($"{person}/letters/{letter}", new LetterRequest("ja"));
        Assert.Equal((letter, LetterState.Waiting), (written.Id, written.State));
        await WaitAsync(admin, person, letter, view => view is { State: LetterState.Waiting, Trouble: LetterTrouble.Unreachable, Tries: > 0 });
        return letter;
    }

    private static Task EndsAsync(Staff admin, string person, Guid letter, LetterState state, LetterTrouble? trouble = null) =>
        WaitAsync(admin, person, letter, view => view.State == state && view.Trouble == trouble && view.EndedAt is not null);

    private static async Task WaitAsync(Staff admin, string person, Guid letter, Func<LetterView, bool> until)
    {
        // A host that is killed while it hands a letter over leaves it leased for three minutes.
        LetterView? view = null;
        for (var tries = 0; tries < 2000; tries++)
        {
            view = (await admin.GetAsync<IReadOnlyList<LetterView>>(person + "/letters")).Single(one => one.Id == letter);
            if (until(view))
                return;
            await Task.Delay(100);
        }

        Assert.Fail($"The letter stays as it is: {view}");
    }

    private static async Task TheSameAgainChangesNothingAsync(Staff admin, string person, Guid letter)
    {
        Assert.Equal(LetterState.Sent, (await admin.PutAsync<LetterView>($"{person}/letters/{letter}", new LetterRequest("ja"))).State);
        await admin.RefusedAsync(HttpMethod.Put, $"{person}/letters/{letter}", new LetterRequest("en"), "id-reused");
        await Task.Delay(1500);
    }

    private static async Task ItLetsHerInAsync(Uri host, string letter, Guid id)
    {
        Assert.Contains($"Message-Id: <{id}@pay.city.example>", letter, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"To: {Address}", letter, StringComparison.Ordinal);
        var body = letter[(letter.IndexOf("\n\n", StringComparison.Ordinal) is > 0 and var plain ? plain : letter.IndexOf("\r\n\r\n", StringComparison.Ordinal))..];
        var text = letter.Contains("base64", StringComparison.Ordinal) ? Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(body.Where(one => !char.IsWhiteSpace(one))))) : body;
        Assert.Contains("窓口 花 様", text, StringComparison.Ordinal);
        Assert.Contains("サインイン名: hana", text, StringComparison.Ordinal);
        using var hana = await NewCity.AcceptAsync(host, NewInstallation.TokenIn(text));
        Assert.Equal("hana", (await hana.GetAsync<SessionView>(NewCity.Session)).Person!.Code);
    }

    private static async Task TheServerDoesNotKnowHerAsync(Staff admin, string person, MailHost mail)
    {
        mail.Unknown = Address;
        var letter = Guid.CreateVersion7();
        await admin.PutAsync<LetterView>($"{person}/letters/{letter}", new LetterRequest("en"));
        await EndsAsync(admin, person, letter, LetterState.Dead, LetterTrouble.RecipientRefused);
        mail.Unknown = null;
    }

    private static async Task ThePasswordIsWrongAsync(Staff admin, string person)
    {
        var letter = Guid.CreateVersion7();
        await admin.PutAsync<LetterView>($"{person}/letters/{letter}", new LetterRequest("en"));
        await EndsAsync(admin, person, letter, LetterState.Dead, LetterTrouble.WrongPassword);
    }

    /// <summary>Neither the log nor the trail; and the screen of Demo does not exist where mail is sent.</summary>
    private static async Task NothingTellsTheAddressAsync(RunningHost host, Staff admin, string person)
    {
        using var trail = await admin.SendAsync(HttpMethod.Get, "/api/v1/audit?take=200");
        var entries = await trail.Content.ReadAsStringAsync();
        Assert.DoesNotContain(Address, entries, StringComparison.Ordinal);
        Assert.DoesNotContain(Address, host.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("Postgeheimnis", host.Log, StringComparison.Ordinal);
        Assert.Equal(3, (await admin.GetAsync<AuditPage>("/api/v1/audit?deed=letterWritten")).Items.Count(entry => person.EndsWith(entry.Subject, StringComparison.Ordinal)));
        using var shown = await admin.SendAsync(HttpMethod.Get, "/api/v1/letters");
        Assert.Equal(HttpStatusCode.NotFound, shown.StatusCode);
    }

    [DatabaseFact]
    public async Task Link_WithoutAMailServer_IsShownToAdministratorsAndOpens()
    {
        using var folder = new Tourism.Testing.TemporaryFolder();
        await using var host = await HostProcess.StartAsync(new HostSettings(folder.FullName));
        using var admin = await Staff.SignInAsync(host.Url, "admin");
        var path = $"/api/v1/accounts/{Guid.CreateVersion7()}";
        await admin.PutAsync<AccountView>(path, new AccountRequest("hana", "窓口 花", [Counter]) { Email = Address });

        var written = await admin.PutAsync<LetterView>($"{path}/letters/{Guid.CreateVersion7()}", new LetterRequest("en"));

        var shown = Assert.Single(await admin.GetAsync<IReadOnlyList<ShownLetterView>>("/api/v1/letters"));
        Assert.Equal((written.Id, Address, LetterState.Shown), (shown.Id, shown.To, written.State));
        Assert.Equal(MailUse.Shown, (await admin.GetAsync<SessionView>(NewCity.Session)).Mail);
        using var hana = await NewCity.AcceptAsync(host.Url, NewInstallation.TokenIn(shown.Text));
        using var refused = await hana.SendAsync(HttpMethod.Get, "/api/v1/letters");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }
}

public sealed class MailOnSqlite(SqliteFixture database) : MailContract(database), IClassFixture<SqliteFixture>;

public sealed class MailOnPostgreSql(PostgreSqlFixture database) : MailContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class MailOnSqlServer(SqlServerFixture database) : MailContract(database), IClassFixture<SqlServerFixture>;
