namespace Tourism.Pos.Shared.Wire;

/// <summary>Lets another system in, or changes what it may do.</summary>
/// <param name="Name">What people call it, 1–50 characters.</param>
/// <param name="Scopes">Names from <c>Tourism.Kernel.Scopes</c>, at least one.</param>
/// <param name="ExpiresOn">Last business date its key works, at most two years ahead.</param>
/// <param name="Site">The only site it sees; <c>null</c> for all.</param>
/// <param name="Till">The till it sells on; needed for <c>sales.write</c>.</param>
/// <param name="PerMinute">Most calls a minute on one host, 1–6000; more are refused (429).</param>
public sealed record ClientRequest(string Name, IReadOnlyList<string> Scopes, DateOnly ExpiresOn, string? Site = null, string? Till = null, int PerMinute = 120);

/// <summary>Another system that may call this one.</summary>
/// <param name="Id">The client.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="ExpiresOn">Last business date its key works.</param>
/// <param name="Site">The only site it sees.</param>
/// <param name="Till">The till it sells on.</param>
/// <param name="PerMinute">Most calls a minute.</param>
/// <param name="Hint">The first characters of its key, to tell keys apart.</param>
/// <param name="CreatedBy">Who let it in.</param>
/// <param name="LastUsedAt">When it called last, to the minute; <c>null</c> for never.</param>
/// <param name="OldKeyUntil">Until when the key before the last rotation works as well.</param>
/// <param name="State">Whether it gets in.</param>
public sealed record ClientView(
    Guid Id, string Name, IReadOnlyList<string> Scopes, DateOnly ExpiresOn, string? Site, string? Till, int PerMinute, string Hint, string CreatedBy,
    DateTime? LastUsedAt, DateTime? OldKeyUntil, ClientState State);

/// <summary>Whether a connected system gets in.</summary>
public enum ClientState
{
    /// <summary>It does.</summary>
    Active,

    /// <summary>Its key has run out.</summary>
    Expired,

    /// <summary>Somebody ended it, for ever.</summary>
    Ended,
}

/// <summary>A key, shown this once.</summary>
/// <param name="Client">The client.</param>
/// <param name="Key">Sent as <c>Authorization: Bearer …</c>; this system keeps its hash only.</param>
public sealed record ClientKeyView(ClientView Client, string Key);
