using Microsoft.JSInterop;

namespace Tourism.Pos.Till.Gate;

/// <summary>How turning the camera on went.</summary>
public enum CameraState
{
    /// <summary>Nobody asked for it.</summary>
    Off,

    /// <summary>Being turned on.</summary>
    Starting,

    /// <summary>Reading.</summary>
    On,

    /// <summary>The browser was told not to allow it.</summary>
    Forbidden,

    /// <summary>The device has none.</summary>
    None,

    /// <summary>Another program uses it.</summary>
    Busy,

    /// <summary>Anything else.</summary>
    Failed,
}

/// <summary>What brings codes in besides typing.</summary>
internal interface IReaders
{
    /// <summary>
    /// Hears hand scanners wherever the focus is, until <see cref="StopListeningAsync"/>, and calls <c>Scanned</c>; with <paramref name="hands"/>
    /// command keys too, and calls <c>Command</c>. Whoever listens last is told.
    /// </summary>
    ValueTask ListenAsync<T>(DotNetObjectReference<T> screen, bool hands) where T : class;

    /// <summary>Hears no more.</summary>
    ValueTask StopListeningAsync();

    /// <summary>Fetches what the camera needs, so that it can be turned on without network.</summary>
    ValueTask PrepareCameraAsync();

    /// <summary>Shows the camera in the video element <paramref name="video"/> and calls <c>Seen</c> with what it reads, and <c>Reads</c> when it stops or begins to be able to.</summary>
    ValueTask<CameraState> OpenCameraAsync<T>(Microsoft.AspNetCore.Components.ElementReference video, DotNetObjectReference<T> screen) where T : class;

    /// <summary>Turns the camera off.</summary>
    ValueTask CloseCameraAsync();
}
