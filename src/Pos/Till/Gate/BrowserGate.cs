using Microsoft.JSInterop;

namespace Tourism.Pos.Till.Gate;

/// <summary>IndexedDB and WebCrypto, through <c>js/gate.js</c>.</summary>
internal sealed class BrowserGate(IJSRuntime js) : IGateStore, ISignatures
{
    private readonly Lazy<Task<IJSObjectReference>> _module = new(() => js.InvokeAsync<IJSObjectReference>("import", "./js/gate.js").AsTask());

    public async ValueTask<IReadOnlyList<string>> ReadAsync(string beginning) => await (await _module.Value).InvokeAsync<string[]>("read", beginning);

    public async ValueTask WriteAsync(params IReadOnlyList<GateNote> notes) => await (await _module.Value).InvokeVoidAsync("write", notes);

    public async ValueTask ForgetAsync() => await (await _module.Value).InvokeVoidAsync("forget");

    public async ValueTask<int> UnsentAsync() => (await ReadAsync(GateBook.ScanNote)).Count;

    public async ValueTask<bool> VerifyAsync(string publicKey, byte[] signed, byte[] signature) =>
        await (await _module.Value).InvokeAsync<bool>("verify", publicKey, signed, signature);
}
