using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>An owner counts the shelf on a phone, sells from it, and nothing stops her at zero.</summary>
public abstract class StockContract(DatabaseFixture database, Browser browser) : BrowserSuite(database, browser)
{
    [DatabaseFact]
    public async Task StockCount_SavesAsItGoes_AndSalesTakeOffTheShelf()
    {
        await using var host = await StartAsync(ShelfCity.WithGoodsOnAShelf);
        var phone = await OpenPhoneAsync(host);
        await phone.SignInAsync("momiji");
        await phone["open-stock"].ClickAsync();
        await phone["turn-on"].ClickAsync();
        await Expect(phone["level-cup"]).ToHaveTextAsync("—");
        await CountUntilCalledAwayAsync(phone);
        await GoOnCountingAsync(phone);
        await SellAsync(phone, "cup", 3);
        await Expect(phone["stock-negative"]).ToHaveCountAsync(0);
        await LevelAsync(phone, "cup", "2個");
        await SellAsync(phone, "cup", 4);
        await Expect(phone["stock-negative"]).ToBeVisibleAsync();
        await LevelAsync(phone, "cup", "-2個");
        await Expect(phone["warning-cup"]).ToHaveTextAsync("足りない");
        await TakeBackAWrongEntryAsync(phone);

        var desk = await OpenDeskAsync(host);
        await desk.SignInAsync("momiji");
        await SettleOnADeskAsync(desk);
        foreach (var window in new[] { phone, desk })
            Assert.Empty(window.Errors);
    }

    /// <summary>By keys alone: a number, Enter, the next one.</summary>
    private static async Task CountUntilCalledAwayAsync(Window phone)
    {
        await phone["part-count"].ClickAsync();
        await Expect(phone["now"]).ToHaveTextAsync("萩焼の湯呑み");
        await phone["key-5"].ClickAsync();
        await Expect(phone["save"]).ToBeInViewportAsync(new() { Ratio = 1 });
        await phone.PictureAsync("stock-count");
        await phone.LookAsync("stock count");
        await phone["save"].ClickAsync();
        await Expect(phone["now"]).ToHaveTextAsync("手ぬぐい");
        await phone.Page.Keyboard.TypeAsync("12");
        await phone.Page.Keyboard.PressAsync("Enter");
        await Expect(phone["now"]).ToHaveTextAsync("秋芳洞マグネット");
        await phone.Page.Keyboard.TypeAsync("9");
    }

    /// <summary>What was saved is saved, and the rest follows.</summary>
    private static async Task GoOnCountingAsync(Window phone)
    {
        await phone.Page.ReloadAsync();
        await Expect(phone["level-towel"]).ToHaveTextAsync("12個");
        await phone["part-count"].ClickAsync();
        await Expect(phone["now"]).ToHaveTextAsync("秋芳洞マグネット");
        await phone["skip"].ClickAsync();
        await phone.Page.Keyboard.TypeAsync("2400");
        await phone.Page.Keyboard.PressAsync("Enter");
        await Expect(phone["now"]).ToHaveTextAsync("秋芳洞マグネット");
        await phone["finish"].ClickAsync();
        await Expect(phone["finished"]).ToContainTextAsync("4 品のうち 3 品");
    }

    private static async Task SellAsync(Window phone, string product, int pieces)
    {
        await phone.TurnToAsync("shop");
        for (var piece = 0; piece < pieces; piece++)
            await phone[$"product-{product}-plus"].ClickAsync();
        await phone["pay-cash"].ClickAsync();
        await phone["cash-exact"].ClickAsync();
        await phone["sell"].ClickAsync();
        await Expect(phone["done"]).ToBeVisibleAsync();
        // There once the server has the sale: stock is read there.
        await Expect(phone["receipt-qr"]).ToBeVisibleAsync();
        await phone.GoAsync("shop");
        await Expect(phone["pay-cash"]).ToBeVisibleAsync();
    }

    private static async Task LevelAsync(Window phone, string product, string level)
    {
        await phone.GoAsync("stock");
        await Expect(phone[$"level-{product}"]).ToHaveTextAsync(level);
    }

    private static async Task TakeBackAWrongEntryAsync(Window phone)
    {
        await phone["item-cup"].ClickAsync();
        await phone["key-9"].ClickAsync();
        await phone["key-00"].ClickAsync();
        await Expect(phone["save"]).ToBeInViewportAsync(new() { Ratio = 1 });
        await phone.LookAsync("stock entry");
        await phone["save"].ClickAsync();
        await Expect(phone["level"]).ToHaveTextAsync("898個");
        await phone["undo-saved"].ClickAsync();
        await Expect(phone["level"]).ToHaveTextAsync("-2個");
        await phone["back"].ClickAsync();
        await Expect(phone["item-cup"]).ToBeVisibleAsync();
        await phone.LookAsync("stock shelf");
    }

    private static async Task SettleOnADeskAsync(Window desk)
    {
        await desk.GoAsync("stock");
        await desk["item-cup"].ClickAsync();
        await Expect(desk["moves"]).ToBeVisibleAsync();
        await desk.PictureAsync("stock");
        await desk["part-suppliers"].ClickAsync();
        await desk["new-supplier"].ClickAsync();
        await desk["supplier-name"].FillAsync("萩の陶工");
        await desk["save-supplier"].ClickAsync();
        await desk["terms-product"].SelectOptionAsync("cup");
        await desk["terms-percent"].FillAsync("55");
        await desk["agree"].ClickAsync();
        await Expect(desk["terms"]).ToContainTextAsync("55 %");
        // Seven cups at 1,200 yen in two sales: 1,980 and 2,640.
        await Expect(desk["statement-open"]).ToContainTextAsync("4,620");
        await desk["settle"].ClickAsync();
        await Expect(desk["settlements"]).ToContainTextAsync("4,620");
        await Expect(desk["statement-open"]).ToContainTextAsync("0");
        await desk.LookAsync("stock suppliers");
    }
}

public sealed class StockOnSqlite(SqliteFixture database, Browser browser)
    : StockContract(database, browser), IClassFixture<SqliteFixture>, IClassFixture<Browser>;
