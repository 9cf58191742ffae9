using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>A visitor pays twice, because the provider has a second page for the same payment: an administrator sees it and gives one back.</summary>
public abstract class CasesContract(DatabaseFixture database, Browser browser) : BrowserSuite(database, browser)
{
    [DatabaseFact]
    public async Task PaidTwice_OneGivenBack_IsDecidedOnce()
    {
        await using var host = await StartAsync();
        var till = await OpenDeskAsync(host);
        var phone = await OpenPhoneAsync(host, "ko-KR");
        await till.OpenTillAsync("hanako");
        await till.CountAsync("adult", 1);
        await till["pay-qr"].ClickAsync();
        await PayAsync(phone, await till.ReadCodeAsync("payment-qr"));
        await Expect(till["done"]).ToBeVisibleAsync();
        await PayAsync(phone, await SecondPageAsync(host));

        var office = await OpenDeskAsync(host);
        await office.SignInAsync("admin");
        await DecideAsync(office);
        await LookAtReadersAsync(office);
        Assert.Empty(office.Errors);
    }

    private static async Task DecideAsync(Window office)
    {
        await office.TurnToAsync("payment-cases");
        await WaitForAsync(office, "case");
        await Expect(office["case"]).ToContainTextAsync("二重に支払われました");
        await office["open-case"].ClickAsync();
        await Expect(office["received-there"]).ToContainTextAsync("1,300");
        await office["reason"].FillAsync("同じお客さまが2回支払った");
        await office.PictureAsync("payment-cases");
        await office.LookAsync("payment-cases");
        await office["decide-giveback"].ClickAsync();
        await Expect(office["case"]).ToHaveCountAsync(0);
        await office["decided-too"].CheckAsync();
        await Expect(office["case"]).ToContainTextAsync("返金を決めました");
        for (var look = 0; look < 20 && !(await office["refunded-there"].TextContentAsync())!.Contains("1,300", StringComparison.Ordinal); look++)
        {
            await Task.Delay(500);
            await office["open-case"].ClickAsync();
        }

        await Expect(office["refunded-there"]).ToContainTextAsync("1,300");
    }

    private static async Task LookAtReadersAsync(Window office)
    {
        await office.TurnToAsync("card-readers");
        var second = office.Page.Locator("[data-reader=tmr_sandbox_2]");
        await second.GetByTestId("place").ClickAsync();
        await office["reader-site"].SelectOptionAsync("akiyoshido");
        await office["reader-label"].FillAsync("正面窓口 2");
        await office.PictureAsync("card-readers");
        await office["reader-save"].ClickAsync();
        await Expect(second.GetByRole(Microsoft.Playwright.AriaRole.Heading)).ToContainTextAsync("正面窓口 2");
        await office.LookAsync("card-readers");
    }

    private static async Task WaitForAsync(Window office, string what)
    {
        for (var look = 0; look < 20 && await office[what].CountAsync() == 0; look++)
        {
            await Task.Delay(500);
            await office["refresh"].ClickAsync();
        }
    }

    private static async Task PayAsync(Window phone, string page)
    {
        await phone.Page.GotoAsync(page);
        await phone.Page.Locator("button[value=card]").ClickAsync();
        await Expect(phone.Page.Locator("button[value=card]")).ToHaveCountAsync(0);
    }

    /// <summary>As if the city had been restored from a backup between asking for a page and hearing of it.</summary>
    private async Task<string> SecondPageAsync(HostProcess host)
    {
        var payment = await ReadAsync("SELECT \"Id\" FROM pos_payment");
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Url, "/sandbox/stripe/v1/checkout/sessions"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await ReadAsync("SELECT \"Value\" FROM pos_sandbox_secret WHERE \"Name\" = 'api-key'"));
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["mode"] = "payment", ["success_url"] = host.Url.ToString(), ["client_reference_id"] = payment, ["line_items[0][quantity]"] = "1",
            ["line_items[0][price_data][currency]"] = "jpy", ["line_items[0][price_data][unit_amount]"] = "1300",
            ["line_items[0][price_data][product_data][name]"] = "秋芳洞", ["metadata[payment]"] = payment, ["metadata[attempt]"] = "1",
            ["payment_intent_data[metadata][payment]"] = payment, ["payment_intent_data[metadata][attempt]"] = "1",
        });
        using var answer = await http.SendAsync(request);
        using var session = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return session.RootElement.GetProperty("url").GetString()!;
    }

    private async Task<string> ReadAsync(string query)
    {
        await using var connection = new SqliteConnection(Database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture)!;
    }
}

public sealed class CasesOnSqlite(SqliteFixture database, Browser browser)
    : CasesContract(database, browser), IClassFixture<SqliteFixture>, IClassFixture<Browser>;
