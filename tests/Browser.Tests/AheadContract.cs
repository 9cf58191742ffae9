using System.Text;
using System.Text.RegularExpressions;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>A poster at the car park, and two families who read it.</summary>
public abstract partial class AheadContract(DatabaseFixture database, Browser browser) : BrowserSuite(database, browser)
{
    [DatabaseFact]
    public async Task FromThePoster_OneFamilyPaysAndIsAdmitted_AnotherLeavesAndPaysNothing()
    {
        await using var host = await StartAsync();
        var address = await PrintPosterAsync(host);
        var code = await BuyAsync(await OpenPhoneAsync(host, "ko-KR"), address);
        var gate = await OpenPhoneAsync(host);
        await gate.OpenGateAsync("ken");
        await gate.ScanAsync(code, "Admitted");
        await LeaveAsync(await OpenPhoneAsync(host, "en-US"), address);
        Assert.Empty(gate.Errors);
    }

    /// <summary>Gives what the poster's QR code says.</summary>
    private async Task<string> PrintPosterAsync(HostProcess host)
    {
        var office = await OpenDeskAsync(host);
        await office.SignInAsync("admin");
        await office.TurnToAsync("merchants");
        await office["site-akiyoshido"].ClickAsync();
        await office.LookAsync("site");
        var poster = await office["site-poster"].GetAttributeAsync("href");
        await office.Page.SetViewportSizeAsync(840, 1190);
        await office.Page.GotoAsync(poster!);
        await office.PictureAsync("poster");
        var sheet = await office.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });
        Assert.Single(SheetOfPaper().Matches(Encoding.Latin1.GetString(sheet)));
        Assert.Empty(office.Errors);
        return await office.ReadCodeAsync("sheet-qr");
    }

    /// <summary>Gives what the ticket's QR code says.</summary>
    private static async Task<string> BuyAsync(Window phone, string address)
    {
        Assert.EndsWith("/BUY/AKIYOSHIDO", address, StringComparison.Ordinal);
        await phone.Page.GotoAsync(address);
        await Expect(phone.Page.Locator("html")).ToHaveAttributeAsync("lang", "ko");
        await phone["people-adult-plus"].ClickAsync();
        await phone["people-adult-plus"].ClickAsync();
        await phone["people-preschool-plus"].ClickAsync();
        await Expect(phone["sum"]).ToContainTextAsync("2,600");
        await phone.PictureAsync("buy-ko");
        await phone["next"].ClickAsync();
        await Expect(phone["total"]).ToContainTextAsync("2,600");
        await Accessibility.CheckAsync(phone.Page, "check");
        await phone["pay"].ClickAsync();
        await phone.Page.Locator("button[value=card]").ClickAsync();
        await Expect(phone["ticket"]).ToBeVisibleAsync();
        await Expect(phone.Page.Locator("html")).ToHaveAttributeAsync("lang", "ko");
        await phone.PictureAsync("bought-ko");
        Assert.Empty(phone.Errors);
        return await phone.ReadCodeAsync("ticket-qr");
    }

    private static async Task LeaveAsync(Window phone, string address)
    {
        await phone.Page.GotoAsync(address);
        await phone["people-adult"].FillAsync("25");
        await phone["next"].ClickAsync();
        await Expect(phone["said"]).ToContainTextAsync("20 people or more");
        await Expect(phone["people-adult"]).ToHaveValueAsync("25");
        await phone["people-adult"].FillAsync("2");
        await phone["next"].ClickAsync();
        await phone["change"].ClickAsync();
        await Expect(phone["people-adult"]).ToHaveValueAsync("2");
        await phone["next"].ClickAsync();
        await phone["pay"].ClickAsync();
        await phone.Page.Locator(".back a").ClickAsync();
        await phone["end"].ClickAsync();
        await Expect(phone.Page.GetByRole(Microsoft.Playwright.AriaRole.Status)).ToContainTextAsync("Nothing was charged");
        await phone["again"].ClickAsync();
        await Expect(phone["next"]).ToBeVisibleAsync();
        Assert.Equal(["Failed to load resource: the server responded with a status of 422 (Unprocessable Entity)"], phone.Errors);
    }

    [GeneratedRegex("/Type\\s*/Page\\b(?!s)")]
    private static partial Regex SheetOfPaper();
}

public sealed class AheadOnSqlite(SqliteFixture database, Browser browser)
    : AheadContract(database, browser), IClassFixture<SqliteFixture>, IClassFixture<Browser>;
