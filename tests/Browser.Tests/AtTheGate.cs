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
        await gate.GoAsync("gate");
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
}
