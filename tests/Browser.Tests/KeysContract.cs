using Microsoft.Playwright;
using Tourism.Testing.Databases;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>The office rotates the keys of server and till; gates go on, also without network.</summary>
public abstract class KeysContract(DatabaseFixture database, Browser browser) : BrowserSuite(database, browser)
{
    [DatabaseFact]
    public async Task Keys_RotatedAndRevoked_TheGateWithoutNetworkKnows()
    {
        await using var host = await StartAsync();
        var (till, gate, office) = (await OpenDeskAsync(host), await OpenPhoneAsync(host), await OpenDeskAsync(host));
        await till.OpenTillAsync("hanako");
        var before = await till.SellToTwoAsync();
        await office.SignInAsync("admin");
        await office.TurnToAsync("devices");
        await Expect(Keys(office, "Signing")).ToHaveCountAsync(2);
        await office["rotate-key"].ClickAsync();
        await Expect(Keys(office, "Verified")).ToHaveCountAsync(1);
        await office["key-renew"].ClickAsync();
        await Expect(office["key-asked"]).ToBeVisibleAsync();

        await till.GoAsync("");
        await till.GoAsync("till");
        await Expect(till["product-adult-plus"]).ToBeVisibleAsync();
        var after = await till.SellToTwoAsync();
        await office.Page.ReloadAsync();
        await Expect(Keys(office, "Signing")).ToHaveCountAsync(2);
        await Expect(Keys(office, "Verified")).ToHaveCountAsync(2);
        await office["keys"].ScrollIntoViewIfNeededAsync();
        await office.PictureAsync("ticket-keys");
        await RevokeAndTakeBackAsync(office);

        await gate.OpenGateAsync("ken");
        await gate.Page.Context.SetOfflineAsync(true);
        foreach (var code in new[] { before, after })
            await gate.ScanByKeysAsync(code, "Admitted");
        await Expect(gate["decided-alone"]).ToBeVisibleAsync();
    }

    private static async Task RevokeAndTakeBackAsync(Window office)
    {
        var former = office.Page.Locator("[data-testid=ticket-key][data-state=Verified]").Filter(new() { HasText = "窓口" });
        await Expect(former.GetByTestId("key-hits")).ToContainTextAsync("そのまま使えます");
        await former.GetByTestId("key-revoke").ClickAsync();
        await office["key-restore"].ClickAsync();
        await Expect(Keys(office, "Verified")).ToHaveCountAsync(2);
    }

    private static ILocator Keys(Window office, string state) => office.Page.Locator($"[data-testid=ticket-key][data-state={state}]");
}

public sealed class KeysOnSqlite(SqliteFixture database, Browser browser) : KeysContract(database, browser), IClassFixture<SqliteFixture>, IClassFixture<Browser>;
