using Tourism.Testing.Databases;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>The network goes, the queue does not.</summary>
public abstract class OfflineContract(DatabaseFixture database, Browser browser) : BrowserSuite(database, browser)
{
    private protected override bool Installs => true;

    [DatabaseFact]
    public async Task NetworkGone_TillAndGateGoOn_OneSaleOneAdmission()
    {
        await using var host = await StartAsync();
        var till = await OpenDeskAsync(host);
        var gate = await OpenPhoneAsync(host);
        await till.OpenTillAsync("hanako");
        await till.KeptOnDeviceAsync();
        await gate.OpenGateAsync("ken");

        foreach (var window in new[] { till, gate })
            await window.Page.Context.SetOfflineAsync(true);
        var ticket = await SellAfterReloadAsync(till);
        await gate.ScanAsync(ticket, "Admitted");
        await Expect(gate["decided-alone"]).ToContainTextAsync("まだ届いていません");
        await gate.ScanAsync(ticket, "AlreadyUsed");

        await ComeBackAsync(gate, till);
        await OneSaleOneAdmissionAsync(till, gate);
    }

    private static async Task<string> SellAfterReloadAsync(Window till)
    {
        await till.Page.ReloadAsync();
        await till.CountAsync("adult", 2);
        var ticket = await till.SellForCashAsync();
        await Expect(till["receipt-later"]).ToBeVisibleAsync();
        await till.PictureAsync("till-offline");
        return ticket;
    }

    /// <summary>The gate first: its admission reaches the server before the sale does.</summary>
    private static async Task ComeBackAsync(Window gate, Window till)
    {
        await gate.Page.Context.SetOfflineAsync(false);
        await Expect(gate["net"]).ToHaveAttributeAsync("data-alone", "false");
        await Expect(gate["waiting"]).ToBeEmptyAsync();
        await till.Page.Context.SetOfflineAsync(false);
        await Expect(till["receipt-qr"]).ToBeVisibleAsync();
    }

    private static async Task OneSaleOneAdmissionAsync(Window till, Window gate)
    {
        var sale = Assert.Single((await till.AskAsync("/api/v1/tills/akiyoshido-1/sales")).EnumerateArray());
        Assert.Equal((2600, 2), (sale.GetProperty("total").GetInt32(), sale.GetProperty("people").GetInt32()));
        var used = Assert.Single((await gate.AskAsync("/api/v1/gates/main/list")).GetProperty("tickets").EnumerateArray());
        Assert.Equal((2, "main"), (used.GetProperty("admitted").GetInt32(), used.GetProperty("lastUsedGate").GetString()));
        await till.NothingToReviewAsync();
        await till.VerifyJournalAsync("akiyoshido-1", numbers: 1);
    }
}

public sealed class OfflineOnSqlite(SqliteFixture database, Browser browser)
    : OfflineContract(database, browser), IClassFixture<SqliteFixture>, IClassFixture<Browser>;
