using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Tourism.Pos.Till.Gate;

/// <summary>The camera as a scanner; off until somebody turns it on.</summary>
public sealed partial class GateCamera
{
    private DotNetObjectReference<GateCamera>? _self;
    private ElementReference _video;
    private CameraState _state;
    private bool _unreadable;

    /// <summary>Something was read.</summary>
    [Parameter]
    public EventCallback<string> OnSeen { get; set; }

    /// <summary>True where there is room for the picture of a camera only.</summary>
    [Parameter]
    public bool Compact { get; set; }

    [Inject]
    private IReaders Readers { get; set; } = default!;

    private bool Shown => _state is CameraState.Starting or CameraState.On;

    private string Words => T(Shown ? "gate.camera-off" : "gate.camera-on");

    /// <summary>A code came into view.</summary>
    [JSInvokable]
    public Task Seen(string text) => InvokeAsync(() => OnSeen.InvokeAsync(text));

    /// <summary>Pictures can be read, or cannot.</summary>
    [JSInvokable]
    public Task Reads(bool well) => InvokeAsync(() =>
    {
        _unreadable = !well;
        StateHasChanged();
    });

    /// <summary>On, or off again.</summary>
    public async Task ToggleAsync()
    {
        _unreadable = false;
        if (Shown)
        {
            _state = CameraState.Off;
            await Readers.CloseCameraAsync();
            return;
        }

        _state = CameraState.Starting;
        StateHasChanged();
        var state = await Readers.OpenCameraAsync(_video, _self ??= DotNetObjectReference.Create(this));
        // Turned off meanwhile, and perhaps on again: that is the news.
        if (state != CameraState.Off)
            _state = state;
        StateHasChanged();
    }

    protected override void Leave()
    {
        if (Shown)
            _ = Readers.CloseCameraAsync().AsTask();
        _self?.Dispose();
    }

    private static string KeyOf(CameraState state) => state switch
    {
        CameraState.Forbidden => "forbidden",
        CameraState.None => "none",
        CameraState.Busy => "busy",
        _ => "failed",
    };
}
