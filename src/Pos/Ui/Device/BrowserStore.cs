using System.Text.Json;
using Microsoft.JSInterop;
using Tourism.Kernel;
using Tourism.Pos.Ui.Api;

namespace Tourism.Pos.Ui.Device;

/// <summary>IndexedDB, WebCrypto and Web Locks, through <c>js/store.js</c>.</summary>
internal sealed class BrowserStore(IJSRuntime js) : IDeviceStore
{
    private readonly Lazy<Task<IJSObjectReference>> _module = new(() => js.InvokeAsync<IJSObjectReference>("import", "./js/store.js").AsTask());

    public ValueTask<string?> FindAsync(string key) => AskAsync<string?>("find", key);

    public async ValueTask KeepAsync(string key, string text) => await AskAsync<object?>("keep", key, text);

    public ValueTask<bool> MoveAsync(string key, string? seen, string text, KeptFact? add, Guid? drop) =>
        AskAsync<bool>("move", key, seen, text, add is null ? null : new { id = add.Id.ToString(), till = add.Till, text = Text(add) }, drop?.ToString());

    public async ValueTask<IReadOnlyList<KeptFact>> WaitingAsync() => Facts(await AskAsync<string[]>("waiting"));

    public async ValueTask<IReadOnlyList<KeptFact>> RecentAsync(string till, int most) => Facts(await AskAsync<string[]>("recent", till, most));

    public async ValueTask SettleAsync(KeptFact fact) =>
        await AskAsync<object?>("settle", fact.Id.ToString(), Text(fact), fact.State == FactState.Acknowledged);

    public ValueTask<byte[]?> PublicKeyAsync() => AskAsync<byte[]?>("publicKey");

    public ValueTask<byte[]?> NextKeyAsync() => AskAsync<byte[]?>("nextKey");

    public ValueTask<bool> MoveToNextKeyAsync(string key, string? seen, string text) => AskAsync<bool>("moveToNextKey", key, seen, text);

    public ValueTask<byte[]?> SignAsync(byte[] bytes) => AskAsync<byte[]?>("sign", bytes);

    public async ValueTask PersistAsync() => await AskAsync<bool>("persist");

    public ValueTask<bool> TakeAsync(string name) => AskAsync<bool>("take", name);

    public async ValueTask ReleaseAsync(string name) => await AskAsync<object?>("release", name);

    public ValueTask<string?> EarlierAsync(string key) => AskAsync<string?>("earlier", key);

    public async ValueTask ForgetEarlierAsync(string key) => await AskAsync<object?>("forgetEarlier", key);

    public async ValueTask ForgetAsync() => await AskAsync<object?>("forget");

    public async ValueTask<int> UnsentAsync() => (await WaitingAsync()).Count;

    private static string Text(KeptFact fact) => JsonSerializer.Serialize(fact, Json.Options);

    private static KeptFact[] Facts(string[] texts) => [.. texts.Select(text => JsonSerializer.Deserialize<KeptFact>(text, ApiClient.Reading)!)];

    private async ValueTask<T> AskAsync<T>(string function, params object?[] values) => await (await _module.Value).InvokeAsync<T>(function, values);
}
