using Tourism.Testing.Databases;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>A family that does not go in together.</summary>
public abstract class PartyContract(DatabaseFixture database, Browser browser) : BrowserSuite(database, browser)
{
    [DatabaseFact]
    public async Task Family_EntersInParts_ByTwoEntrances()
    {
        await using var host = await StartAsync();
        var till = await OpenDeskAsync(host);
        var main = await OpenPhoneAsync(host);
        var elevator = await OpenPhoneAsync(host);

        var ticket = await SellAsync(till);
        await main.OpenGateAsync("ken");
        await elevator.OpenGateAsync("emi");
        await main.ScanAsync(ticket, "Admitted", people: 2);
        await Expect(main["remaining"]).ToContainTextAsync("残り 2 人");
        await elevator.ScanAsync(ticket, "Admitted", people: 1);
        await Expect(elevator["remaining"]).ToContainTextAsync("残り 1 人");
        await main.ScanAsync(ticket, "ExceedsParty", people: 2);
        await Expect(main["last-use"]).ToContainTextAsync("エレベーター口");
        await main.ScanAsync(ticket, "Admitted");
        await elevator.ScanAsync(ticket, "AlreadyUsed");
        await Expect(elevator["scan-result"]).ToContainTextAsync("使い終わった券");
        await Expect(elevator["last-use"]).ToContainTextAsync("正面入口");
        await elevator.PictureAsync("gate-phone");

        foreach (var window in new[] { till, main, elevator })
            Assert.Empty(window.Errors);
    }

    private static async Task<string> SellAsync(Window till)
    {
        await till.OpenTillAsync("hanako");
        await till.CountAsync("adult", 2);
        await till.CountAsync("elementary", 1);
        await till.CountAsync("preschool", 1);
        await Expect(till["total"]).ToContainTextAsync("3,300");
        return await till.SellForCashAsync();
    }
}

public sealed class PartyOnSqlite(SqliteFixture database, Browser browser)
    : PartyContract(database, browser), IClassFixture<SqliteFixture>, IClassFixture<Browser>;
