using System.Globalization;
using Microsoft.Playwright;
using Tourism.Testing;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;
using static Microsoft.Playwright.Assertions;

namespace Tourism.Browser.Tests;

/// <summary>The gate with a real camera, a real network that fails and real signatures.</summary>
public abstract class GateContract(DatabaseFixture database, Browser browser) : BrowserSuite(database, browser)
{
    private const double MostMilliseconds = 5;

    private protected override bool Installs => true;

    private static readonly (string Name, string Draw)[] Held =
    [
        ("tilted", "g.rotate(0.35); g.transform(1, 0.12, 0, 0.9, 0, 0); code(460);"),
        ("dim", "code(460); g.resetTransform(); g.globalAlpha = 0.82; g.fillStyle = '#000'; g.fillRect(0, 0, 1280, 720);"),
        ("half size", "code(230);"),
        ("cracked", "code(460); g.strokeStyle = '#555'; g.lineWidth = 4; g.beginPath(); g.moveTo(-120, -230); g.lineTo(40, 10); g.lineTo(180, 230); g.moveTo(40, 10); g.lineTo(230, 60); g.stroke();"),
    ];

    [DatabaseFact]
    public async Task Camera_OurCodeHeldBadly_IsReadAndAForeignOneRefused()
    {
        await using var host = await StartAsync();
        var till = await SellAsync(host);
        using var folder = new TemporaryFolder();
        var film = folder.Path("camera.y4m");
        await using var eye = await Browser.WithCameraAsync(film);
        var gate = await OpenGateAsync(await eye.OpenAsync(host.Url, "ja-JP", 390, 844));
        var first = true;
        foreach (var (name, draw) in Held)
        {
            var outcome = await ShowAsync(gate, film, await CameraFrames.DrawAsync(till, "ticket-qr", draw));
            Assert.Equal((name, first ? "Admitted" : "AlreadyUsed"), (name, outcome));
            first = false;
        }

        Assert.Equal("Invalid", await ShowAsync(gate, film, await CameraFrames.DrawAsync(till, "receipt-qr", "code(460);")));
        Assert.Empty(gate.Errors);
    }

    [DatabaseFact]
    public async Task Network_Gone_TheGateDecidesAloneAndReportsLater()
    {
        await using var host = await StartAsync();
        var code = await (await SellAsync(host)).ReadCodeAsync("ticket-qr");
        var gate = await OpenGateAsync(await OpenPhoneAsync(host));
        await gate.Page.Context.SetOfflineAsync(true);
        await gate.ScanByKeysAsync(code, "Admitted");
        await Expect(gate["decided-alone"]).ToBeVisibleAsync();
        await gate.Page.Context.SetOfflineAsync(false);
        await Expect(gate["net"]).ToHaveAttributeAsync("data-alone", "false");
        await Expect(gate["waiting"]).ToBeEmptyAsync();

        var other = await OpenGateAsync(await OpenDeskAsync(host));
        await other["scan"].FillAsync(code);
        await other["scan"].PressAsync("Enter");
        await Expect(other["scan-result"]).ToHaveAttributeAsync("data-outcome", "AlreadyUsed");
    }

    [DatabaseFact]
    public async Task Keys_WhateverTheLayout_GiveTheSameText()
    {
        await using var host = await StartAsync();
        var gate = await OpenPhoneAsync(host);
        await gate.Page.GotoAsync("/app/");
        var read = await gate.Page.EvaluateAsync<string?[]>("""
            async () => {
              const { ScanReader } = await import('/app/js/keys.js');
              const us = ['KeyH', 'KeyT', 'KeyT', 'KeyP', 'ShiftLeft', 'Semicolon', 'Slash', 'Slash', 'KeyA', 'Slash', 'KeyT', 'Slash', 'Digit0', 'KeyV', 'Numpad7'];
              const japanese = us.map(code => code === 'Semicolon' ? 'Quote' : code);
              const scan = (codes, gap, end) => {
                const reader = new ScanReader();
                const got = codes.concat(end ?? []).map((code, at) => reader.press(code, at * gap)).filter(text => text !== null);
                return got[0] ?? reader.end();
              };
              return [scan(us, 5, 'Enter'), scan(japanese, 5, 'Enter'), scan(['CapsLock', ...us], 5, 'Tab'), scan(us, 30), scan(us, 200, 'Enter'), scan(us.slice(0, 5), 5, 'Enter')];
            }
            """);
        const string Text = "HTTP://A/T/0V7";
        // Twice what a scanner with Enter gives, Caps Lock, no Enter; a person's fingers and a few keys are no scan.
        Assert.Equal([Text, Text, Text, Text, null, null], read);
    }

    /// <summary>Writes <c>browser_verify_ms=…</c> to the file that <c>TOURISM_FIGURES</c> names, for the benchmark.</summary>
    [DatabaseFact]
    public async Task Verify_InTheBrowser_IsQuick()
    {
        await using var host = await StartAsync();
        var gate = await OpenGateAsync(await OpenPhoneAsync(host));
        var median = await gate.Page.EvaluateAsync<double>("""
            async () => {
              const { verify } = await import('/app/js/gate.js');
              const curve = { name: 'ECDSA', namedCurve: 'P-256' };
              const { publicKey, privateKey } = await crypto.subtle.generateKey(curve, true, ['sign', 'verify']);
              const listed = btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.exportKey('spki', publicKey))));
              const signed = crypto.getRandomValues(new Uint8Array(40));
              const signature = new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, signed));
              const times = [];
              for (let run = 0; run < 200; run++) {
                const start = performance.now();
                if (!await verify(listed, signed, signature)) throw new Error('A good signature is refused.');
                times.push(performance.now() - start);
              }
              return times.sort((one, other) => one - other)[100];
            }
            """);
        Assert.InRange(median, 0, MostMilliseconds);
        if (Environment.GetEnvironmentVariable("TOURISM_FIGURES") is { Length: > 0 } file)
            await File.WriteAllTextAsync(file, string.Create(CultureInfo.InvariantCulture, $"browser_verify_ms={median:0.###}\n"));
    }

    private async Task<Window> SellAsync(HostProcess host)
    {
        var till = await OpenDeskAsync(host);
        await till.OpenTillAsync("hanako");
        await till.CountAsync("adult", 2);
        await till["cash-5000"].ClickAsync();
        await till["sell"].ClickAsync();
        await Expect(till["done"]).ToBeVisibleAsync();
        return till;
    }

    private static async Task<Window> OpenGateAsync(Window gate)
    {
        await gate.OpenGateAsync("ken");
        return gate;
    }

    /// <summary>Holds a picture before the camera of a gate and gives what the gate makes of it.</summary>
    private static async Task<string?> ShowAsync(Window gate, string film, byte[] picture)
    {
        await CameraFrames.WriteAsync(film, picture);
        // A new page: no answer of the picture before, and the camera reads its film from the beginning.
        await gate.GoAsync("gate");
        await gate["camera"].ClickAsync();
        await gate.Page.WaitForFunctionAsync("() => document.querySelector('[data-testid=scan-result]').dataset.outcome");
        return await gate["scan-result"].GetAttributeAsync("data-outcome");
    }
}

public sealed class GateOnSqlite(SqliteFixture database, Browser browser)
    : GateContract(database, browser), IClassFixture<SqliteFixture>, IClassFixture<Browser>;
