using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Tourism.Kernel;
using Tourism.Pos.Access.Accounts;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Passkeys;

/// <summary>What a person is told about their passkeys.</summary>
internal static class PasskeyViews
{
    public static PasskeyView View(this UserPasskeyInfo passkey) =>
        new(Base64Url.EncodeToString(passkey.CredentialId), passkey.Name ?? "", passkey.CreatedAt.UtcDateTime.ToMicros());

    public static Task<IReadOnlyList<PasskeyView>> ListAsync(this AccountManagers accounts, string name, CancellationToken ct) =>
        accounts.ReadAsync<IReadOnlyList<PasskeyView>>(async manager =>
            [.. (await manager.GetPasskeysAsync((await manager.FindByNameAsync(name))!)).Select(View).OrderBy(one => one.CreatedAt)], ct);

    /// <summary>The id a browser's answer names; <c>null</c> when it names none.</summary>
    public static string? IdIn(string credential)
    {
        try
        {
            using var json = JsonDocument.Parse(credential);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                ? id.GetString() : null;
        }
        catch (JsonException)
        {
            // The handler says what is wrong with it.
            return null;
        }
    }
}
