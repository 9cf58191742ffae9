using System.Text.Json;
using Microsoft.Playwright;

namespace Tourism.Browser.Tests;

/// <summary>What axe-core finds wrong with a screen by the rules of WCAG 2.2 A and AA. Serious and critical findings fail the test.</summary>
internal static class Accessibility
{
    private static readonly string Rules = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe.min.js"));

    /// <summary>Evaluated by the debugger, so the page's content security policy stays as it is.</summary>
    private const string Run = """
        async () => (await axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations
            .filter(one => one.impact === 'serious' || one.impact === 'critical')
            .map(one => `${one.impact} ${one.id}: ${one.help}\n  ${one.nodes.slice(0, 3).map(node => `${node.html}\n    ${node.failureSummary}`).join('\n  ')}`)
        """;

    public static async Task CheckAsync(IPage page, string screen)
    {
        Assert.False(await page.Locator("#blazor-error-ui").IsVisibleAsync(), $"{screen} ({page.Url}) has crashed.");
        // What is still fading in has a contrast of its own.
        await page.EvaluateAsync("() => Promise.all(document.getAnimations().filter(one => one.effect?.getComputedTiming().iterations !== Infinity).map(one => one.finished.catch(() => null)))");
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Rules);
        var found = (await page.EvaluateAsync<JsonElement>(Run)).EnumerateArray().Select(one => one.GetString()).ToList();
        Assert.True(found.Count == 0, $"{screen} ({page.Url}): {string.Join('\n', found)}");
    }
}
