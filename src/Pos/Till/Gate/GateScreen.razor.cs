using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Tourism.Kernel;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Till.Gate;

/// <summary>Lets parties in: read a ticket, say in big words whether it is good, be ready for the next.</summary>
public sealed partial class GateScreen
{
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(300);
    private readonly CancellationTokenSource _left = new();
    private readonly SemaphoreSlim _turn = new(1);
    private DotNetObjectReference<GateScreen>? _self;
    private GateCamera? _camera;
    private string? _code;
    private int _people;
    private ScanDirection _direction;
    private bool _busy;
    private GateResult? _shown;
    private (int Good, int All)? _together;
    private Problem? _problem;

    [Inject]
    public IDevice Device { get; set; } = default!;

    [Inject]
    public TimeProvider Time { get; set; } = default!;

    /// <summary>Gate code.</summary>
    [Parameter, EditorRequired]
    public string Gate { get; set; } = "";

    [Parameter, EditorRequired]
    public SiteView Site { get; set; } = default!;

    [Inject]
    private GateKeeper Keeper { get; set; } = default!;

    [Inject]
    private IReaders Readers { get; set; } = default!;

    /// <summary>Tickets are sold for this site with which people may come in again.</summary>
    private bool NotesOut => TicketParties.AnyMayReturn([Site, .. Keeper.Sites], Site.Code);

    private ScanDirection Direction => NotesOut ? _direction : ScanDirection.In;

    /// <summary>A hand scanner has typed something.</summary>
    [JSInvokable]
    public Task Scanned(string text)
    {
        _code = "";
        return ReadAsync(text);
    }

    /// <summary>A command key was pressed.</summary>
    [JSInvokable]
    public Task Command(string name) => InvokeAsync(async () =>
    {
        switch (name)
        {
            case "undo":
                await UndoAsync();
                break;
            case "camera" when _camera is not null:
                await _camera.ToggleAsync();
                break;
            case "turn":
                _direction = Direction == ScanDirection.In ? ScanDirection.Out : ScanDirection.In;
                break;
            case "more":
                _people++;
                break;
            case "less":
                _people = Math.Max(0, _people - 1);
                break;
        }

        StateHasChanged();
    });

    protected override async Task OnInitializedAsync()
    {
        Keeper.Changed += Redraw;
        await Keeper.OpenAsync(Gate, Site.Code);
        _ = RunAsync();
        _ = CountDownAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        await Readers.ListenAsync(_self = DotNetObjectReference.Create(this), hands: true);
        await Readers.PrepareCameraAsync();
    }

    protected override void Leave()
    {
        Keeper.Changed -= Redraw;
        _left.Cancel();
        _left.Dispose();
        _self?.Dispose();
        _turn.Dispose();
        _ = Readers.StopListeningAsync().AsTask();
    }

    private async Task RunAsync()
    {
        for (var left = _left.Token; !left.IsCancellationRequested;)
        {
            await Keeper.PassAsync();
            await Task.Delay(Keeper.Pause, Time, left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task CountDownAsync()
    {
        for (var left = _left.Token; !left.IsCancellationRequested;)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), Time, left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_shown is { Good: true } && !left.IsCancellationRequested)
                Redraw();
        }
    }

    private Task TypedAsync()
    {
        var text = _code;
        _code = "";
        return ReadAsync(text);
    }

    /// <summary>A scanner whose keys cannot be told apart, or a pasted code, need no Enter once they are whole.</summary>
    private async Task TypingAsync(ChangeEventArgs typed)
    {
        var text = _code = typed.Value as string;
        if (!ScannedText.IsComplete(text))
            return;
        await Task.Delay(TypingPause, Time);
        if (_code == text)
            await TypedAsync();
    }

    /// <summary>One after the other, in the order they were shown: the second of two scans in a row waits for the first.</summary>
    private Task ReadAsync(string? text) => InvokeAsync(async () =>
    {
        var codes = ScannedText.Codes(text);
        if (codes.Count == 0)
            return;
        await _turn.WaitAsync(_left.Token);
        try
        {
            (_busy, _shown, _problem, _together) = (true, null, null, null);
            StateHasChanged();
            await ScanAsync(codes);
        }
        finally
        {
            _busy = false;
            _turn.Release();
            StateHasChanged();
        }
    });

    /// <summary>Of several read together a refused one is shown: nobody may pass by it.</summary>
    private async Task ScanAsync(IReadOnlyList<string> codes)
    {
        int? people = _people == 0 ? null : _people;
        _people = 0;
        var good = 0;
        foreach (var code in codes)
        {
            var answer = await Keeper.ScanAsync(code, people, Direction);
            _problem = answer.Problem ?? _problem;
            if (answer.Ok && (_shown is null or { Good: true }))
                _shown = answer.Value;
            good += answer is { Ok: true, Value.Good: true } ? 1 : 0;
            people = null;
        }

        _together = codes.Count > 1 ? (good, codes.Count) : null;
        await Device.SoundAsync(good == codes.Count);
    }

    private async Task UndoAsync()
    {
        if (_shown is not null)
            _shown = await Keeper.UndoAsync(_shown);
    }

    private string GateName(string? code) => Site.Gates.FirstOrDefault(gate => gate.Code == code) is { } gate ? In(gate.Name) : code ?? "";
}
