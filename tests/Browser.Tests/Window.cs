using System.Diagnostics;
using Microsoft.Playwright;
using Tourism.Testing;

namespace Tourism.Browser.Tests;

/// <summary>One person's screen.</summary>
internal sealed class Window
{
    private const int MostLooks = 5;
    private const string Turn = """
        screen => {
            const to = new URL(screen, document.baseURI).href;
            if (to === location.href)
                return;
            document.querySelectorAll('main *').forEach(one => one.dataset.before = '');
            Blazor.navigateTo(to);
        }
        """;
    private static readonly bool KeepPictures = Environment.GetEnvironmentVariable("TOURISM_PICTURES") == "1";

    public Window(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                Errors.Add(message.Text);
        };
        page.PageError += (_, error) => Errors.Add(error);
    }

    public IPage Page { get; }

    /// <summary>What the browser complained about: scripts, missing files, the content security policy.</summary>
    public List<string> Errors { get; } = [];

    public ILocator this[string testId] => Page.GetByTestId(testId);

    public async Task SignInAsync(string person)
    {
        await Page.GotoAsync("/app/");
        await this[$"person-{person}"].ClickAsync();
        await Assertions.Expect(this["sign-out"]).ToBeVisibleAsync();
    }

    /// <summary>Types the address: the app starts anew.</summary>
    public Task GoAsync(string screen) => Page.GotoAsync("/app/" + screen);

    /// <summary>As by a link of the app that runs, which costs a twentieth of a start; nothing of the screen before is left afterwards.</summary>
    public async Task TurnToAsync(string screen)
    {
        await Page.EvaluateAsync(Turn, screen);
        await Assertions.Expect(Page.Locator("main [data-before]")).ToHaveCountAsync(0);
    }

    /// <summary>Waits until the app is on the device and opens without network.</summary>
    public Task KeptOnDeviceAsync() => Page.WaitForFunctionAsync("() => navigator.serviceWorker.controller?.state === 'activated'");

    /// <summary>Reads the QR code on the screen as a phone would: from a picture, by another program, and from the next picture if something moved.</summary>
    public async Task<string> ReadCodeAsync(string testId)
    {
        var image = this[testId];
        await Assertions.Expect(image).ToHaveJSPropertyAsync("complete", true);
        for (var look = 0; look < MostLooks; look++)
        {
            if (await LookAtCodeAsync(image) is { } text)
                return text;
        }

        throw new InvalidOperationException($"zbarimg reads nothing from {MostLooks} pictures of '{testId}'.");
    }

    private static async Task<string?> LookAtCodeAsync(ILocator image)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Path("code.png");
        await image.ScreenshotAsync(new() { Path = file });
        using var zbar = Process.Start(new ProcessStartInfo("zbarimg", ["--quiet", "--raw", file]) { RedirectStandardOutput = true })!;
        var text = await zbar.StandardOutput.ReadToEndAsync();
        await zbar.WaitForExitAsync();
        return zbar.ExitCode == 0 ? text.Trim() : null;
    }

    /// <summary>A screen as it stands is open to everybody (<see cref="Accessibility"/>); with <c>TOURISM_PICTURES=1</c> its picture in the README is renewed.</summary>
    public async Task PictureAsync(string name)
    {
        await Accessibility.CheckAsync(Page, name);
        if (!KeepPictures)
            return;
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Page.ScreenshotAsync(new() { Path = Repository.Path("docs", "pictures", name + ".png"), Scale = ScreenshotScale.Css, Animations = ScreenshotAnimations.Disabled });
    }

    /// <summary>The same in both languages of the staff, for what no walk over the screens comes across.</summary>
    public async Task LookAsync(string name)
    {
        await Accessibility.CheckAsync(Page, name);
        await this["language-en"].ClickAsync();
        await Accessibility.CheckAsync(Page, name + " en");
        await this["language-ja"].ClickAsync();
    }
}
