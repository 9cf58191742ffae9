using Tourism.Pos.Shared.Codes;
using Tourism.Testing.Databases;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>A coupon, a card on another terminal and cash pay one sale; a part of it goes back; a shop shows its JPQR code.</summary>
public abstract class ExternalContract(DatabaseFixture database, Browser browser) : BrowserSuite(database, browser)
{
    [DatabaseFact]
    public async Task PaidElsewhere_AtTillAndShop_IsSoldSplitAndGivenBack()
    {
        await using var host = await StartAsync();
        var till = await OpenDeskAsync(host);
        await till.OpenTillAsync("hanako");
        await SellByKeyAsync(till);
        await SplitAsync(till);
        await GiveBackAsync(till);
        await till.VerifyJournalAsync("akiyoshido-1", numbers: 3);

        var shop = await OpenPhoneAsync(host);
        await SellAtTheShopAsync(shop);
        await till.NothingToReviewAsync();
        foreach (var window in new[] { till, shop })
            Assert.Empty(window.Errors);
    }

    [DatabaseFact]
    public async Task Office_RetiresATenderAndBringsItBack()
    {
        await using var host = await StartAsync();
        var office = await OpenDeskAsync(host);
        await office.SignInAsync("admin");
        await office.TurnToAsync("tenders");
        await office["tender-transit-ic"].ClickAsync();
        await office.PictureAsync("tenders");
        await office["retire"].ClickAsync();
        await Expect(office["tender-transit-ic"]).ToHaveAttributeAsync("data-retired", "true");
        await office["retire"].ClickAsync();
        await Expect(office["tender-transit-ic"]).Not.ToHaveAttributeAsync("data-retired", "true");
        await office["new"].ClickAsync();
        foreach (var (field, text) in new[] { ("tender-code", "gift-card"), ("tender-name-ja", "ギフトカード"), ("tender-fee", "1.5"), ("tender-note-ja", "ギフトカードでのお支払いです") })
            await office[field].FillAsync(text);
        await office["tender-over-Returned"].ClickAsync();
        await office["tender-site-trout-farm"].CheckAsync();
        await office["save"].ClickAsync();
        await Expect(office["tender-gift-card"]).ToContainTextAsync("1.5%");
        await office.LookAsync("tenders");
        Assert.Empty(office.Errors);
    }

    /// <summary>Q is the first of the other ways: it asks for a slip, Enter says that the money is taken.</summary>
    private static async Task SellByKeyAsync(Window till)
    {
        await till.CountAsync("adult", 1);
        await till.Page.Keyboard.PressAsync("q");
        await Expect(till["take-amount"]).ToContainTextAsync("1,300");
        await till["slip"].FillAsync("00123-7");
        await till["slip"].PressAsync("Enter");
        await Expect(till["receipt-qr"]).ToBeVisibleAsync();
        await till["next"].ClickAsync();
    }

    private static async Task SplitAsync(Window till)
    {
        await till.CountAsync("adult", 2);
        await till["pay-split"].ClickAsync();
        await till["part-amount"].FillAsync("1000");
        await till["way-regional-coupon"].ClickAsync();
        await till["part-amount"].FillAsync("600");
        await till["way-card-terminal"].ClickAsync();
        await till["take-done"].ClickAsync();
        await till["part-amount"].FillAsync("5000");
        await till.PictureAsync("till-split");
        await till["way-cash"].ClickAsync();
        await till["sell"].ClickAsync();
        await Expect(till["change"]).ToContainTextAsync("4,000");
        await Expect(till["receipt-qr"]).ToBeVisibleAsync();
        await till["next"].ClickAsync();
    }

    /// <summary>One of two: 600 on the terminal, 700 in cash; the coupon stays out of it.</summary>
    private static async Task GiveBackAsync(Window till)
    {
        await till["last-sales"].ClickAsync();
        await till.Page.Locator(".last-item").First.ClickAsync();
        await till["refund"].ClickAsync();
        await Expect(till["refund-give"]).ToBeDisabledAsync();
        await till["refund-1-minus"].ClickAsync();
        await till["refund-slip"].FillAsync("00124-1");
        await Expect(till["way-back-Cash"]).ToContainTextAsync("700");
        await Accessibility.CheckAsync(till.Page, "refund of a total in parts");
        await till["refund-give"].ClickAsync();
        await Expect(till["back-External"]).ToContainTextAsync("600");
        await Expect(till["back-Cash"]).ToContainTextAsync("700");
        await till["refund-close"].ClickAsync();
    }

    private static async Task SellAtTheShopAsync(Window shop)
    {
        await shop.SignInAsync("momiji");
        await shop.TurnToAsync("shop");
        await shop["amount"].FillAsync("1280");
        foreach (var way in new[] { "pay-qr", "pay-cash", "pay-points", "pay-paypay-sticker", "pay-regional-coupon", "pay-jpqr", "pay-split" })
            await Expect(shop[way]).ToBeInViewportAsync(new() { Ratio = 1 });
        await Accessibility.CheckAsync(shop.Page, "ways to pay at a shop");
        await shop["pay-jpqr"].ClickAsync();
        var code = MerchantCode.Read(await shop.ReadCodeAsync("jpqr")).Value;
        Assert.Equal(("1280", "おみやげ もみじ"), (code.Amount, code.Jpqr!.NameJa));
        await shop.PictureAsync("shop-jpqr");
        await shop["take-done"].ClickAsync();
        await Expect(shop["done"]).ToContainTextAsync("JPQR");
        await shop["next"].ClickAsync();
        await shop["amount"].FillAsync("800");
        await shop["pay-split"].ClickAsync();
        await shop["part-amount"].FillAsync("500");
        await shop["way-paypay-sticker"].ClickAsync();
        await shop["way-cash"].ClickAsync();
        await Accessibility.CheckAsync(shop.Page, "total in parts at a shop");
        await shop["sell"].ClickAsync();
        await Expect(shop["done"]).ToContainTextAsync("PayPay");
        await Expect(shop["receipt-qr"]).ToBeVisibleAsync();
        await shop["next"].ClickAsync();
    }
}

public sealed class ExternalOnSqlite(SqliteFixture database, Browser browser)
    : ExternalContract(database, browser), IClassFixture<SqliteFixture>, IClassFixture<Browser>;
