using System.Text.RegularExpressions;
using Tourism.Testing;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>Every screen, in Japanese and in English, is open to people who see badly, use the keyboard only or listen to a screen reader.</summary>
public abstract partial class ScreensContract(DatabaseFixture database, Browser browser) : BrowserSuite(database, browser)
{
    private static readonly string[] Staff = ["hanako", "ken", "momiji", "sato", "tanaka", "kawano", "admin"];

    /// <summary>Screens that no door of the start page leads to.</summary>
    private static readonly string[] Doorless = ["/", "/not-found", "/invitation", "/recovery", "/enrol", "/join", "/pin", "/passkeys", "/openid/refused"];

    [DatabaseFact]
    public async Task StaffScreens_InJapaneseAndEnglish_HaveNoSeriousFault()
    {
        await using var host = await StartAsync();
        var visited = new HashSet<string>(Doorless.Select(path => path[..(path.LastIndexOf('/') + 1)] is { Length: > 1 } folder ? folder : path));
        foreach (var language in new[] { "ja", "en" })
        {
            var window = await OpenDeskAsync(host);
            await window.GoAsync("");
            await window[$"language-{language}"].ClickAsync();
            await Expect(window.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
            foreach (var path in Doorless)
                await LookAsync(window, path, language);
            var seen = new HashSet<string>();
            foreach (var person in Staff)
                await LookAroundAsync(window, person, language, seen);
            visited.UnionWith(seen);
        }

        Assert.Equal(Routes().Order(), visited.Order());
    }

    [DatabaseFact]
    public async Task VisitorPages_InTheirLanguages_HaveNoSeriousFault()
    {
        await using var host = await StartAsync();
        var till = await OpenDeskAsync(host);
        await till.OpenTillAsync("hanako");
        await till.CountAsync("adult", 2);
        var ticket = await till.SellForCashAsync();
        await Expect(till["receipt-qr"]).ToBeVisibleAsync();
        var receipt = await till.ReadCodeAsync("receipt-qr");
        foreach (var language in new[] { "ja-JP", "en-US", "ko-KR", "zh-TW", "zh-CN" })
        {
            var visitor = await OpenPhoneAsync(host, language);
            foreach (var page in new[] { "/", "/points", "/buy/akiyoshido", ticket, receipt, "/no-such-page" })
            {
                await visitor.Page.GotoAsync(page);
                await Accessibility.CheckAsync(visitor.Page, $"{page} {language}");
            }
        }
    }

    [DatabaseFact]
    public async Task AScreenWithAFault_IsFound()
    {
        await using var host = await StartAsync();
        var window = await OpenPhoneAsync(host);
        await window.Page.GotoAsync("/");
        await window.Page.EvaluateAsync("() => document.body.append(document.createElement('input'))");

        var found = await Assert.ThrowsAnyAsync<Exception>(() => Accessibility.CheckAsync(window.Page, "home"));
        Assert.Contains("critical label", found.Message, StringComparison.Ordinal);
    }

    /// <summary>Each screen once, by the first who may open it.</summary>
    private static async Task LookAroundAsync(Window window, string person, string language, HashSet<string> seen)
    {
        await window.TurnToAsync("");
        await window[$"person-{person}"].ClickAsync();
        await Expect(window["sign-out"]).ToBeVisibleAsync();
        await Accessibility.CheckAsync(window.Page, $"start of {person} {language}");
        var screens = await window.Page.Locator(".door").EvaluateAllAsync<string[]>("doors => doors.map(door => '/' + door.getAttribute('href'))");
        foreach (var screen in screens.Where(seen.Add))
            await LookAsync(window, screen, language);
        await window.TurnToAsync("");
        await window["sign-out"].ClickAsync();
        await Expect(window[$"person-{person}"]).ToBeVisibleAsync();
    }

    private static async Task LookAsync(Window window, string path, string language)
    {
        await window.TurnToAsync(path.TrimStart('/'));
        await Expect(window.Page).ToHaveURLAsync(new Regex($"/app{Regex.Escape(path)}(\\?|$)"));
        await Expect(window.Page.Locator("main h2, main h1, main .hello, main form, main .note, main button").First).ToBeVisibleAsync();
        await Expect(window.Page.Locator(".working")).ToHaveCountAsync(0);
        await Accessibility.CheckAsync(window.Page, $"{path} {language}");
    }

    /// <summary>The addresses of all screens, as they stand in the source.</summary>
    private static IEnumerable<string> Routes() => Directory.EnumerateFiles(Repository.Path("src"), "*.razor", SearchOption.AllDirectories)
        .SelectMany(file => Route().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct();

    [GeneratedRegex("^@page \"([^\"{]*)", RegexOptions.Multiline)]
    private static partial Regex Route();
}

public sealed class ScreensOnSqlite(SqliteFixture database, Browser browser) : ScreensContract(database, browser), IClassFixture<SqliteFixture>, IClassFixture<Browser>;
