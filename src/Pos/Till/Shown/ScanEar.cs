using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Tourism.Pos.Till.Gate;

namespace Tourism.Pos.Till.Shown;

/// <summary>Hears the hand scanner, and pasted addresses, while it is on the screen.</summary>
public sealed class ScanEar : ComponentBase, IDisposable
{
    private DotNetObjectReference<ScanEar>? _self;

    /// <summary>Something was scanned.</summary>
    [Parameter, EditorRequired]
    public EventCallback<string> OnScanned { get; set; }

    [Inject]
    private IReaders Readers { get; set; } = default!;

    /// <summary>A hand scanner has typed something.</summary>
    [JSInvokable]
    public Task Scanned(string text) => InvokeAsync(() => OnScanned.InvokeAsync(text));

    /// <inheritdoc/>
    public void Dispose()
    {
        _ = Readers.StopListeningAsync().AsTask();
        _self?.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await Readers.ListenAsync(_self = DotNetObjectReference.Create(this), hands: false);
    }
}
