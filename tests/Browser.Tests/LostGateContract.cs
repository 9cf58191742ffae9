using Tourism.Testing;
using Tourism.Testing.Databases;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>A gate is lost while scans wait on it: they reach the office as a file, and by network.</summary>
public abstract class LostGateContract(DatabaseFixture database, Browser browser) : BrowserSuite(database, browser)
{
    private const string Scans = "/api/v1/gates/main/scans";

    private protected override bool Installs => true;

    [DatabaseFact]
    public async Task Gate_LostWithoutNetwork_ItsScansReachTheOfficeAsAFileAndByNetwork()
    {
        await using var host = await StartAsync();
        var (till, gate, office) = (await OpenDeskAsync(host), await OpenPhoneAsync(host), await OpenDeskAsync(host));
        await till.OpenTillAsync("hanako");
        var ticket = await till.SellToTwoAsync();
        await gate.OpenGateAsync("ken");
        await gate.KeptOnDeviceAsync();
        await office.SignInAsync("admin");
        await RevokeAloneAsync(office, gate, ticket);
        using var folder = new TemporaryFolder();
        var file = await SaveAsync(gate, folder);

        var changed = folder.Path("changed.json");
        await File.WriteAllTextAsync(changed, (await File.ReadAllTextAsync(file)).Replace(Scans, Scans.Replace("main", "elevator", StringComparison.Ordinal), StringComparison.Ordinal));
        await office["hand-over-file"].SetInputFilesAsync(changed);
        await Expect(office["hand-over-faults"]).ToContainTextAsync("1 件目");
        await Expect(office["hand-over-take"]).ToHaveCountAsync(0);
        await office["hand-over-file"].SetInputFilesAsync(file);
        await Expect(office["hand-over-proven"]).ToContainTextAsync("署名されています");
        await office["hand-over-take"].ClickAsync();
        await Expect(office["hand-over-done"]).ToContainTextAsync("1 件を記録しました");
        await office.PictureAsync("hand-over");

        // From the gate itself it is the same scan again.
        await gate.Page.Context.SetOfflineAsync(false);
        await gate.GoAsync("");
        await gate["person-admin"].ClickAsync();
        await gate["hand-over"].ClickAsync();
        await Expect(gate["hand-over"]).ToHaveCountAsync(0);
        var other = await OpenPhoneAsync(host);
        await other.OpenGateAsync("ken");
        await other.ScanByKeysAsync(ticket, "AlreadyUsed");
    }

    /// <summary>A party goes in while the gate has no network; by the time it has one again, nobody trusts it any more.</summary>
    private static async Task RevokeAloneAsync(Window office, Window gate, string ticket)
    {
        await gate.Page.Context.SetOfflineAsync(true);
        await gate.ScanByKeysAsync(ticket, "Admitted");
        await Expect(gate["decided-alone"]).ToBeVisibleAsync();
        await office.GoAsync("devices");
        await office.Page.Locator(".account").Filter(new() { HasText = "正面入口" }).ClickAsync();
        await office["device-revoke"].ClickAsync();
        await office["device-sure"].ClickAsync();
        await Expect(office.Page.Locator(".account[data-state=Revoked]")).ToBeVisibleAsync();
        await gate.Page.Context.SetOfflineAsync(false);
        await gate.GoAsync("");
        await Expect(gate["device-revoked"]).ToContainTextAsync("1 件");
        await Expect(gate["hand-over-save"]).ToHaveCountAsync(0);
    }

    private static async Task<string> SaveAsync(Window gate, TemporaryFolder folder)
    {
        await gate.Page.Context.SetOfflineAsync(true);
        await gate.Page.ReloadAsync();
        await Expect(gate["hand-over-save"]).ToBeVisibleAsync();
        var saved = await gate.Page.RunAndWaitForDownloadAsync(() => gate["hand-over-save"].ClickAsync());
        Assert.StartsWith("main-", saved.SuggestedFilename, StringComparison.Ordinal);
        await Expect(gate["device-revoked"]).ToContainTextAsync(saved.SuggestedFilename);
        await saved.SaveAsAsync(folder.Path("scans.json"));
        return folder.Path("scans.json");
    }
}

public sealed class LostGateOnSqlite(SqliteFixture database, Browser browser) : LostGateContract(database, browser), IClassFixture<SqliteFixture>, IClassFixture<Browser>;
