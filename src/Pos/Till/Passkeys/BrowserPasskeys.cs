using Microsoft.JSInterop;

namespace Tourism.Pos.Till.Passkeys;

/// <summary>Web Authentication, through <c>js/passkeys.js</c>.</summary>
internal sealed class BrowserPasskeys(IJSRuntime js) : IPasskeys
{
    private readonly Lazy<Task<IJSObjectReference>> _module = new(() => js.InvokeAsync<IJSObjectReference>("import", "./js/passkeys.js").AsTask());

    public async ValueTask<bool> WorkAsync() => await (await _module.Value).InvokeAsync<bool>("works");

    public async ValueTask<string?> MakeAsync(string options) => await (await _module.Value).InvokeAsync<string?>("make", options);

    public async ValueTask<string?> UseAsync(string options) => await (await _module.Value).InvokeAsync<string?>("use", options);
}
