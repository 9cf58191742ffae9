using System.Text;
using Microsoft.Playwright;
using Tourism.Kernel;
using Tourism.Testing;
using Tourism.Testing.Databases;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>An administrator keeps what a city sells, and its tills follow.</summary>
public abstract class OfficeContract(DatabaseFixture database, Browser browser) : BrowserSuite(database, browser)
{
    private const int Long = 180_000;

    private protected override bool Installs => true;

    [DatabaseFact]
    public async Task Price_EnteredForTomorrow_IsChargedByTheTillOnceItsClockSaysSo()
    {
        await using var host = await StartAsync();
        var (office, till) = (await OpenDeskAsync(host), await OpenPhoneAsync(host));
        var today = BusinessDate.Of(TimeProvider.System.UtcMicros());
        var tomorrow = today.AddDays(1);
        await office.SignInAsync("admin");
        await office.TurnToAsync("products");
        await office["site-trout-farm"].ClickAsync();
        await AddFloatAsync(office);
        await PriceAsync(office, today, "500");
        await PriceAsync(office, tomorrow, "650");
        await office.Page.EvaluateAsync("scrollTo(0, 0)");
        await office.PictureAsync("products");

        await SeeTheDayAsync(office, tomorrow);
        await SellAsync(till, tomorrow);

        Assert.True(office.Errors.Count == 0, string.Join('\n', office.Errors));
        Assert.DoesNotContain(till.Errors, error => !error.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal));
    }

    [DatabaseFact]
    public async Task Products_TwentyThousandWithThreeMistakes_AreImportedAndTakenBack()
    {
        await using var host = await StartAsync();
        var office = await OpenDeskAsync(host);
        await office.SignInAsync("admin");
        await office["open-imports"].ClickAsync();
        await office["site-momiji"].ClickAsync();
        await office["file"].SetInputFilesAsync(new FilePayload { Name = "おみやげ一覧.csv", MimeType = "text/csv", Buffer = BigSheet.File("big") });

        await Expect(office["import-open"]).ToHaveAttributeAsync("data-state", "Checked", new() { Timeout = Long });
        await Expect(office["added"]).ToHaveTextAsync("19,997");
        await Expect(office["wrong"]).ToHaveTextAsync("3");
        await Expect(office["problems"].Locator("tbody tr")).ToHaveCountAsync(3);
        await office.PictureAsync("imports");
        await SaveProblemsAsync(office);
        await office["apply"].ClickAsync();
        await Expect(office["import-open"]).ToHaveAttributeAsync("data-state", "Applying");
        // A browser that is closed loses nothing: whoever opens the screen again sees how far it is.
        await office.GoAsync("imports");
        await office["site-momiji"].ClickAsync();
        await Expect(office["import-open"]).ToHaveAttributeAsync("data-state", "Applied", new() { Timeout = Long });
        await Expect(office["done"]).ToHaveTextAsync("19,997");
        await office.GoAsync("products");
        await office["site-momiji"].ClickAsync();
        await office["search"].FillAsync("big-19999");
        await office["find"].ClickAsync();
        await Expect(office["product-big-19999"]).ToContainTextAsync("20,099");

        await office.GoAsync("imports");
        await office["site-momiji"].ClickAsync();
        await office["undo"].ClickAsync();
        await Expect(office["import-open"]).ToHaveAttributeAsync("data-state", "Undone", new() { Timeout = Long });
        var sold = (await office.AskAsync("/api/v1/catalogue")).GetProperty("sites").EnumerateArray().Single(site => site.GetProperty("code").GetString() == "momiji");
        Assert.Equal(2, sold.GetProperty("products").GetArrayLength());
        Assert.Empty(office.Errors);
    }

    [DatabaseFact]
    public async Task Owner_OnAPhone_SeesTheirShopOnEveryScreenAndNothingRunsOffTheEdge()
    {
        await using var host = await StartAsync();
        var owner = await OpenPhoneAsync(host);
        await owner.SignInAsync("momiji");
        foreach (var (screen, shown) in new[] { ("products", "product-goods"), ("imports", "export-csv"), ("changes", "nothing"), ("merchants", "issuer-momiji") })
        {
            await owner.TurnToAsync(screen);
            await Expect(owner[shown]).ToBeVisibleAsync();
            if (shown is "product-goods" or "issuer-momiji")
                await owner[shown].ClickAsync();
            Assert.True(await owner.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), screen);
            await Expect(owner["site-trout-farm"]).ToHaveCountAsync(0);
        }

        Assert.Empty(owner.Errors);
    }

    private static async Task AddFloatAsync(Window office)
    {
        await office["new"].ClickAsync();
        await office["product-code"].FillAsync("float");
        await office["product-name-ja"].FillAsync("うき");
        await office["product-kana"].FillAsync("うき");
        await office["save"].ClickAsync();
        await Expect(office["saved"]).ToBeVisibleAsync();
    }

    private static async Task PriceAsync(Window office, DateOnly from, string yen)
    {
        await office["price-from"].FillAsync(BusinessDate.Text(from));
        await office["price-yen"].FillAsync(yen);
        await office["price-add"].ClickAsync();
        await Expect(office[$"price-{BusinessDate.Text(from)}"]).ToContainTextAsync(yen);
    }

    private static async Task SeeTheDayAsync(Window office, DateOnly tomorrow)
    {
        await office.TurnToAsync("changes");
        await Expect(office["change-float"]).ToHaveAttributeAsync("data-kind", "ProductStarts");
        await office[$"next-{BusinessDate.Text(tomorrow)}"].ClickAsync();
        await Expect(office["change-float"]).ToContainTextAsync("500 円");
        await Expect(office["change-float"]).ToContainTextAsync("650 円");
        await office.PictureAsync("changes");
        await office.TurnToAsync("merchants");
        await office["site-trout-farm"].ClickAsync();
        await office["issuer-mine-farm"].ClickAsync();
        await Expect(office["issuer-number"]).ToHaveValueAsync("T7123456789029");
        await office.PictureAsync("merchants");
    }

    /// <summary>The till has asked ahead; overnight it is without network, and its own clock alone says that another day has begun.</summary>
    private static async Task SellAsync(Window till, DateOnly tomorrow)
    {
        await till.SignInAsync("yuki");
        var ahead = till.Page.WaitForResponseAsync(answer => answer.Url.EndsWith($"date={BusinessDate.Text(tomorrow.AddDays(2))}", StringComparison.Ordinal));
        await till.GoAsync("shop");
        await SellOneAsync(till, "500");
        await ahead;
        await till.KeptOnDeviceAsync();
        await till["next"].ClickAsync();
        await till.Page.WaitForFunctionAsync(
            "async day => ((await (await import('/app/js/store.js')).find('catalogue')) ?? '').includes(`\"date\":\"${day}\"`)", BusinessDate.Text(tomorrow));
        await till.Page.Context.SetOfflineAsync(true);
        await till.Page.Clock.SetFixedTimeAsync(BusinessDate.StartUtc(tomorrow).AddHours(9));
        await till.Page.ReloadAsync();
        await SellOneAsync(till, "650");
    }

    private static async Task SellOneAsync(Window till, string yen)
    {
        await till["product-float-plus"].ClickAsync();
        await Expect(till["total"]).ToContainTextAsync(yen);
        await till["pay-cash"].ClickAsync();
        await till["cash-exact"].ClickAsync();
        await till["sell"].ClickAsync();
        await Expect(till["done"]).ToBeVisibleAsync();
    }

    private static async Task SaveProblemsAsync(Window office)
    {
        var saved = await office.Page.RunAndWaitForDownloadAsync(() => office["problems-csv"].ClickAsync());
        var lines = (await File.ReadAllTextAsync(await saved.PathAsync(), Encoding.UTF8)).TrimEnd().Split("\r\n");
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("7001,big-7000,税区分,", lines[1], StringComparison.Ordinal);
    }
}

public sealed class OfficeOnSqlite(SqliteFixture database, Browser browser) : OfficeContract(database, browser), IClassFixture<SqliteFixture>, IClassFixture<Browser>;
