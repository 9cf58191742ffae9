using Microsoft.Playwright;
using Tourism.Pos.Tests.Pricing;
using Tourism.Testing;

namespace Tourism.Browser.Tests;

/// <summary>The calculator in Chromium gives what it gives on the server, byte for byte.</summary>
public sealed class PricingTests(Browser browser) : IClassFixture<Browser>
{
    private const string Configuration =
#if DEBUG
        "debug";
#else
        "release";
#endif

    /// <summary>Nothing listens there: every file comes from the folder of the build.</summary>
    private static readonly Uri Nowhere = new("http://localhost/");

    private static string Folder => Repository.Path("artifacts", "bin", "Tourism.Pricing.Browser", Configuration, "wwwroot");

    [Fact]
    public async Task Price_FixedBasketsInTheBrowser_GivesTheBytesOfTheServer()
    {
        var window = await browser.OpenAsync(Nowhere, "ja-JP", 390, 844);
        await window.Page.RouteAsync("**/*", ServeAsync);
        await window.Page.GotoAsync("/");
        var line = window.Page.WaitForConsoleMessageAsync(new() { Predicate = message => message.Type == "log" });
        await window.Page.EvaluateAsync("""
            async () => {
              const { dotnet } = await import('/_framework/dotnet.js');
              await dotnet.create();
              await dotnet.run();
            }
            """);
        var inBrowser = (await line).Text;

        Assert.Equal(FixedBaskets.Hash(), inBrowser);
        Assert.Equal(FixedBaskets.Expected, inBrowser);
        Assert.Empty(window.Errors);
    }

    private static Task ServeAsync(IRoute route)
    {
        var path = new Uri(route.Request.Url).AbsolutePath;
        if (path == "/")
            return route.FulfillAsync(new() { ContentType = "text/html", Body = "<!DOCTYPE html><link rel=icon href=data:,>" });
        var file = Path.Combine(Folder, path.TrimStart('/'));
        return File.Exists(file) ? route.FulfillAsync(new() { Path = file, ContentType = TypeOf(file) }) : route.FulfillAsync(new() { Status = 404 });
    }

    private static string TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".js" => "text/javascript",
        ".wasm" => "application/wasm",
        _ => "application/octet-stream",
    };
}
