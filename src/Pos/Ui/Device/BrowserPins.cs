using Microsoft.JSInterop;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Ui.Device;

/// <summary>WebCrypto and IndexedDB, through <c>js/pins.js</c>.</summary>
internal sealed class BrowserPins(IJSRuntime js) : IPins
{
    private readonly Lazy<Task<IJSObjectReference>> _module = new(() => js.InvokeAsync<IJSObjectReference>("import", "./js/pins.js").AsTask());

    public async ValueTask<IReadOnlyList<string>> KnownAsync() => await AskAsync<string[]>("known");

    public async ValueTask RememberAsync(string person, int version, string pin, string session) =>
        await AskAsync<object?>("remember", person, version, pin, session);

    public async ValueTask<PinCheck> CheckAsync(string person, string pin)
    {
        var said = await AskAsync<Said>("check", person, pin);
        return new PinCheck(Enum.Parse<PinOutcome>(said.Outcome), said.Session);
    }

    public async ValueTask KeepOnlyAsync(IReadOnlyList<DevicePersonView> people) =>
        await AskAsync<object?>("keepOnly", people.Select(person => new { person = person.Code, version = person.Pin }));

    public async ValueTask ForgetAsync() => await AskAsync<object?>("forget");

    public ValueTask<int> UnsentAsync() => ValueTask.FromResult(0);

    private async ValueTask<T> AskAsync<T>(string function, params object?[] values) => await (await _module.Value).InvokeAsync<T>(function, values);

    private sealed record Said(string Outcome, string? Session);
}
