using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>What gate staff do.</summary>
internal static class AtTheGate
{
    /// <summary>Signs in and waits until the gate has its list of keys and tickets.</summary>
    public static async Task OpenGateAsync(this Window gate, string person)
    {
        await gate.SignInAsync(person);
        var told = gate.Page.WaitForResponseAsync(answer => answer.Url.Contains("/list", StringComparison.Ordinal));
        await gate.TurnToAsync("gate");
        await told;
        await Expect(gate["scan"]).ToBeVisibleAsync();
    }

    /// <summary>Shows a ticket for so many people, zero for all that remain, and expects the gate's answer.</summary>
    public static async Task ScanAsync(this Window gate, string code, string outcome, int people = 0)
    {
        for (var person = 0; person < people; person++)
            await gate["people-plus"].ClickAsync();
        await gate["scan"].FillAsync(code);
        await gate["scan"].PressAsync("Enter");
        await Expect(gate["scan-result"]).ToHaveAttributeAsync("data-outcome", outcome);
    }

    /// <summary>A hand scanner with its input method on: which keys go down, one right after the other, and letters that are of no use.</summary>
    public static async Task ScanByKeysAsync(this Window gate, string code, string outcome)
    {
        await gate.ScanKeysAsync(code);
        await Expect(gate["scan-result"]).ToHaveAttributeAsync("data-outcome", outcome);
    }

    /// <summary>The keys of a scan in one go: typed one by one from outside, a busy machine would pause in the middle as no scanner does.</summary>
    public static Task ScanKeysAsync(this Window window, string code) => window.Page.EvaluateAsync("""
            code => {
              const press = key => (document.activeElement ?? document.body).dispatchEvent(
                new KeyboardEvent('keydown', { code: key, key: 'Process', bubbles: true, cancelable: true }));
              const named = { ':': 'Quote', '/': 'Slash', '.': 'Period', '-': 'Minus' };
              for (const letter of code.toUpperCase())
                press(named[letter] ?? (/[0-9]/.test(letter) ? 'Digit' + letter : 'Key' + letter));
              press('Enter');
            }
            """, code);
}
