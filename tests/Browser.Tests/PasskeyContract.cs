using System.Text.Json;
using Microsoft.Playwright;
using Tourism.Testing;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>The first administrator takes a passkey for the second factor and signs in with nothing else. Chromium plays the device.</summary>
public abstract class PasskeyContract(DatabaseFixture database, Browser browser) : BrowserSuite(database, browser)
{
    private const string Password = "朝の秋芳洞はとても涼しい";

    [DatabaseFact]
    public async Task Passkey_FromTheFirstSetUp_SignsInAlone()
    {
        await using var host = await StartAsync(settings => settings.WithAccounts().AtLocalhost());
        var office = await OpenDeskAsync(host);
        var (device, authenticator) = await PlugInAsync(office);

        await SetUpAsync(office, NewInstallation.TokenIn(host.Log));
        await office["sign-out"].ClickAsync();
        await SignInAsync(office);
        await SomebodyElsesFingerAsync(office, device, authenticator);
        await SignInAsync(office);
        await ShowOwnAsync(office);
        await AddAppLaterAsync(office);

        Assert.DoesNotContain(office.Errors, error => !error.Contains("422", StringComparison.Ordinal));
    }

    private static async Task<(ICDPSession Device, string Authenticator)> PlugInAsync(Window window)
    {
        var device = await window.Page.Context.NewCDPSessionAsync(window.Page);
        await device.SendAsync("WebAuthn.enable");
        var added = await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return (device, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    private static async Task SetUpAsync(Window office, string token)
    {
        await office.GoAsync("invitation#" + token);
        await office["new-password"].FillAsync(Password);
        await office["accept"].ClickAsync();
        await Expect(office["factor-qr"]).ToBeVisibleAsync();
        await office.Page.SetViewportSizeAsync(1280, 1250);
        await office.PictureAsync("second-factor");
        await office.Page.SetViewportSizeAsync(1280, 800);
        await office["passkey-name"].FillAsync("事務所のパソコン");
        await office["passkey-add"].ClickAsync();
        await Expect(office["recovery"].Locator("li")).ToHaveCountAsync(10);
        await office["codes-kept"].ClickAsync();
        await Expect(office["open-people"]).ToBeVisibleAsync();
    }

    private static async Task SignInAsync(Window office)
    {
        await office["sign-in-passkey"].ClickAsync();
        await Expect(office["open-people"]).ToBeVisibleAsync();
    }

    /// <summary>The device asks for the finger, and it is the wrong one.</summary>
    private static async Task SomebodyElsesFingerAsync(Window office, ICDPSession device, string authenticator)
    {
        await office["sign-out"].ClickAsync();
        await Expect(office["sign-in-passkey"]).ToBeVisibleAsync();
        await VerifiesAsync(device, authenticator, false);
        await office["sign-in-passkey"].ClickAsync();
        await Expect(office["no-passkey"]).ToBeVisibleAsync();
        await Expect(office["open-people"]).Not.ToBeVisibleAsync();
        await VerifiesAsync(device, authenticator, true);
    }

    private static Task<JsonElement?> VerifiesAsync(ICDPSession device, string authenticator, bool verifies) => device.SendAsync(
        "WebAuthn.setUserVerified", new() { ["authenticatorId"] = authenticator, ["isUserVerified"] = verifies });

    /// <summary>It is the only second factor, so it stays.</summary>
    private static async Task ShowOwnAsync(Window office)
    {
        await office["open-passkeys"].ClickAsync();
        await Expect(office["passkeys"].Locator("li")).ToHaveCountAsync(1);
        await office["passkey-remove"].ClickAsync();
        await Expect(office["problem"]).ToBeVisibleAsync();
    }

    /// <summary>With an app the passkey may go.</summary>
    private static async Task AddAppLaterAsync(Window office)
    {
        await office["app-add"].ClickAsync();
        await Expect(office["factor-qr"]).ToBeVisibleAsync();
        await office.Page.SetViewportSizeAsync(1280, 1250);
        await office.PictureAsync("authenticator-app");
        await office.Page.SetViewportSizeAsync(1280, 800);
        await office.AddAppAsync();
        await Expect(office["app-on"]).ToBeVisibleAsync();
        await office["passkey-remove"].ClickAsync();
        await Expect(office["passkeys"].Locator("li")).ToHaveCountAsync(0);
    }
}

public sealed class PasskeyOnSqlite(SqliteFixture database, Browser browser) : PasskeyContract(database, browser), IClassFixture<SqliteFixture>, IClassFixture<Browser>;
