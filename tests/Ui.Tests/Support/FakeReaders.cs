using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Tourism.Pos.Till.Gate;

namespace Tourism.Ui.Tests.Support;

/// <summary>Hand scanner and camera that a test holds in its hand.</summary>
internal sealed class FakeReaders : IReaders
{
    public CameraState Camera { get; set; } = CameraState.On;

    public object? Listener { get; private set; }

    public bool Prepared { get; private set; }

    public object? Viewer { get; private set; }

    public ValueTask ListenAsync<T>(DotNetObjectReference<T> screen, bool hands) where T : class
    {
        Listener = screen.Value;
        return ValueTask.CompletedTask;
    }

    public ValueTask StopListeningAsync()
    {
        Listener = null;
        return ValueTask.CompletedTask;
    }

    public ValueTask PrepareCameraAsync()
    {
        Prepared = true;
        return ValueTask.CompletedTask;
    }

    public ValueTask<CameraState> OpenCameraAsync<T>(ElementReference video, DotNetObjectReference<T> screen) where T : class
    {
        Viewer = screen.Value;
        return ValueTask.FromResult(Camera);
    }

    public ValueTask CloseCameraAsync() => ValueTask.CompletedTask;
}
