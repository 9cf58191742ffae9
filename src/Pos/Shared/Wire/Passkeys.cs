namespace Tourism.Pos.Shared.Wire;

/// <summary>What the browser is asked for. It is good once, for five minutes, and in this browser only.</summary>
/// <param name="Options">JSON for <c>navigator.credentials</c>: creation or request options of Web Authentication, level 3.</param>
public sealed record PasskeyOptionsView(string Options);

/// <summary>Signs in by a passkey, which is both factors at once.</summary>
/// <param name="Credential">JSON of what <c>navigator.credentials.get()</c> gave, at most <see cref="PasskeyRequest.Longest"/> characters.</param>
public sealed record PasskeySignIn(string Credential);

/// <summary>Adds a passkey to one's own account.</summary>
/// <param name="Name">Which device or key it is on, 1–50 characters.</param>
/// <param name="Credential">JSON of what <c>navigator.credentials.create()</c> gave, at most <see cref="Longest"/> characters.</param>
public sealed record PasskeyRequest(string Name, string Credential)
{
    /// <summary>Longest credential, in characters.</summary>
    public const int Longest = 20_000;

    /// <summary>Most passkeys of one person.</summary>
    public const int Most = 10;
}

/// <summary>A passkey of one's own.</summary>
/// <param name="Id">Base64url of the credential's id.</param>
/// <param name="Name">Which device or key it is on.</param>
/// <param name="CreatedAt">When it was added.</param>
public sealed record PasskeyView(string Id, string Name, DateTime CreatedAt);

/// <summary>A passkey that has been added.</summary>
/// <param name="Passkey">It.</param>
/// <param name="Codes">
/// Recovery codes for the day it is lost, told this once, when the account must have a second factor and had none; <c>null</c> otherwise.
/// </param>
public sealed record PasskeyAddedView(PasskeyView Passkey, IReadOnlyList<string>? Codes = null);
