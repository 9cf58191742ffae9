using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>An owner of seventy joins with the phone in the shop: a sheet, five questions, the first sale. Another shop is set up by the city.</summary>
public abstract class JoiningContract(DatabaseFixture database, Browser browser) : BrowserSuite(database, browser)
{
    [DatabaseFact]
    public async Task Shop_JoinedFromItsSheetOnAPhone_SellsAndComesBackByPin()
    {
        await using var host = await StartAsync();
        var office = await OpenDeskAsync(host);
        await office.SignInAsync("admin");
        await InviteAsync(office, "田中茶舗");
        await office["make-sheet"].ClickAsync();
        var link = await office.ReadCodeAsync("shop-qr");
        Assert.Equal(link[(link.IndexOf('#', StringComparison.Ordinal) + 1)..], (await office["shop-code"].InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal));
        await office.PictureAsync("shop-sheet");
        await office.LookAsync("sheet");

        var phone = await OpenPhoneAsync(host);
        await phone.GoAsync(link[link.IndexOf("join#", StringComparison.Ordinal)..]);
        await AnswerAsync(phone);
        await PinIsLookedAtAsync(phone);
        await SellAsync(phone);
        await Expect(phone["amount"]).ToBeVisibleAsync();
        await phone["lock"].ClickAsync();
        await phone.EnterByPinAsync("tanaka-chaho", "2580");
        await Expect(phone["sign-out"]).ToBeVisibleAsync();

        var thief = await OpenPhoneAsync(host);
        await thief.GoAsync(link[link.IndexOf("join#", StringComparison.Ordinal)..]);
        await Expect(thief["problem"]).ToContainTextAsync("もう使われました");
        await office.GoAsync("shops");
        await Expect(office["shop-田中茶舗"]).ToHaveAttributeAsync("data-state", "Open");
        await office["shop-田中茶舗"].ClickAsync();
        await Expect(office["payout"]).ToContainTextAsync("ヤマダ ハナコ");
        // The PIN that is tried first, and nothing else.
        Assert.Contains("400", Assert.Single(phone.Errors), StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task Shop_SetUpByTheCity_NeedsAPinOnlyAndGoesOnAtStripe()
    {
        await using var host = await StartAsync();
        var office = await OpenDeskAsync(host);
        await office.SignInAsync("admin");
        await InviteAsync(office, "河野陶房");
        await office["on-behalf"].ClickAsync();
        await office["registered"].CheckAsync();
        await office["registration"].FillAsync("7123456789012");
        await office["class-standard"].CheckAsync();
        await office["way-Stripe"].CheckAsync();
        await office["later"].ClickAsync();
        await office["kana"].FillAsync("かわのとうぼう");
        await Expect(office["english"]).ToHaveValueAsync("Kawanotobo");
        await office["english"].FillAsync("Kawano Pottery");
        await office.LookAsync("shop on behalf");
        await office["set-up"].ClickAsync();
        await Expect(office["set-up-by"]).ToHaveTextAsync("admin");
        await office["make-sheet"].ClickAsync();
        var code = await office["shop-code"].InnerTextAsync();

        var tablet = await OpenPhoneAsync(host);
        await tablet.GoAsync("join");
        await tablet["join-code"].FillAsync(code);
        await tablet["look"].ClickAsync();
        await Expect(tablet["shop-name"]).ToHaveCountAsync(0);
        await tablet["join-pin"].FillAsync("1379");
        await tablet["join"].ClickAsync();
        await tablet["to-shop"].ClickAsync();
        await Expect(tablet["sign-out"]).ToBeVisibleAsync();

        await tablet.GoAsync("shops");
        await Expect(tablet["stripe-state"]).ToHaveAttributeAsync("data-state", "Unfinished");
        await tablet["stripe-link"].ClickAsync();
        await Expect(tablet.Page.Locator("button[value=verified]")).ToBeVisibleAsync();
        await tablet.PictureAsync("shop-stripe-form");
        await tablet.Page.Locator("button[value=verified]").ClickAsync();
        await Expect(tablet["stripe-state"]).ToHaveAttributeAsync("data-state", "Ready");
        await tablet.PictureAsync("shop-own");
    }

    private static async Task InviteAsync(Window office, string name)
    {
        await office.GoAsync("shops");
        await office["new-shop"].ClickAsync();
        await office["invite-name"].FillAsync(name);
        await office["invite-shop"].ClickAsync();
        await Expect(office[$"shop-{name}"]).ToHaveAttributeAsync("data-state", "Invited");
    }

    /// <summary>Half way the owner looks for the passbook, and the phone drops the page.</summary>
    private static async Task AnswerAsync(Window phone)
    {
        await Expect(phone["shop-name"]).ToHaveValueAsync("田中茶舗");
        await phone["exempt"].CheckAsync();
        await phone["class-reduced"].CheckAsync();
        await phone.PictureAsync("shop-join");
        await phone.LookAsync("joining");
        await phone.Page.ReloadAsync();
        await Expect(phone["exempt"]).ToBeCheckedAsync();
        await Expect(phone["class-reduced"]).ToBeCheckedAsync();
        await phone["way-City"].CheckAsync();
        await phone["bank"].FillAsync("山口銀行");
        await phone["branch"].FillAsync("美祢支店");
        await phone["account-number"].FillAsync("０１２３４５６");
        await phone["holder"].FillAsync("やまだ　はなこ");
        await phone["later"].ClickAsync();
        await phone["kana"].FillAsync("たなか ちゃほ");
        await Expect(phone["english"]).ToHaveValueAsync("Tanaka Chaho");
        Assert.Equal(8, await phone.Page.EvaluateAsync<int>("() => new Set([...document.querySelectorAll('form.join :required')].map(one => one.name || one.dataset.testid)).size"));
    }

    private static async Task PinIsLookedAtAsync(Window phone)
    {
        await phone["join-pin"].FillAsync("1234");
        await phone["join"].ClickAsync();
        await Expect(phone["problem"]).ToContainTextAsync("続き番号");
        await phone["join-pin"].FillAsync("2580");
        await phone["join"].ClickAsync();
        await Expect(phone["joined"]).ToBeVisibleAsync();
        await phone.PictureAsync("shop-joined");
    }

    private static async Task SellAsync(Window phone)
    {
        await phone["to-shop"].ClickAsync();
        foreach (var digit in "540")
            await phone[$"key-{digit}"].ClickAsync();
        await Expect(phone["total"]).ToContainTextAsync("540");
        await phone.PictureAsync("shop-first-sale");
        await phone["pay-cash"].ClickAsync();
        await phone["cash-exact"].ClickAsync();
        await phone["sell"].ClickAsync();
        await Expect(phone["receipt-qr"]).ToBeVisibleAsync();
        await phone["next"].ClickAsync();
    }
}

public sealed class JoiningOnSqlite(SqliteFixture database, Browser browser) : JoiningContract(database, browser), IClassFixture<SqliteFixture>, IClassFixture<Browser>;
