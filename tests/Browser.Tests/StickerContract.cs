using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>A shop puts up its sticker; visitors pay by it with nobody at a till; the shop sees on its own screen what is paid.</summary>
public abstract class StickerContract(DatabaseFixture database, Browser browser) : BrowserSuite(database, browser)
{
    [DatabaseFact]
    public async Task AtTheShop_PaidByTheSticker_SoundsShowsTheSameNumberAndIsTaxedAsSold()
    {
        await using var host = await StartAsync(ShelfCity.WithARegisteredShop);
        var shop = await OpenDeskAsync(host);
        var address = await PutUpAsync(shop, host);
        await shop["start"].ClickAsync();
        await Expect(shop["attended"]).ToBeVisibleAsync();

        var visitor = await OpenPhoneAsync(host, "zh-TW");
        var number = await PayAsync(visitor, address, "1,080", look: true);
        await Expect(shop["newest-number"]).ToHaveTextAsync(number);
        await Expect(shop["newest-amount"]).ToContainTextAsync("1,080");
        await ChangeTaxAsync(shop, visitor, number);
        await CatchUpAsync(shop, visitor, address);
        await ReplaceAsync(shop, visitor, address);
        await TooManyAsync(host);
        Assert.Empty(shop.Errors);
    }

    /// <summary>Makes the sticker, looks at its sheet and reads the code as a visitor's phone would.</summary>
    private async Task<string> PutUpAsync(Window shop, HostProcess host)
    {
        await shop.SignInAsync("momiji");
        var line = shop.Page.WaitForResponseAsync(answer => answer.Url.Contains("/arrivals/live?after=", StringComparison.Ordinal));
        await shop["open-arrivals"].ClickAsync();
        Assert.StartsWith("text/event-stream", (await line).Headers["content-type"], StringComparison.Ordinal);
        await Expect(shop["no-arrivals"]).ToBeVisibleAsync();
        await shop["make-sticker"].ClickAsync();
        var path = await shop["print-sticker"].GetAttributeAsync("href");
        var sheet = await OpenDeskAsync(host);
        await sheet.Page.GotoAsync(path!);
        await sheet.PictureAsync("sticker-sheet");
        var paper = Encoding.Latin1.GetString(await sheet.Page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Single(Regex.Matches(paper, "/Type /Page\\b(?!s)"));
        var address = await sheet.ReadCodeAsync("sheet-qr");
        Assert.EndsWith($"/S/{path!.Split('/')[2]}", address, StringComparison.Ordinal);
        return address;
    }

    /// <summary>Types an amount, pays on the provider's page and gives the number on the visitor's page.</summary>
    private static async Task<string> PayAsync(Window visitor, string address, string amount, bool look = false)
    {
        await visitor.Page.GotoAsync(address);
        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", "zh-Hant");
        await visitor["amount"].FillAsync(amount);
        if (look)
            await visitor.PictureAsync("sticker-visitor");
        await visitor["pay"].ClickAsync();
        await visitor.Page.Locator("button[value=card]").ClickAsync();
        await Expect(visitor["number"]).ToBeVisibleAsync();
        if (look)
            await visitor.PictureAsync("sticker-paid");
        return await visitor["number"].InnerTextAsync();
    }

    /// <summary>It was food to take away after all: one tap, and the visitor's receipt says so.</summary>
    private static async Task ChangeTaxAsync(Window shop, Window visitor, string number)
    {
        await Expect(shop[$"tax-{number}-standard"]).ToHaveAttributeAsync("aria-pressed", "true");
        await shop[$"tax-{number}-reduced"].ClickAsync();
        await Expect(shop[$"tax-{number}-reduced"]).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(shop[$"tax-{number}-standard"]).ToHaveAttributeAsync("aria-pressed", "false");
        await visitor.Page.Locator("a.button[href*='/R/']").ClickAsync();
        await Expect(visitor.Page.Locator("main")).ToContainTextAsync("8%");
        await Expect(visitor.Page.Locator("main")).Not.ToContainTextAsync("10%");
    }

    /// <summary>The screen is closed while a second visitor pays; the next time it is opened, it says so first.</summary>
    private static async Task CatchUpAsync(Window shop, Window visitor, string address)
    {
        await shop.GoAsync("");
        await Expect(shop["open-arrivals"]).ToBeVisibleAsync();
        var second = await PayAsync(visitor, address, "５００");
        await shop["open-arrivals"].ClickAsync();
        await Expect(shop["missed"]).ToContainTextAsync(second);
        await Expect(shop["missed"].Locator("li")).ToHaveCountAsync(1);
        await Expect(shop["arrivals-total"]).ToContainTextAsync("1,580");
        await shop.LookAsync("arrivals");
        await shop.PictureAsync("arrivals");
        await shop.Page.SetViewportSizeAsync(390, 844);
        await shop.PictureAsync("arrivals-phone");
    }

    /// <summary>A stranger pasted something over it: the former code opens nothing any more.</summary>
    private static async Task ReplaceAsync(Window shop, Window visitor, string address)
    {
        await shop["replace-sticker"].ClickAsync();
        await shop["replace-now"].ClickAsync();
        await Expect(shop["replace-sticker"]).ToBeVisibleAsync();
        var gone = await visitor.Page.GotoAsync(address);
        Assert.Equal(404, gone!.Status);
        await Accessibility.CheckAsync(visitor.Page, "sticker-gone");
    }

    /// <summary>All at once, and more than two minutes allow: however slow the machine is, some are too many, and read so.</summary>
    private static async Task TooManyAsync(HostProcess host)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 650).Select(async _ =>
        {
            using var form = new FormUrlEncodedContent([new("amount", "1080")]);
            using var answer = await host.Client.PostAsync(new Uri($"/s/{new string('0', 26)}?lang=ko", UriKind.Relative), form);
            return (answer.StatusCode, Page: await answer.Content.ReadAsStringAsync());
        }));
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests], answers.Select(one => one.StatusCode).Distinct().Order());
        Assert.All(answers, one => Assert.Contains(one.StatusCode == HttpStatusCode.NotFound ? "더 이상 사용되지 않습니다" : "1분쯤 후에 다시", one.Page, StringComparison.Ordinal));
    }
}

public sealed class StickerOnSqlite(SqliteFixture database, Browser browser)
    : StickerContract(database, browser), IClassFixture<SqliteFixture>, IClassFixture<Browser>;
