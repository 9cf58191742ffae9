using System.Text.RegularExpressions;
using Tourism.Kernel;
using Tourism.Testing;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>The first administrator of a new installation lets the ticket counter in.</summary>
public abstract partial class AccountsContract(DatabaseFixture database, Browser browser) : BrowserSuite(database, browser)
{
    [DatabaseFact]
    public async Task FirstStart_FromTheLinkToSomebodySelling()
    {
        await using var host = await StartAsync(settings => settings.WithAccounts());
        var office = await OpenDeskAsync(host);
        var counter = await OpenPhoneAsync(host);

        await office.AcceptAsync(NewInstallation.TokenIn(host.Log), "秋吉 守");
        var secret = await office.AddSecondFactorAsync();
        var link = await AddHanaAsync(office);
        await LookIntoTheOutboxAsync(office);
        await office.MakeDeviceAsync(counter, "窓口1 iPad", "akiyoshido/till/akiyoshido-1");
        await counter.AcceptAsync(link, name: null);
        await counter["open-till"].ClickAsync();
        await Expect(counter["sell"]).ToBeVisibleAsync();
        await ComeBackByNameAsync(office, secret);
        await TheTrailTellsItAsync(office);

        Assert.DoesNotContain(office.Errors, error => !error.Contains("422", StringComparison.Ordinal));
        Assert.Empty(counter.Errors);
    }

    private static async Task<string> AddHanaAsync(Window office)
    {
        await office["open-people"].ClickAsync();
        await office["new"].ClickAsync();
        await office["account-name"].FillAsync("hana");
        await office["account-display-name"].FillAsync("窓口 花");
        await office["account-email"].FillAsync("hana@city.example");
        await office[$"role-0-{Roles.TicketStaff}"].CheckAsync();
        await office["site-0"].SelectOptionAsync("akiyoshido");
        await office["till-0"].SelectOptionAsync("akiyoshido-1");
        await office["save"].ClickAsync();
        await office["letter-ja"].ClickAsync();
        await office["mail"].ClickAsync();
        await Expect(office["letter-sent"]).ToHaveAttributeAsync("data-state", "Shown");
        await office["invite"].ClickAsync();
        await Expect(office["link"]).ToHaveValueAsync(Link());
        await Expect(office["account-hana"]).ToHaveAttributeAsync("data-state", "Invited");
        await office.Page.EvaluateAsync("scrollTo(0, 0)");
        await office.PictureAsync("people");
        return NewInstallation.TokenIn(await office["link"].InputValueAsync());
    }

    /// <summary>Nothing leaves an installation without a mail server; the letter's link opens all the same.</summary>
    private static async Task LookIntoTheOutboxAsync(Window office)
    {
        await office.TurnToAsync("");
        await office["open-letters"].ClickAsync();
        await Expect(office["letter"]).ToContainTextAsync("窓口 花 様");
        await Expect(office["letter-link"]).ToHaveAttributeAsync("href", Link());
        await office.PictureAsync("letters");
    }

    private static async Task ComeBackByNameAsync(Window office, string secret)
    {
        await office["sign-out"].ClickAsync();
        await office["name"].FillAsync("administrator");
        await office["password"].FillAsync(AccountSteps.Password);
        await office["sign-in"].ClickAsync();
        await office["code"].FillAsync(Authenticator.Code(secret, later: 1));
        await office["sign-in"].ClickAsync();
        await Expect(office["open-people"]).ToBeVisibleAsync();
        await office["open-recovery"].ClickAsync();
        await office["renew-code"].FillAsync(Authenticator.Code(secret, later: 2));
        await office["renew"].ClickAsync();
        await Expect(office["recovery"].Locator("li")).ToHaveCountAsync(10);
    }

    /// <summary>Who did what is there, latest first, and nobody touched it.</summary>
    private static async Task TheTrailTellsItAsync(Window office)
    {
        await office.TurnToAsync("audit");
        var deeds = office["trail"].Locator("> li");
        await Expect(deeds.First).ToHaveAttributeAsync("data-deed", "RecoveryCodesMade");
        await office["person"].FillAsync("administrator");
        await office["deed"].SelectOptionAsync("AccountKept");
        await office["find"].ClickAsync();
        await Expect(deeds).ToHaveCountAsync(1);
        await deeds.Locator("summary").ClickAsync();
        await Expect(deeds.Locator("tbody")).ToContainTextAsync("akiyoshido-1");
        await office["check"].ClickAsync();
        await Expect(office["whole"]).ToBeVisibleAsync();
        await office["deed"].SelectOptionAsync("");
        await office["person"].FillAsync("");
        await office["find"].ClickAsync();
        await office.PictureAsync("audit");
    }

    [GeneratedRegex("/app/invitation#[0-9A-V]{26}$")]
    private static partial Regex Link();
}

public sealed class AccountsOnSqlite(SqliteFixture database, Browser browser) : AccountsContract(database, browser), IClassFixture<SqliteFixture>, IClassFixture<Browser>;
