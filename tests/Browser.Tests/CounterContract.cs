using System.Text.Json;
using Tourism.Testing.Databases;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>A queue at the counter: everything in sight, nothing that moves under a finger, few taps.</summary>
public abstract class CounterContract(DatabaseFixture database, Browser browser) : BrowserSuite(database, browser)
{
    private const int Finger = 44;
    private const int MostTaps = 6;

    private static readonly string[] Family = ["product-adult-plus", "product-adult-plus", "product-elementary-plus", "product-preschool-plus", "cash-exact", "sell"];

    [DatabaseFact]
    public async Task Desk_EverythingOfASaleIsInSight_AndNothingMoves()
    {
        await using var host = await StartAsync();
        var till = await OpenDeskAsync(host);
        await till.OpenTillAsync("hanako");
        foreach (var language in new[] { "en", "ja" })
        {
            await till[$"language-{language}"].ClickAsync();
            await FitsAsync(till, language);
            await NothingMovesAsync(till);
            await OfferTiersAsync(till, language);
        }

        await SellToAFamilyAsync(till);
        Assert.Empty(till.Errors);
    }

    [DatabaseFact]
    public async Task Phone_TheSellBarStaysAtTheFoot()
    {
        await using var host = await StartAsync();
        var till = await OpenPhoneAsync(host);
        await till.OpenTillAsync("hanako");
        foreach (var place in new[] { "0", "document.body.scrollHeight / 2", "document.body.scrollHeight" })
        {
            await till.Page.EvaluateAsync($"() => scrollTo(0, {place})");
            await Expect(till["sell"]).ToBeInViewportAsync(new() { Ratio = 1 });
            await Expect(till["total"]).ToBeInViewportAsync(new() { Ratio = 1 });
        }

        Assert.Equal(0, await till.Page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth - innerWidth"));
        await SellToAFamilyAsync(till);
        Assert.Empty(till.Errors);
    }

    [DatabaseFact]
    public async Task ShopPhone_AmountAndEveryWayToPay_AreInSight()
    {
        await using var host = await StartAsync();
        var shop = await OpenPhoneAsync(host);
        await shop.SignInAsync("momiji");
        await shop.TurnToAsync("shop");
        foreach (var part in new[] { "amount", "key-7", "shown-none", "total", "pay-qr", "pay-cash", "pay-points" })
            await Expect(shop[part]).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.Empty(shop.Errors);
    }

    /// <summary>Nothing scrolls, and whatever can be tapped is as large as a finger.</summary>
    private static async Task FitsAsync(Window till, string language)
    {
        foreach (var part in new[] { "reduction-none", "product-adult-plus", "school-trip", "ticket-language-ja", "origin-JP", "lines", "total", "cash-exact", "change", "pay-qr", "sell" })
            await Expect(till[part]).ToBeInViewportAsync(new() { Ratio = 1 });
        var page = await till.Page.EvaluateAsync<JsonElement>("""
            finger => ({
              over: document.scrollingElement.scrollHeight - innerHeight,
              small: [...document.querySelectorAll('button, input, a')].filter(one => {
                const { width, height } = one.getBoundingClientRect();
                return width > 0 && (width < finger || height < finger);
              }).map(one => one.outerHTML),
            })
            """, Finger);
        Assert.Equal((language, 0), (language, page.GetProperty("over").GetInt32()));
        Assert.Empty(page.GetProperty("small").EnumerateArray().Select(one => one.GetString()));
    }

    /// <summary>Every tap leaves every key where it was.</summary>
    private static async Task NothingMovesAsync(Window till)
    {
        var before = await PlacesAsync(till);
        Assert.True(before.Count > 30, "The keys of the till are not found.");
        foreach (var key in new[] { "product-adult-plus", "reduction-disability", "product-adult-plus", "reduction-none", "cash-exact", "origin-KR", "school-trip", "undo", "clear" })
        {
            await till[key].ClickAsync();
            var after = await PlacesAsync(till);
            Assert.Empty(before.Where(place => after.TryGetValue(place.Key, out var now) && now != place.Value).Select(place => $"{key} moves {place.Key}"));
        }
    }

    /// <summary>A group chooses another price: that comes in sight as well, and moves nothing above it.</summary>
    private static async Task OfferTiersAsync(Window till, string language)
    {
        var before = await PlacesAsync(till);
        await till["product-adult-count"].FillAsync("40");
        await till["product-adult-count"].PressAsync("Tab");
        await till["tier-0"].ClickAsync();
        await Expect(till["tier-reason-asked"]).ToBeInViewportAsync(new() { Ratio = 1 });
        var after = await PlacesAsync(till);
        Assert.Equal(before["sell"], after["sell"]);
        Assert.Equal(before["product-adult-plus"], after["product-adult-plus"]);
        await FitsAsync(till, language);
        await till["clear"].ClickAsync();
    }

    private static async Task SellToAFamilyAsync(Window till)
    {
        foreach (var tap in Family)
            await till[tap].ClickAsync();
        await Expect(till["sold-total"]).ToContainTextAsync("3,300");
        Assert.InRange(Family.Length, 1, MostTaps);
    }

    private static async Task<Dictionary<string, string>> PlacesAsync(Window till) => await till.Page.EvaluateAsync<Dictionary<string, string>>("""
        () => Object.fromEntries([...document.querySelectorAll('.sell [data-testid]:is(button, input)')].map((one, no, all) => {
          const { x, y, width, height } = one.getBoundingClientRect();
          // The amounts follow the total; the keys they stand on stay.
          const amount = /^cash-\d/.test(one.dataset.testid);
          return [amount ? `cash key ${all.indexOf(one) - all.findIndex(key => key.dataset.testid === 'cash-exact')}` : one.dataset.testid, [x, y, width, height].map(Math.round).join(' ')];
        }))
        """);
}

public sealed class CounterOnSqlite(SqliteFixture database, Browser browser)
    : CounterContract(database, browser), IClassFixture<SqliteFixture>, IClassFixture<Browser>;
