using System.Text.RegularExpressions;
using Tourism.Testing;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>What people with accounts, and their devices, do at the door.</summary>
internal static partial class AccountSteps
{
    public const string Password = "朝の秋芳洞はとても涼しい";

    public static async Task AcceptAsync(this Window window, string token, string? name)
    {
        await window.GoAsync("invitation#" + token);
        if (name is not null)
            await window["your-name"].FillAsync(name);
        await window["new-password"].FillAsync(Password);
        await window["accept"].ClickAsync();
        await Expect(window["sign-out"]).ToBeVisibleAsync();
    }

    /// <summary>Sets up the second factor, without which an office does not open.</summary>
    public static async Task<string> AddSecondFactorAsync(this Window office)
    {
        var secret = await office.AddAppAsync();
        await Expect(office["open-people"]).ToBeVisibleAsync();
        return secret;
    }

    /// <summary>The phone's app reads the code from the screen.</summary>
    public static async Task<string> AddAppAsync(this Window office)
    {
        await Expect(office["factor-qr"]).ToBeVisibleAsync();
        var secret = Secret().Match(await office.ReadCodeAsync("factor-qr")).Groups[1].Value;
        await office["factor-code"].FillAsync(Authenticator.Code(secret));
        await office["factor-confirm"].ClickAsync();
        await Expect(office["recovery"].Locator("li")).ToHaveCountAsync(10);
        await office["codes-kept"].ClickAsync();
        return secret;
    }

    /// <summary>Adds a device at <paramref name="place"/> and shows its code.</summary>
    public static async Task AddDeviceAsync(this Window office, string name, string place)
    {
        await office.TurnToAsync("devices");
        await office["new-device"].ClickAsync();
        await office["device-name"].FillAsync(name);
        await office["device-place"].SelectOptionAsync(place);
        await office["device-save"].ClickAsync();
        await Expect(office["device-code"]).ToBeVisibleAsync();
    }

    /// <summary>The other window reads the code from the screen and becomes the device.</summary>
    public static async Task MakeDeviceAsync(this Window office, Window device, string name, string place)
    {
        await office.AddDeviceAsync(name, place);
        var link = await office.ReadCodeAsync("device-qr");
        await office.PictureAsync("devices");
        await device.GoAsync(link[link.IndexOf("enrol#", StringComparison.Ordinal)..]);
        await Expect(office[$"device-{name}"]).ToHaveAttributeAsync("data-state", "Active");
        await Expect(device["sign-in"]).ToBeVisibleAsync();
    }

    public static async Task EnterByPinAsync(this Window device, string person, string pin)
    {
        await device[$"pin-person-{person}"].ClickAsync();
        await device["pin"].FillAsync(pin);
        await device["pin-enter"].ClickAsync();
    }

    [GeneratedRegex("secret=([A-Z2-7]+)")]
    private static partial Regex Secret();
}
