using Microsoft.JSInterop;

namespace Tourism.Pos.Ui.Device;

/// <summary>The browser, through <c>js/device.js</c>.</summary>
internal sealed class BrowserDevice(IJSRuntime js) : IDevice
{
    private readonly Lazy<Task<IJSObjectReference>> _module = new(() => js.InvokeAsync<IJSObjectReference>("import", "./js/device.js").AsTask());

    public ValueTask<string?> ReadAsync(string key) => js.InvokeAsync<string?>("localStorage.getItem", key);

    public ValueTask WriteAsync(string key, string value) => js.InvokeVoidAsync("localStorage.setItem", key, value);

    public ValueTask ForgetAsync(string key) => js.InvokeVoidAsync("localStorage.removeItem", key);

    public ValueTask SpeakAsync(string language) => CallAsync("speak", language);

    public ValueTask SoundAsync(bool good) => CallAsync("sound", good);

    public async ValueTask<bool> StayAwakeAsync(bool wanted) => await (await _module.Value).InvokeAsync<bool>("stayAwake", wanted);

    public async ValueTask PrintAsync() => await (await _module.Value).InvokeVoidAsync("print");

    public async ValueTask SaveAsync(string name, string text) => await (await _module.Value).InvokeVoidAsync("save", name, text);

    public ValueTask FocusAsync(string id) => CallAsync("focus", id);

    public ValueTask CatchKeysAsync(string id) => CallAsync("catchKeys", id);

    public async ValueTask<bool> BusyAsync() => await (await _module.Value).InvokeAsync<bool>("busy");

    public async ValueTask WatchIdleAsync<T>(DotNetObjectReference<T> screen, TimeSpan after) where T : class =>
        await (await _module.Value).InvokeVoidAsync("watchIdle", screen, after.TotalMilliseconds);

    private async ValueTask CallAsync(string function, object value) => await (await _module.Value).InvokeVoidAsync(function, value);
}
