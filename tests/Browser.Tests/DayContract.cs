using System.Globalization;
using Microsoft.Playwright;
using Tourism.Testing.Databases;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>The thin day as its people live it: till, shop phone, visitor's phone and office, each in a window of its own.</summary>
public abstract class DayContract(DatabaseFixture database, Browser browser) : BrowserSuite(database, browser)
{
    private protected override bool Installs => true;

    [DatabaseFact]
    public async Task Day_InFourWindows_EndsInTheChart()
    {
        await using var host = await StartAsync();
        var till = await OpenDeskAsync(host);
        var shop = await OpenPhoneAsync(host);
        var visitor = await OpenPhoneAsync(host, "ko-KR");
        var office = await OpenDeskAsync(host);

        var ticket = await SellAdmissionAsync(till);
        await VisitorReadsTicketAsync(visitor, ticket);
        await shop.SignInAsync("momiji");
        await SellByQrAsync(shop, visitor);
        var card = await GrantAsync(office);
        await SellForPointsAsync(shop, visitor, card);
        await till.VerifyJournalAsync("akiyoshido-1", numbers: 1);
        await till.NothingToReviewAsync();
        await shop.VerifyJournalAsync("momiji-1", numbers: 2);
        await AdmitAsync(till, ticket);
        await SeeTheDayAsync(office);

        foreach (var window in new[] { till, shop, visitor, office })
            Assert.Empty(window.Errors);
    }

    private static async Task<string> SellAdmissionAsync(Window till)
    {
        await till.SignInAsync("hanako");
        await till.PictureAsync("start");
        await till.TurnToAsync("till");
        await till["product-adult-plus"].ClickAsync();
        await till["product-adult-plus"].ClickAsync();
        await till["product-elementary-plus"].ClickAsync();
        await Expect(till["total"]).ToContainTextAsync("3,300");
        await till["cash-5000"].ClickAsync();
        await till["ticket-language-ko"].ClickAsync();
        await till.PictureAsync("till");
        await till["sell"].ClickAsync();
        await Expect(till["done"]).ToBeVisibleAsync();
        await Expect(till["change"]).ToContainTextAsync("1,700");
        var ticket = await till.ReadCodeAsync("ticket-qr");
        await Expect(till["receipt-qr"]).ToBeVisibleAsync();
        await till.PictureAsync("till-done");
        return ticket;
    }

