using Tourism.Kernel;
using Tourism.Testing;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>A tablet becomes the counter's device; two people take turns at it, with and without network; it is lost and handed over.</summary>
public abstract class DeviceContract(DatabaseFixture database, Browser browser) : BrowserSuite(database, browser)
{
    private const string Tablet = "窓口1 iPad";
    private const string Pin = "2580";
    private const string OtherPin = "1379";

    private protected override bool Installs => true;

    [DatabaseFact]
    public async Task Tablet_EnrolledByQr_TwoPeopleTakeTurnsAndItsSalesAreHandedOver()
    {
        await using var host = await StartAsync(settings => settings.WithAccounts());
        var office = await OpenDeskAsync(host);
        await office.AcceptAsync(NewInstallation.TokenIn(host.Log), "秋吉 守");
        var secret = await office.AddSecondFactorAsync();
        await AddSellerAsync(office, "hana", "窓口 花");
        await AddSellerAsync(office, "taro", "窓口 太郎");

        var tablet = await OpenDeskAsync(host);
        await office.MakeDeviceAsync(tablet, Tablet, "akiyoshido/till/akiyoshido-1");
        await ChoosePinAsync(office, tablet, "hana", Pin);
        await ChoosePinAsync(office, tablet, "taro", OtherPin);
        await TakeTurnsAsync(tablet);
        await TakeTurnsAloneAsync(tablet);
        await LostAndHandedOverAsync(office, tablet, secret);
    }

    private static async Task AddSellerAsync(Window office, string name, string displayName)
    {
        await office.TurnToAsync("people");
        await office["new"].ClickAsync();
        await office["account-name"].FillAsync(name);
        await office["account-display-name"].FillAsync(displayName);
        await office[$"role-0-{Roles.TicketStaff}"].CheckAsync();
        await office["site-0"].SelectOptionAsync("akiyoshido");
        await office["till-0"].SelectOptionAsync("akiyoshido-1");
        await office["save"].ClickAsync();
        await Expect(office[$"account-{name}"]).ToBeVisibleAsync();
    }

    /// <summary>Each takes up an invitation on the tablet itself, and chooses the PIN there.</summary>
    private static async Task ChoosePinAsync(Window office, Window tablet, string name, string pin)
    {
        await office.TurnToAsync("people");
        await office[$"account-{name}"].ClickAsync();
        await office["invite"].ClickAsync();
        await tablet.AcceptAsync(NewInstallation.TokenIn(await office["link"].InputValueAsync()), name: null);
        await tablet["open-pin"].ClickAsync();
        await tablet["new-pin"].FillAsync(pin);
        await tablet["new-pin-again"].FillAsync(pin);
        await tablet["set-pin"].ClickAsync();
        await Expect(tablet["open-till"]).ToBeVisibleAsync();
        await tablet["sign-out"].ClickAsync();
        await tablet.EnterByPinAsync(name, pin);
        await Expect(tablet["lock"]).ToBeVisibleAsync();
        await tablet["sign-out"].ClickAsync();
        await Expect(tablet[$"pin-person-{name}"]).ToBeVisibleAsync();
    }

