using Microsoft.Playwright;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>Visitors pay by card on the counter's reader and on their own phones; staff change their minds at the worst moment.</summary>
public abstract class PayingContract(DatabaseFixture database, Browser browser) : BrowserSuite(database, browser)
{
    private const string Reader = "/sandbox/reader/tmr_sandbox_1";

    [DatabaseFact]
    public async Task AtTheCounter_EveryWayAndEveryOrder_IsPaidOnceOrNotAtAll()
    {
        await using var host = await StartAsync();
        var till = await OpenDeskAsync(host);
        await till.OpenTillAsync("hanako");
        await DeclineThenPayAsync(till, await OpenPhoneAsync(host));
        await KoreanVisitorPaysAsync(till, await OpenPhoneAsync(host, "ko-KR"));
        var faster = await PaidBeforeCancelAsync(till, await OpenPhoneAsync(host));
        await CancelledBeforePaidAsync(till, await OpenPhoneAsync(host));
        await SplitAndGiveBackAsync(till, host);
        await till.VerifyJournalAsync("akiyoshido-1", numbers: faster ? 7 : 8);
        await till.NothingToReviewAsync();
        Assert.Empty(till.Errors);
    }

    private static async Task DeclineThenPayAsync(Window till, Window reader)
    {
        await till.CountAsync("adult", 2);
        var line = till.Page.WaitForResponseAsync(answer => answer.Url.EndsWith("/live", StringComparison.Ordinal));
        await till["pay-card"].ClickAsync();
        Assert.StartsWith("text/event-stream", (await line).Headers["content-type"], StringComparison.Ordinal);
        await Expect(till["payment-state"]).ToHaveAttributeAsync("data-state", "AwaitingCustomer");
        await till.LookAsync("till-card");
        await till.PictureAsync("till-card");
        await ActAsync(reader, "declined");
        await Expect(till["payment-state"]).ToHaveAttributeAsync("data-fault", "CardDeclined");
        await till.LookAsync("till-card-declined");
        await till.PictureAsync("till-card-declined");
        await till["card-again"].ClickAsync();
        await Expect(till["payment-state"]).Not.ToHaveAttributeAsync("data-fault", "CardDeclined");
        await ActAsync(reader, "foreign");
        await SoldAsync(till);
    }

    private static async Task KoreanVisitorPaysAsync(Window till, Window phone)
    {
        await till.CountAsync("adult", 1);
        await till["pay-qr"].ClickAsync();
        await phone.Page.GotoAsync(await till.ReadCodeAsync("payment-qr"));
        await Expect(phone.Page.Locator("html")).ToHaveAttributeAsync("lang", "ko");
        await ActAsync(phone, "card", open: false);
        await Expect(phone.Page.Locator("html")).ToHaveAttributeAsync("lang", "ko");
        await SoldAsync(till);
    }

    /// <summary>True when the visitor was faster than the cashier.</summary>
    private static async Task<bool> PaidBeforeCancelAsync(Window till, Window phone)
    {
        await till.CountAsync("adult", 1);
        await till["pay-qr"].ClickAsync();
        await phone.Page.GotoAsync(await till.ReadCodeAsync("payment-qr"));
        // Both at the same moment: whoever is first, the till tells what the provider says.
        await Task.WhenAll(ActAsync(phone, "card", open: false), till["cancel-payment"].ClickAsync(new LocatorClickOptions { Delay = 250 }));
        await Expect(till["done"].Or(till["not-paid"])).ToBeVisibleAsync();
        var paid = await till["done"].IsVisibleAsync();
        if (paid)
            await till["next"].ClickAsync();
        else
            await SellRestForCashAsync(till);
        await phone.Page.ReloadAsync();
        await Expect(phone.Page.Locator("form button[value=card]")).ToHaveCountAsync(0);
        return paid;
    }

    private static async Task CancelledBeforePaidAsync(Window till, Window phone)
    {
        await till.CountAsync("adult", 1);
        await till["pay-qr"].ClickAsync();
        await phone.Page.GotoAsync(await till.ReadCodeAsync("payment-qr"));
        await till["cancel-payment"].ClickAsync();
        await Expect(till["not-paid"]).ToBeVisibleAsync();
        await ActAsync(phone, "card", open: false);
        await Expect(phone.Page.Locator("form button[value=card]")).ToHaveCountAsync(0);
        await SellRestForCashAsync(till);
    }

    /// <summary>Two people, 1,000 in cash and the rest by card: of one person's 1,300 the card gets all.</summary>
    private async Task SplitAndGiveBackAsync(Window till, HostProcess host)
    {
        await till.CountAsync("adult", 2);
        await till["pay-split"].ClickAsync();
        await till["part-amount"].FillAsync("1000");
        await till["way-cash"].ClickAsync();
        await till["way-card"].ClickAsync();
        await till["sell"].ClickAsync();
        await Expect(till["to-pay"]).ToContainTextAsync("1,600");
        await ActAsync(await OpenPhoneAsync(host), "tap");
        await SoldAsync(till);
        await till["last-sales"].ClickAsync();
        await till.Page.Locator(".last-item").First.ClickAsync();
        await till["refund"].ClickAsync();
        await till["refund-1-minus"].ClickAsync();
        await Expect(till["refund-total"]).ToContainTextAsync("1,300");
        await till["refund-give"].ClickAsync();
        await Expect(till["back-Card"]).ToContainTextAsync("1,300");
    }

    private static async Task ActAsync(Window window, string act, bool open = true)
    {
        if (open)
            await window.Page.GotoAsync(Reader);
        await window.Page.Locator($"button[value={act}]").ClickAsync();
    }

    private static async Task SoldAsync(Window till)
    {
        await Expect(till["done"]).ToBeVisibleAsync();
        await till["next"].ClickAsync();
    }

    private static async Task SellRestForCashAsync(Window till)
    {
        await till.SellForCashAsync();
        await till["next"].ClickAsync();
    }
}

public sealed class PayingOnSqlite(SqliteFixture database, Browser browser)
    : PayingContract(database, browser), IClassFixture<SqliteFixture>, IClassFixture<Browser>;
