using System.Globalization;
using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Till.Gate;

/// <summary>Lets parties in: read a ticket, say in big words whether it is good, be ready for the next.</summary>
public sealed partial class GateScreen
{
    private string? _code;
    private int _people;
    private bool _busy;
    private ScanRequest? _sent;
    private ScanView? _scan;
    private Problem? _problem;

    [Inject]
    public ApiClient Api { get; set; } = default!;

    [Inject]
    public IDevice Device { get; set; } = default!;

    [Inject]
    public TimeProvider Time { get; set; } = default!;

    /// <summary>Gate code.</summary>
    [Parameter, EditorRequired]
    public string Gate { get; set; } = "";

    [Parameter, EditorRequired]
    public SiteView Site { get; set; } = default!;

    private string Look => _scan switch { null => "", { Outcome: ScanOutcome.Admitted } => "good", _ => "bad" };

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        await Device.FocusAsync("scan");
        await Device.CatchKeysAsync("scan");
    }

    private async Task SetPeopleAsync(int people)
    {
        _people = people;
        await Device.FocusAsync("scan");
    }

    private async Task ScanAsync()
    {
        if (string.IsNullOrWhiteSpace(_code))
            return;
        _sent = new ScanRequest(Guid.CreateVersion7(), _code.Trim(), _people == 0 ? null : _people, Time.UtcMicros());
        // Emptied now, not with the answer: the scanner may already be typing the next ticket.
        (_code, _people) = ("", 0);
        await SendAsync();
    }

    /// <summary>Sends the scan, or the very same one again: nobody is let in twice.</summary>
    private async Task SendAsync()
    {
        var scan = _sent!;
        (_busy, _scan, _problem) = (true, null, null);
        var answer = await Api.PostAsync<ScanView>($"/api/v1/gates/{Uri.EscapeDataString(Gate)}/scans", scan);
        if (scan != _sent)
            return;
        (_busy, _problem) = (false, answer.Problem);
        if (answer.Ok)
            _scan = answer.Value;
        await Device.SoundAsync(_scan?.Outcome == ScanOutcome.Admitted);
        await Device.FocusAsync("scan");
    }

    private string LastUse(ScanView scan) => scan is { Outcome: not ScanOutcome.Admitted, LastUsedAt: { } at }
        ? T("gate.last-used", When(at), GateName(scan.LastUsedGate))
        : "";

    private string When(DateTime at) => BusinessDate.Local(at).ToString(
        BusinessDate.Of(at) == BusinessDate.Of(Time.UtcMicros()) ? "HH:mm" : "M/d HH:mm", CultureInfo.InvariantCulture);

    private string GateName(string? code) => Site.Gates.FirstOrDefault(gate => gate.Code == code) is { } gate ? In(gate.Name) : code ?? "";

    private static string Key(ScanView scan) => scan.Outcome switch
    {
        ScanOutcome.UnknownKey => "unknown-key",
        ScanOutcome.TooEarly => "too-early",
        ScanOutcome.TooLate => "too-late",
        ScanOutcome.WrongSite => "wrong-site",
        ScanOutcome.AlreadyUsed => "already-used",
        ScanOutcome.ExceedsParty => "exceeds-party",
        _ => "invalid",
    };
}
