using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>A phone becomes a gate's device by typing, and nobody else does by the same code.</summary>
public abstract class EnrolmentContract(DatabaseFixture database, Browser browser) : BrowserSuite(database, browser)
{
    [DatabaseFact]
    public async Task Gate_EnrolledByTypedCode_IsNobodysUntilSomebodySignsIn()
    {
        await using var host = await StartAsync(settings => settings.WithAccounts());
        var office = await OpenDeskAsync(host);
        await office.AcceptAsync(NewInstallation.TokenIn(host.Log), "秋吉 守");
        await office.AddSecondFactorAsync();
        var gate = await OpenPhoneAsync(host);

        await office.AddDeviceAsync("正面入口 iPhone", "akiyoshido/gate/main");
        var code = await office["device-code"].InnerTextAsync();
        await gate.GoAsync("enrol");
        await gate["enrol-code"].FillAsync("0000 0000 0000");
        await gate["enrol"].ClickAsync();
        await Expect(gate["problem"]).ToContainTextAsync("12桁の数字");
        await gate["enrol-code"].FillAsync(code);
        await gate["enrol"].ClickAsync();

        await Expect(office["device-正面入口 iPhone"]).ToHaveAttributeAsync("data-state", "Active");
        await Expect(gate["sign-in"]).ToBeVisibleAsync();
        await Expect(gate["sign-out"]).ToHaveCountAsync(0);
        var thief = await OpenPhoneAsync(host);
        await thief.GoAsync("enrol#" + string.Concat(code.Where(char.IsAsciiDigit)));
        await Expect(thief["problem"]).ToContainTextAsync("もう使われました");
    }
}

public sealed class EnrolmentOnSqlite(SqliteFixture database, Browser browser) : EnrolmentContract(database, browser), IClassFixture<SqliteFixture>, IClassFixture<Browser>;
