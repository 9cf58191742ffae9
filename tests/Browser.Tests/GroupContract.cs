using Tourism.Testing.Databases;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>A coach party that two associations pay for.</summary>
public abstract class GroupContract(DatabaseFixture database, Browser browser) : BrowserSuite(database, browser)
{
    [DatabaseFact]
    public async Task FortyAdults_PayTheGroupPrice_AndGetTwoInvoices()
    {
        await using var host = await StartAsync();
        var till = await OpenDeskAsync(host);
        await till.OpenTillAsync("hanako");
        await till["product-adult-count"].FillAsync("40");
        await till["product-adult-count"].PressAsync("Tab");
        await Expect(till["why-adult"]).ToHaveTextAsync("団体 20～99人");
        await Expect(till["total"]).ToContainTextAsync("44,000");
        await till.SellForCashAsync();
        await Expect(till["receipt-qr"]).ToBeVisibleAsync();

        await InvoiceAsync(till);
        var sale = Assert.Single((await till.AskAsync("/api/v1/tills/akiyoshido-1/sales")).EnumerateArray()).GetProperty("id").GetGuid();
        var set = Assert.Single((await till.AskAsync($"/api/v1/sales/{sale}/invoices")).EnumerateArray());
        var invoices = set.GetProperty("invoices").EnumerateArray().Select(invoice =>
            (invoice.GetProperty("addressee").GetString(), invoice.GetProperty("total").GetInt32(), invoice.GetProperty("taxes")[0].GetProperty("tax").GetInt32()));
        Assert.Equal([("萩歴史の会", 30_000, 2_727), ("長門山歩会", 14_000, 1_272)], invoices);
        await till.VerifyJournalAsync("akiyoshido-1", numbers: 1);
        Assert.Empty(till.Errors);
    }

    private static async Task InvoiceAsync(Window till)
    {
        await till["invoice-open"].ClickAsync();
        await till["invoice-parts"].FillAsync("2");
        await FillAsync(till, 1, "萩歴史の会", "30000");
        await FillAsync(till, 2, "長門山歩会", "14000");
        await till.PictureAsync("till-invoices");
        await till["invoice-issue"].ClickAsync();
        await Expect(till["invoice-issued"]).ToBeVisibleAsync();
        await Expect(till["invoice-paper"].First).ToContainTextAsync("萩歴史の会 様");
        await Expect(till["invoice-paper"].Last).ToContainTextAsync("長門山歩会 様");
    }

    private static async Task FillAsync(Window till, int no, string addressee, string amount)
    {
        await till[$"invoice-addressee-{no}"].FillAsync(addressee);
        await till[$"invoice-proviso-{no}"].FillAsync("入洞料");
        await till[$"invoice-amount-{no}"].FillAsync(amount);
    }
}

public sealed class GroupOnSqlite(SqliteFixture database, Browser browser)
    : GroupContract(database, browser), IClassFixture<SqliteFixture>, IClassFixture<Browser>;
