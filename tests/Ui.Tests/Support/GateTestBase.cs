using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Gate;

namespace Tourism.Ui.Tests.Support;

/// <summary>A gate at the cave, before a server that knows its list.</summary>
public abstract class GateTestBase : StaffScreen
{
    private protected const string Scans = "/api/v1/gates/main/scans";

    private protected GateTestBase()
    {
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton<IGateStore>(Browser);
        Services.AddSingleton<ISignatures>(Browser);
        Server.On("GET", "/api/v1/gates/main/list", _ => new GateListView("1-0", Keys, Tickets));
        Server.On("GET", "/api/v1/catalogue", _ => new CatalogueView(new LocalText("美祢市", "Mine City"), new DateOnly(2026, 11, 22), [Here]));
        Answer(id => new ScanView(id, ScanOutcome.Admitted, 3, 0, null, null));
    }

    private protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 1, 30, 0, TimeSpan.Zero));

    private protected FakeGate Browser { get; } = new();

    private protected List<KeyView> Keys { get; } = [];

    private protected List<TicketStateView> Tickets { get; } = [];

    private protected SiteView Here { get; set; } = Cave;

    /// <summary>The same cave, where everybody may go out and come in again.</summary>
    private protected static SiteView Returning => Cave with { Products = [.. Cave.Products.Select(product => product with { Reentry = ReentryRule.SameDay })] };

    private protected IReadOnlyList<ScanRequest> Sent => [.. Server.Of("POST", Scans).Select(sent => sent.Read<ScanRequest>())];

    private protected void Answer(Func<Guid, ScanView> answer) => Server.On("POST", Scans, sent => answer(sent.Read<ScanRequest>().Id));

    /// <summary>Opens the gate and waits until it knows its keys.</summary>
    private protected IRenderedComponent<GateScreen> Open()
    {
        if (Keys.Count == 0)
            Keys.Add(Browser.Key());
        var gate = Render<GateScreen>(screen => screen.Add(s => s.Gate, "main").Add(s => s.Site, Here));
        gate.WaitForAssertion(() => Assert.Contains("sites", Browser.Notes.Keys));
        return gate;
    }

    /// <summary>Opens the gate and cuts the network.</summary>
    private protected IRenderedComponent<GateScreen> OpenAlone()
    {
        var gate = Open();
        Server.Down = true;
        return gate;
    }

    private protected static void Type(IRenderedComponent<GateScreen> gate, string text)
    {
        Find(gate, "scan").Input(text);
        Submit(gate);
    }

    private protected static void Shows(IRenderedComponent<GateScreen> gate, string outcome) =>
        gate.WaitForAssertion(() => Assert.Equal(outcome, Find(gate, "scan-result").GetAttribute("data-outcome")));

    /// <summary>The network is back, and the gate looks for it.</summary>
    private protected void Reconnect(IRenderedComponent<GateScreen> gate)
    {
        Server.Down = false;
        Passes(() => Find(gate, "net").GetAttribute("data-alone") == "false" && !Browser.Notes.Keys.Any(key => key.StartsWith("scan.", StringComparison.Ordinal)));
    }

    /// <summary>Lets time go by until it is so.</summary>
    private protected void Passes(Func<bool> so) =>
        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                Clock.Advance(TimeSpan.FromSeconds(1));
                return so();
            },
            TimeSpan.FromSeconds(20)));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Browser.Dispose();
    }
}
