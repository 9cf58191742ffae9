using Microsoft.Playwright;
using Tourism.Testing.Databases;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>A visitor of the cave shows the ticket at the shop, and comes back to the counter with it.</summary>
public abstract class ShownContract(DatabaseFixture database, Browser browser) : BrowserSuite(database, browser)
{
    [DatabaseFact]
    public async Task Ticket_ReadByTheHandScanner_GoesWithTheSaleAndFindsItsOwn()
    {
        await using var host = await StartAsync();
        var till = await OpenDeskAsync(host);
        var shop = await OpenPhoneAsync(host);
        await till.OpenTillAsync("hanako");
        await till.CountAsync("adult", 2);
        var ticket = await till.SellForCashAsync();
        var number = await till["receipt-number"].InnerTextAsync();
        await Expect(till["receipt-qr"]).ToBeVisibleAsync();

        await ShopSellsAsync(shop, ticket);
        await till["next"].ClickAsync();
        await TillHearsNoKeysAsync(till, ticket);
        await FindAsync(till, ticket, number);

        foreach (var window in new[] { till, shop })
            Assert.Empty(window.Errors);
    }

    /// <summary>The scanner types into the field for the amount, which must not become part of the amount.</summary>
    private static async Task ShopSellsAsync(Window shop, string ticket)
    {
        await shop.SignInAsync("momiji");
        await shop.TurnToAsync("shop");
        await shop["amount"].FillAsync("800");
        await shop["amount"].FocusAsync();
        await shop.ScanKeysAsync(ticket);
        await Expect(shop["shown"]).ToBeVisibleAsync();
        await Expect(shop["amount"]).ToHaveValueAsync("800");
        await Expect(shop["total"]).ToContainTextAsync("800");
        await shop["pay-cash"].ClickAsync();
        await shop["cash-exact"].ClickAsync();
        var sent = await shop.Page.RunAndWaitForRequestAsync(
            () => shop["sell"].ClickAsync(), request => request.Method == "PUT" && request.Url.Contains("/api/v1/sales/", StringComparison.Ordinal));
        await Expect(shop["done"]).ToBeVisibleAsync();
        Assert.Matches("\"visitor\":\\{\"token\":\"[0-9a-f-]{36}\",\"source\":\"ticket\"\\}", sent.PostData!);
        Assert.DoesNotContain(ticket.Split('/')[^1], sent.PostData!, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The letters of an address are the keys of the till; a scan presses none of them, fingers do.</summary>
    private static async Task TillHearsNoKeysAsync(Window till, string ticket)
    {
        await till.Page.EvaluateAsync("() => document.activeElement.blur()");
        await till.ScanKeysAsync(ticket);
        await Expect(till["shown"]).ToBeVisibleAsync();
        await Expect(till["total"]).ToHaveTextAsync("0円");
        await Expect(till["school-trip"]).ToHaveAttributeAsync("aria-pressed", "false");
        await till["shown-undo"].ClickAsync();
        await till.Page.EvaluateAsync("() => document.activeElement.blur()");
        foreach (var key in new[] { "Digit1", "Digit1", "Digit3" })
            await till.Page.Keyboard.PressAsync(key);
        await Expect(till["total"]).ToHaveTextAsync("3,300円");
        await till["clear"].ClickAsync();
    }

    private static async Task FindAsync(Window till, string ticket, string number)
    {
        await till["last-sales"].ClickAsync();
        await Expect(till["recent-what"]).ToContainTextAsync(number);
        await till.Page.EvaluateAsync("() => document.activeElement.blur()");
        await till.Page.Keyboard.PressAsync("Slash");
        await Expect(till["find"]).ToBeFocusedAsync();
        await till.Page.Keyboard.TypeAsync("１");
        await till.Page.Keyboard.PressAsync("Enter");
        await Expect(till["find"]).ToHaveValueAsync("");
        await till.ScanKeysAsync(ticket);
        await Expect(till["find"]).ToHaveValueAsync("");
        await Expect(till["recent-what"]).ToContainTextAsync(number);
        await Expect(till["refund"]).ToBeEnabledAsync();
        await till.PictureAsync("till-find");
    }
}

public sealed class ShownOnSqlite(SqliteFixture database, Browser browser)
    : ShownContract(database, browser), IClassFixture<SqliteFixture>, IClassFixture<Browser>;
