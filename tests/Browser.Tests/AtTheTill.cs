using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>What a ticket seller does.</summary>
internal static class AtTheTill
{
    public static async Task OpenTillAsync(this Window till, string person)
    {
        await till.SignInAsync(person);
        await till.TurnToAsync("till");
        await Expect(till["product-adult-plus"]).ToBeVisibleAsync();
    }

    public static async Task CountAsync(this Window till, string product, int people)
    {
        for (var person = 0; person < people; person++)
            await till[$"product-{product}-plus"].ClickAsync();
    }

    /// <summary>Takes the exact amount in cash and gives what the ticket's code says.</summary>
    public static async Task<string> SellForCashAsync(this Window till)
    {
        await till["cash-exact"].ClickAsync();
        await till["sell"].ClickAsync();
        await Expect(till["done"]).ToBeVisibleAsync();
        return await till.ReadCodeAsync("ticket-qr");
    }

    /// <summary>Sells to two adults and waits until the server has the sale; gives what the ticket's code says.</summary>
    public static async Task<string> SellToTwoAsync(this Window till)
    {
        await till.CountAsync("adult", 2);
        await till["cash-exact"].ClickAsync();
        await till["sell"].ClickAsync();
        await Expect(till["receipt-qr"]).ToBeVisibleAsync();
        return await till.ReadCodeAsync("ticket-qr");
    }
}
