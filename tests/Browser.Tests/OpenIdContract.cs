using Tourism.Api.Tests;
using Tourism.Kernel;
using Tourism.Testing;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>Staff and members leave for the city's provider, which is another site, and come back.</summary>
public abstract class OpenIdContract(DatabaseFixture database, Browser browser) : BrowserSuite(database, browser)
{
    private const string Member = "019ab000-0000-7000-8000-000000000001";
    private const string Card = "/p/9L4KSH9D8H2KQJPD8D0L4H1D64";

    [DatabaseFact]
    public async Task Staff_LinkTheirAccountOrTakeUpAnInvitationWithIt()
    {
        await using var city = await CityLogin.StartAsync();
        await using var host = await StartAsync(settings => settings.WithAccounts().AtLocalhost().With(city.Settings()));
        city.Serve(host.Url);
        city.Subject = "s-1001";
        var (office, counter) = (await OpenDeskAsync(host), await OpenPhoneAsync(host));
        await office.AcceptAsync(NewInstallation.TokenIn(host.Log), name: null);
        var secret = await office.AddSecondFactorAsync();

        await LinkedAsync(office, secret);
        city.Subject = "s-2002";
        await TheCounterComesInOnItsDeviceAsync(office, counter);

        Assert.Empty(office.Errors);
        Assert.Empty(counter.Errors);
    }

    private static async Task LinkedAsync(Window office, string secret)
    {
        await office["open-passkeys"].ClickAsync();
        await office["openid"].ClickAsync();
        await Expect(office["openid-outcome"]).ToContainTextAsync("つなぎました");
        await office.GoAsync("");
        await office["sign-out"].ClickAsync();
        await office["openid"].ClickAsync();
        await office["openid-code"].FillAsync(Authenticator.Code(secret, later: 1));
        await office["openid-confirm"].ClickAsync();
        await Expect(office["open-people"]).ToBeVisibleAsync();
    }

    /// <summary>She has no password. Her session is the tablet's: without the device it is nothing.</summary>
    private static async Task TheCounterComesInOnItsDeviceAsync(Window office, Window counter)
    {
        var link = await InviteAsync(office);
        await office.MakeDeviceAsync(counter, "窓口1 iPad", "akiyoshido/till/akiyoshido-1");
        await counter.GoAsync("invitation#" + link);
        await counter["openid"].ClickAsync();
        await Expect(counter["open-till"]).ToBeVisibleAsync();
        await counter.Page.ReloadAsync();
        await Expect(counter["open-till"]).ToBeVisibleAsync();
        await counter.Page.Context.ClearCookiesAsync(new() { Name = "tourism-device" });
        await counter.Page.ReloadAsync();
        await Expect(counter["openid"]).ToBeVisibleAsync();
    }

    private static async Task<string> InviteAsync(Window office)
    {
        await office["open-people"].ClickAsync();
        await office["new"].ClickAsync();
        await office["account-name"].FillAsync("hana");
        await office["account-display-name"].FillAsync("窓口 花");
        await office[$"role-0-{Roles.TicketStaff}"].CheckAsync();
        await office["site-0"].SelectOptionAsync("akiyoshido");
        await office["till-0"].SelectOptionAsync("akiyoshido-1");
        await office["save"].ClickAsync();
        await office["invite"].ClickAsync();
        await Expect(office["account-hana"]).ToHaveAttributeAsync("data-state", "Invited");
        return NewInstallation.TokenIn(await office["link"].InputValueAsync());
    }

    [DatabaseFact]
    public async Task Member_ShowsTheCardOnceAndThenSignsInAlone()
    {
        await using var city = await CityLogin.StartAsync();
        await using var host = await StartAsync(settings => settings.AtLocalhost().With(city.MemberSettings()));
        city.Serve(host.Url);
        city.Subject = "m-1001";
        await GrantAsync(host, await OpenDeskAsync(host));
        var phone = await OpenPhoneAsync(host);

        await ShowCardAsync(phone);
        await EveryLanguageIsReadableAsync(phone, "member-unlink");
        await SignInAloneAsync(phone);
        await EndAsync(phone);

        // A refused card is answered by 422, which a browser calls an error.
        Assert.DoesNotContain(phone.Errors, error => !error.Contains("422", StringComparison.Ordinal));
    }

    private static async Task GrantAsync(HostProcess host, Window office)
    {
        await office.SignInAsync("sato");
        var path = new Uri(host.Url, $"/api/v1/points/grants/{Guid.CreateVersion7()}").ToString();
        var granted = await office.Page.APIRequest.PutAsync(path, new() { DataObject = new { programme = "health-volunteer", member = Member, points = 850, evidence = "体操教室" } });
        Assert.Equal(201, granted.Status);
    }

    /// <summary>A wrong code is told; then the phone's camera opens the card's own page.</summary>
    private static async Task ShowCardAsync(Window phone)
    {
        await phone.Page.GotoAsync("/");
        await phone.Page.GetByText("ポイントを見る").ClickAsync();
        await EveryLanguageIsReadableAsync(phone, "member-sign-in");
        await phone["member-sign-in"].ClickAsync();
        await EveryLanguageIsReadableAsync(phone, "member-card");
        await phone["member-card"].FillAsync(new string('0', 26));
        await phone["member-link"].ClickAsync();
        await Expect(phone["said"]).ToContainTextAsync("つなげません");
        await phone.PictureAsync("member-card");
        await phone.Page.GotoAsync(Card);
        await Accessibility.CheckAsync(phone.Page, "card");
        await phone["member-link"].ClickAsync();
        await Expect(phone["said"]).ToContainTextAsync("つなぎました");
    }

    private static async Task SignInAloneAsync(Window phone)
    {
        await phone["member-sign-out"].ClickAsync();
        await Expect(phone["said"]).ToContainTextAsync("サインアウト");
        await phone["member-sign-in"].ClickAsync();
        await Expect(phone["points"]).ToHaveTextAsync("850");
        await Expect(phone["expiry"]).ToContainTextAsync("850 ポイント");
        await phone.PictureAsync("member");
    }

    private static async Task EndAsync(Window phone)
    {
        await phone.Page.Locator("summary").ClickAsync();
        await phone["member-unlink"].ClickAsync();
        await Expect(phone["member-card"]).ToBeVisibleAsync();
        await Expect(phone["points"]).ToHaveCountAsync(0);
    }

    private static async Task EveryLanguageIsReadableAsync(Window phone, string shown)
    {
        foreach (var language in Language.All.Reverse())
        {
            await phone.Page.GotoAsync($"/points?lang={language}");
            await Expect(phone[shown]).ToBeAttachedAsync();
            await Accessibility.CheckAsync(phone.Page, $"points {language}");
        }
    }
}

public sealed class OpenIdOnSqlite(SqliteFixture database, Browser browser) : OpenIdContract(database, browser), IClassFixture<SqliteFixture>, IClassFixture<Browser>;
