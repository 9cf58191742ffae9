using Tourism.Testing.Databases;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>One of three cannot come: the money for one goes back, the other two get a new ticket.</summary>
public abstract class RefundContract(DatabaseFixture database, Browser browser) : BrowserSuite(database, browser)
{
    [DatabaseFact]
    public async Task OnePersonGivenBack_TheRestEntersWithANewTicket()
    {
        await using var host = await StartAsync();
        var till = await OpenDeskAsync(host);
        var gate = await OpenPhoneAsync(host);
        await till.OpenTillAsync("hanako");
        await till.CountAsync("adult", 3);
        var old = await till.SellForCashAsync();
        await Expect(till["receipt-qr"]).ToBeVisibleAsync();
        await till["next"].ClickAsync();

        var rest = await GiveBackOneAsync(till);
        await gate.OpenGateAsync("ken");
        await gate.ScanAsync(old, "Revoked");
        await gate.ScanAsync(rest, "Admitted");
        await Expect(gate["scan-result"]).ToContainTextAsync("2 人 どうぞ");
        await till.NothingToReviewAsync();
        await till.VerifyJournalAsync("akiyoshido-1", numbers: 2);

        foreach (var window in new[] { till, gate })
            Assert.Empty(window.Errors);
    }

    private static async Task<string> GiveBackOneAsync(Window till)
    {
        await till["last-sales"].ClickAsync();
        await till.Page.Locator(".last-item").First.ClickAsync();
        await till["refund"].ClickAsync();
        await till["refund-1-minus"].ClickAsync();
        await till["refund-1-minus"].ClickAsync();
        await Expect(till["refund-total"]).ToContainTextAsync("1,300");
        await till["refund-give"].ClickAsync();
        await Expect(till["back-Cash"]).ToContainTextAsync("1,300");
        return await till.ReadCodeAsync("rest-qr");
    }
}

public sealed class RefundOnSqlite(SqliteFixture database, Browser browser)
    : RefundContract(database, browser), IClassFixture<SqliteFixture>, IClassFixture<Browser>;
