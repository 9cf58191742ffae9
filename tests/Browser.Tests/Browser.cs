using Microsoft.Playwright;
using Tourism.Testing;

namespace Tourism.Browser.Tests;

/// <summary>Debian's Chromium, one for all tests of a class. It reaches nothing but the host under test.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--disable-dev-shm-usage",
    ];

    // A busy machine is slow, not broken.
    private const float Patience = 30_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private string? _film;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Needs.Chromium(), Args = [.. Arguments, .. Camera()] });
    }

    /// <summary>A browser whose camera sees <paramref name="film"/> (Y4M), again and again.</summary>
    internal static async Task<Browser> WithCameraAsync(string film)
    {
        var browser = new Browser { _film = film };
        await browser.InitializeAsync();
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }

    /// <summary>A window of its own: cookies and storage are shared with no other. The app installs itself there only where it is to work without network.</summary>
    internal async Task<Window> OpenAsync(Uri host, string language, int width, int height, bool installs = false)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = host.ToString(),
            Locale = language,
            TimezoneId = "Asia/Tokyo",
            ViewportSize = new() { Width = width, Height = height },
            DeviceScaleFactor = 2,
        });
        context.SetDefaultTimeout(60_000);
        if (!installs)
            await context.AddInitScriptAsync("delete Navigator.prototype.serviceWorker");
        return new Window(await context.NewPageAsync());
    }

    private IEnumerable<string> Camera() => _film is null
        ? []
        : ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--use-file-for-fake-video-capture=" + _film];
}
