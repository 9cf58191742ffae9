using Tourism.Testing.Databases;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>The gate of the second cave, whose tickets let people come in again on the same day.</summary>
public abstract class ReentryContract(DatabaseFixture database, Browser browser) : BrowserSuite(database, browser)
{
    private const int SmallestTarget = 44;

    [DatabaseFact]
    public async Task Switch_ByKeyAndHand_NotesWhoGoesOutAndLetsThemInAgain()
    {
        await using var host = await StartAsync();
        var code = await SellAsync(await OpenDeskAsync(host));
        var gate = await OpenDeskAsync(host);
        await gate.OpenGateAsync("mai");
        foreach (var turn in new[] { "turn-in", "turn-out" })
            Assert.True((await gate[turn].BoundingBoxAsync())!.Height >= SmallestTarget);
        await gate.ScanAsync(code, "Admitted", people: 3);

        // Outside any field a key could also press the control that names it: it must count once.
        await gate["scan"].BlurAsync();
        await gate.Page.Keyboard.PressAsync("F2");
        await Expect(gate["turn-out"]).ToHaveAttributeAsync("aria-pressed", "true");
        await gate.ScanAsync(code, "NotInside", people: 4);
        await gate.ScanAsync(code, "WentOut", people: 2);
        await Expect(gate["remaining"]).ToHaveTextAsync("中 1 人 / 3 人 · 外出 2 人 · 入れる人数 2 人");
        var visitor = await OpenPhoneAsync(host, "ko-KR");
        await visitor.Page.GotoAsync(new Uri(code).PathAndQuery.Replace("/T/", "/t/", StringComparison.Ordinal));
        await Expect(visitor["reentry"]).ToContainTextAsync("다시");

        await gate["turn-in"].FocusAsync();
        await gate.Page.Keyboard.PressAsync("Space");
        await Expect(gate["turn-in"]).ToHaveAttributeAsync("aria-pressed", "true");
        await gate.ScanAsync(code, "Admitted");
        await gate.ScanAsync(code, "AlreadyUsed");
        Assert.Empty(gate.Errors);
    }

    [DatabaseFact]
    public async Task Gate_OfTheFirstCave_HasNoSwitch()
    {
        await using var host = await StartAsync();
        var gate = await OpenPhoneAsync(host);
        await gate.OpenGateAsync("ken");
        await Expect(gate["turn"]).ToHaveCountAsync(0);
    }

    /// <summary>No seller of the demo stands at the second cave, so its till is the administrator's.</summary>
    private static async Task<string> SellAsync(Window till)
    {
        await till.SignInAsync("admin");
        return await till.Page.EvaluateAsync<string>("""
            async () => {
              const at = async (path, body) => {
                const answer = await fetch('/api/v1/' + path, { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
                if (!answer.ok) throw new Error(await answer.text());
                return await answer.json();
              };
              const put = (path, body) => at(path + crypto.randomUUID(), body);
              const device = 'devices/' + crypto.randomUUID();
              await at(device, { name: 'Kagekiyodo', site: 'kagekiyodo', till: 'kagekiyodo-1' });
              const { code } = await at(device + '/code', {});
              await at('device/enrolment', { code, enrolment: crypto.randomUUID() });
              const { epoch } = await put('tills/kagekiyodo-1/epochs/', {});
              const sale = await put('sales/', {
                till: 'kagekiyodo-1', epoch, number: 1, occurredAt: new Date().toISOString(), language: 'ko', total: 3000, lines: [{ product: 'adult', quantity: 3 }],
                tenders: [{ id: crypto.randomUUID(), kind: 'cash', amount: 3000, received: 3000 }],
              });
              return sale.ticket.url;
            }
            """);
    }
}

public sealed class ReentryOnSqlite(SqliteFixture database, Browser browser)
    : ReentryContract(database, browser), IClassFixture<SqliteFixture>, IClassFixture<Browser>;
