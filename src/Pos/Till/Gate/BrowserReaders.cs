using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Tourism.Pos.Till.Gate;

/// <summary>Keyboard and camera, through <c>js/keys.js</c> and <c>js/camera.js</c>.</summary>
internal sealed class BrowserReaders(IJSRuntime js) : IReaders
{
    private readonly Lazy<Task<IJSObjectReference>> _keys = new(() => js.InvokeAsync<IJSObjectReference>("import", "./js/keys.js").AsTask());
    private readonly Lazy<Task<IJSObjectReference>> _camera = new(() => js.InvokeAsync<IJSObjectReference>("import", "./js/camera.js").AsTask());

    public async ValueTask ListenAsync<T>(DotNetObjectReference<T> screen, bool hands) where T : class =>
        await (await _keys.Value).InvokeVoidAsync("listen", screen, hands);

    public async ValueTask StopListeningAsync() => await (await _keys.Value).InvokeVoidAsync("stopListening");

    public async ValueTask PrepareCameraAsync() => await (await _camera.Value).InvokeVoidAsync("prepare");

    public async ValueTask<CameraState> OpenCameraAsync<T>(ElementReference video, DotNetObjectReference<T> screen) where T : class =>
        await (await _camera.Value).InvokeAsync<string>("start", video, screen) switch
        {
            "on" => CameraState.On,
            "stopped" => CameraState.Off,
            "forbidden" => CameraState.Forbidden,
            "none" => CameraState.None,
            "busy" => CameraState.Busy,
            _ => CameraState.Failed,
        };

    public async ValueTask CloseCameraAsync() => await (await _camera.Value).InvokeVoidAsync("stop");
}