    private static async Task VisitorReadsTicketAsync(Window visitor, string ticket)
    {
        Assert.Matches("^HTTP://LOCALHOST:[0-9]+/T/[0-9A-V]+$", ticket);
        await visitor.Page.GotoAsync(ticket);
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "아키요시도 동굴" })).ToBeVisibleAsync();
        await visitor.PictureAsync("ticket-ko");
    }

    private static async Task SellByQrAsync(Window shop, Window visitor)
    {
        await shop.GoAsync("shop");
        await shop["amount"].FillAsync("1500");
        await shop["pay-qr"].ClickAsync();
        var page = await shop.ReadCodeAsync("payment-qr");
        await shop.PictureAsync("shop-qr");
        await visitor.Page.GotoAsync(page);
        await visitor.PictureAsync("sandbox");
        await visitor.Page.Locator("button[value=card]").ClickAsync();
        await Expect(shop["done"]).ToBeVisibleAsync();
        await Expect(shop["sold-total"]).ToContainTextAsync("1,500");
        await shop["next"].ClickAsync();
    }

    private static async Task<string> GrantAsync(Window office)
    {
        await office.SignInAsync("sato");
        await office.TurnToAsync("points");
        await office["new-member"].ClickAsync();
        await office["member-name"].FillAsync("山本 さくら");
        await office["register"].ClickAsync();
        await Expect(office["member-open"]).ToContainTextAsync("山本 さくら");
        await office["grant-points"].FillAsync("100");
        await office["grant-evidence"].FillAsync("健康教室 11月");
        await office["grant"].ClickAsync();
        await Expect(office["available"]).ToContainTextAsync("100");
        await office.PictureAsync("points");
        var card = await office.ReadCodeAsync("card-qr");
        await office["sign-out"].ClickAsync();
        return card;
    }

    private static async Task SellForPointsAsync(Window shop, Window visitor, string card)
    {
        await shop["amount"].FillAsync("500");
        await shop["pay-points"].ClickAsync();
        await shop["card"].FillAsync(card);
        await shop["points"].FillAsync("40");
        await shop["hold"].ClickAsync();
        await Expect(shop["rest"]).ToContainTextAsync("460");
        await shop["cash-exact"].ClickAsync();
        await shop["sell"].ClickAsync();
        await Expect(shop["done"]).ToBeVisibleAsync();
        await visitor.Page.GotoAsync(card);
        await Expect(visitor.Page.Locator(".balance")).ToContainTextAsync("60");
        await visitor.PictureAsync("card");
    }

    private static async Task AdmitAsync(Window till, string ticket)
    {
        await till["sign-out"].ClickAsync();
        await till.SignInAsync("ken");
        await till.TurnToAsync("gate");
        await till["scan"].FillAsync(ticket);
        await till["scan"].PressAsync("Enter");
        await Expect(till["remaining"]).ToContainTextAsync("0");
        await till.PictureAsync("gate");
        await till["scan"].FillAsync(ticket);
        await till["scan"].PressAsync("Enter");
        await Expect(till["scan-result"]).ToHaveAttributeAsync("data-outcome", "AlreadyUsed");
    }

    /// <summary>What the chart itself was given to draw: a name and the sum of its bars for every site.</summary>
    private static async Task<IEnumerable<string>> BarsAsync(Window office)
    {
        var bars = await office["chart"].Locator("canvas").First.EvaluateAsync<string[]>("""
            canvas => {
              let frame = canvas;
              while (!echarts.getInstanceByDom(frame)) frame = frame.parentElement;
              const { series } = echarts.getInstanceByDom(frame).getOption();
              return series.map(({ name, data }) => `${name} ${data.reduce((sum, value) => sum + Number(value ?? 0), 0)}`);
            }
            """);
        return bars.Order(StringComparer.Ordinal);
    }

    /// <summary>What a site has sold by the file, which has a row for every hour.</summary>
    private static long Sold(string csv, string site) => csv.Split("\r\n").Select(row => row.Split(',')).Where(row => row.Length > 5 && row[2] == site)
        .Sum(row => long.Parse(row[5], CultureInfo.InvariantCulture));

    private static async Task SeeTheDayAsync(Window office)
    {
        await office.SignInAsync("tanaka");
        await office.TurnToAsync("sales");
        await office["load-now"].ClickAsync();
        await Expect(office["sales-total"]).ToContainTextAsync("5,300");
        await Expect(office["points-used"]).ToContainTextAsync("40");
        await Expect(office["sales-count"]).ToContainTextAsync("3");
        await Expect(office["sum-akiyoshido"]).ToContainTextAsync("3,300");
        await Expect(office["sum-momiji"]).ToContainTextAsync("2,000");
        await Expect(office["chart"].Locator("canvas").First).ToBeVisibleAsync();
        Assert.Equal(["おみやげ もみじ 2000", "秋芳洞 3300"], await BarsAsync(office));
        await office.PictureAsync("sales");
        var download = await office.Page.RunAndWaitForDownloadAsync(() => office["csv"].ClickAsync());
        var csv = await File.ReadAllTextAsync((await download.PathAsync())!);
        Assert.Equal((3_300, 2_000), (Sold(csv, "akiyoshido"), Sold(csv, "momiji")));
    }
}

public sealed class DayOnSqlite(SqliteFixture database, Browser browser)
    : DayContract(database, browser), IClassFixture<SqliteFixture>, IClassFixture<Browser>;

public sealed class DayOnPostgreSql(PostgreSqlFixture database, Browser browser)
    : DayContract(database, browser), IClassFixture<PostgreSqlFixture>, IClassFixture<Browser>;
