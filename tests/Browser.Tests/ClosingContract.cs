using System.Globalization;
using Tourism.Kernel;
using Tourism.Testing.Databases;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>High water: the cave closes with a ticket outside.</summary>
public abstract class ClosingContract(DatabaseFixture database, Browser browser) : BrowserSuite(database, browser)
{
    [DatabaseFact]
    public async Task Flood_ClosesTheSite_AndTwoPeopleExtendItsTickets()
    {
        await using var host = await StartAsync();
        var till = await OpenDeskAsync(host);
        var gate = await OpenPhoneAsync(host);
        var visitor = await OpenPhoneAsync(host, "ko-KR");
        var admin = await OpenDeskAsync(host);
        await till.OpenTillAsync("hanako");
        await till.CountAsync("adult", 2);
        var ticket = await till.SellForCashAsync();

        await CloseAsync(till);
        await NobodySellsOrEntersAsync(till, gate, ticket);
        await visitor.Page.GotoAsync(ticket);
        await Expect(visitor.Page.Locator(".notice")).ToHaveTextAsync("물이 불어나 지금은 입장할 수 없습니다.");
        var lastDay = await ProposeAsync(till);
        await ConfirmAsync(admin);
        await visitor.Page.ReloadAsync();
        await Expect(visitor.Page.Locator("time").Last).ToHaveTextAsync(lastDay);
        await visitor.PictureAsync("ticket-closed-ko");
        await admin["reopen"].ClickAsync();
        await Expect(admin["close-site"]).ToBeVisibleAsync();
        await gate.ScanAsync(ticket, "Admitted");

        foreach (var window in new[] { till, gate, visitor, admin })
            Assert.Empty(window.Errors);
    }

    private static async Task CloseAsync(Window office)
    {
        await office.TurnToAsync("closing");
        await office["reason-Flood"].CheckAsync();
        await office["close-site"].ClickAsync();
        await Expect(office["closed"]).ToContainTextAsync("秋芳洞は休止中です(増水");
        await Expect(office["unused-tickets"]).ToHaveTextAsync("1");
        await Expect(office["at-counter"]).ToContainTextAsync("2,600");
    }

    private static async Task NobodySellsOrEntersAsync(Window till, Window gate, string ticket)
    {
        await till.GoAsync("till");
        await Expect(till["closed"]).ToBeVisibleAsync();
        await Expect(till["product-adult-plus"]).ToBeDisabledAsync();
        await Expect(till["sell"]).ToBeDisabledAsync();
        await gate.OpenGateAsync("ken");
        await gate.ScanAsync(ticket, "Blocked");
    }

    /// <summary>Gives the new last day. Whoever proposes cannot confirm.</summary>
    private static async Task<string> ProposeAsync(Window office)
    {
        await office.TurnToAsync("closing");
        var lastDay = BusinessDate.Of(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await office["last-day"].FillAsync(lastDay);
        await office["propose-extend"].ClickAsync();
        await Expect(office["proposed"]).ToContainTextAsync(lastDay);
        await Expect(office["confirm"]).ToBeDisabledAsync();
        await office.PictureAsync("closing");
        return lastDay;
    }

    private static async Task ConfirmAsync(Window admin)
    {
        await admin.SignInAsync("admin");
        await admin.TurnToAsync("closing");
        await admin["site-akiyoshido"].CheckAsync();
        await admin["confirm"].ClickAsync();
        await Expect(admin["remedy-progress"]).ToContainTextAsync("1枚のうち1枚");
    }
}

public sealed class ClosingOnSqlite(SqliteFixture database, Browser browser)
    : ClosingContract(database, browser), IClassFixture<SqliteFixture>, IClassFixture<Browser>;
