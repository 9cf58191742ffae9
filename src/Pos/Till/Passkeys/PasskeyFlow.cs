using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Session;

namespace Tourism.Pos.Till.Passkeys;

/// <summary>From the server's question to the browser and back.</summary>
internal sealed class PasskeyFlow(ApiClient api, IPasskeys passkeys, StaffSession session)
{
    public const string Path = "/api/v1/session/passkeys";

    public ValueTask<bool> WorksAsync() => passkeys.WorkAsync();

    /// <summary>Signs in. True when the person gave no passkey; else what went wrong, or <c>null</c>.</summary>
    public async Task<(bool GaveUp, Problem? Problem)> SignInAsync()
    {
        var asked = await api.PostAsync<PasskeyOptionsView>("/api/v1/session/passkey/options", new { });
        if (!asked.Ok)
            return (false, asked.Problem);
        return await passkeys.UseAsync(asked.Value.Options) is { } credential
            ? (false, await session.SignInAsync(new PasskeySignIn(credential)))
            : (true, null);
    }

    /// <summary>Adds a passkey under <paramref name="name"/>; <c>null</c> when the person made none.</summary>
    public async Task<Answer<PasskeyAddedView>?> AddAsync(string name)
    {
        var asked = await api.PutAsync<PasskeyOptionsView>(Path + "/options");
        if (!asked.Ok)
            return asked.Problem;
        return await passkeys.MakeAsync(asked.Value.Options) is { } credential
            ? await api.PutAsync<PasskeyAddedView>(Path, new PasskeyRequest(name, credential))
            : (Answer<PasskeyAddedView>?)null;
    }
}