    /// <summary>One key locks; what hana has open waits for her; with taro nothing of hers is left.</summary>
    private static async Task TakeTurnsAsync(Window tablet)
    {
        await tablet.EnterByPinAsync("hana", Pin);
        await tablet["open-till"].ClickAsync();
        await tablet.CountAsync("adult", 2);
        await tablet.Page.Keyboard.PressAsync("F8");
        await Expect(tablet["locked"]).ToBeVisibleAsync();
        await Expect(tablet["product-adult-plus"]).ToBeHiddenAsync();
        await Expect(tablet.Page.Locator("header")).Not.ToContainTextAsync("花");
        await tablet.PictureAsync("lock");
        await tablet.EnterByPinAsync("hana", Pin);
        await tablet.SellForCashAsync();
        await tablet["next"].ClickAsync();

        await tablet.CountAsync("adult", 1);
        await tablet.Page.Keyboard.PressAsync("F8");
        await tablet.EnterByPinAsync("taro", OtherPin);
        await Expect(tablet["pin-clears"]).ToBeVisibleAsync();
        var began = TimeProvider.System.GetTimestamp();
        await tablet["pin-enter"].ClickAsync();
        await Expect(tablet["sign-out"]).ToBeVisibleAsync();
        Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(10), "The change took too long.");
        await Expect(tablet.Page.Locator("header")).ToContainTextAsync("太郎");
        await Expect(tablet["total"]).ToHaveTextAsync("0円");
        await tablet.CountAsync("adult", 1);
        await tablet.SellForCashAsync();
        Assert.Equal(["taro", "hana"], await SellersAsync(tablet));
    }

    private static async Task TakeTurnsAloneAsync(Window tablet)
    {
        await tablet.KeptOnDeviceAsync();
        await tablet.Page.Context.SetOfflineAsync(true);
        await tablet.Page.ReloadAsync();
        await Expect(tablet["lock"]).ToBeVisibleAsync();
        await tablet.Page.Keyboard.PressAsync("F8");
        await tablet.EnterByPinAsync("hana", "0001");
        await Expect(tablet["pin-alone"]).ToContainTextAsync("違います");
        await tablet.EnterByPinAsync("hana", Pin);
        await Expect(tablet.Page.Locator("header")).ToContainTextAsync("花");
        await tablet.CountAsync("adult", 2);
        await tablet.SellForCashAsync();

        await tablet.Page.Context.SetOfflineAsync(false);
        await Expect(tablet["receipt-qr"]).ToBeVisibleAsync();
        await tablet.Page.ReloadAsync();
        await tablet["pin-once-more"].FillAsync(Pin);
        await tablet.Page.Keyboard.PressAsync("Enter");
        await Expect(tablet["pin-again"]).ToHaveCountAsync(0);
        Assert.Equal(["hana", "taro", "hana"], await SellersAsync(tablet));
    }

    /// <summary>The tablet is revoked while it has no network and sells once more. An administrator hands that sale over, on the tablet.</summary>
    private static async Task LostAndHandedOverAsync(Window office, Window tablet, string secret)
    {
        await tablet.GoAsync("till");
        await Expect(tablet["product-adult-plus"]).ToBeVisibleAsync();
        await tablet.Page.Context.SetOfflineAsync(true);
        await tablet.CountAsync("adult", 3);
        await tablet.SellForCashAsync();
        await office.GoAsync("devices");
        await office["device-" + Tablet].ClickAsync();
        await office["device-revoke"].ClickAsync();
        await office["device-sure"].ClickAsync();
        await Expect(office["device-" + Tablet]).ToHaveAttributeAsync("data-state", "Revoked");

        await tablet.Page.Context.SetOfflineAsync(false);
        await tablet.GoAsync("");
        await Expect(tablet["device-revoked"]).ToContainTextAsync("1 件");
        await Expect(tablet["hand-over"]).ToHaveCountAsync(0);
        await tablet["name"].FillAsync("administrator");
        await tablet["password"].FillAsync(AccountSteps.Password);
        await tablet["sign-in"].ClickAsync();
        await tablet["code"].FillAsync(Authenticator.Code(secret, later: 1));
        await tablet["sign-in"].ClickAsync();
        await tablet["hand-over"].ClickAsync();

        await Expect(tablet["hand-over"]).ToHaveCountAsync(0);
        Assert.Equal(["hana", "hana", "taro", "hana"], await SellersAsync(office));
    }

    /// <summary>Who sold the till's last sales, newest first.</summary>
    private static async Task<IReadOnlyList<string>> SellersAsync(Window window)
    {
        var sellers = new List<string>();
        foreach (var sale in (await window.AskAsync("/api/v1/tills/akiyoshido-1/sales")).EnumerateArray())
            sellers.Add((await window.AskAsync($"/api/v1/sales/{sale.GetProperty("id").GetString()}")).GetProperty("person").GetString()!);
        return sellers;
    }
}

public sealed class DevicesOnSqlite(SqliteFixture database, Browser browser) : DeviceContract(database, browser), IClassFixture<SqliteFixture>, IClassFixture<Browser>;
