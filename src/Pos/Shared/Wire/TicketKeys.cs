using System.Text.Json.Serialization;

namespace Tourism.Pos.Shared.Wire;

/// <summary>A key that signs or has signed tickets, as the office sees it.</summary>
/// <param name="Key">As in the ticket.</param>
/// <param name="State">How far it is trusted.</param>
/// <param name="Since">When it was listed, UTC.</param>
public sealed record TicketKeyView(uint Key, TicketKeyState State, DateTime Since)
{
    /// <summary>Site it signs for; <c>null</c> for the server's own.</summary>
    public string? Site { get; init; }

    /// <summary>Till whose device holds it; <c>null</c> for the server's own.</summary>
    public string? Till { get; init; }

    /// <summary>Name of the device that holds it; <c>null</c> for the server's own and for a connected system's.</summary>
    public string? Device { get; init; }

    /// <summary>Since when it signs no more, UTC.</summary>
    public DateTime? SignsUntil { get; init; }

    /// <summary>Since when it is revoked, UTC.</summary>
    public DateTime? RevokedAt { get; init; }

    /// <summary>Until when the revocation can be taken back, UTC; <c>null</c> when it cannot.</summary>
    public DateTime? RestorableUntil { get; init; }

    /// <summary>When it signed last as far as the server knows, UTC.</summary>
    public DateTime? LastUsedAt { get; init; }

    /// <summary>Its device can be asked for another one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool MayRenew { get; init; }

    /// <summary>Since when its device is asked for another one, UTC.</summary>
    public DateTime? RenewAskedAt { get; init; }

    /// <summary>Tickets of it that can still be used and whose sale is on record: they stay good, whatever becomes of the key.</summary>
    public int Sold { get; init; }

    /// <summary>Tickets of it that gates have seen and whose sale has not come: refused from the revocation on.</summary>
    public int Awaited { get; init; }

    /// <summary>Last day of the last of them; <c>null</c> when all are over.</summary>
    public DateOnly? LastDay { get; init; }
}

/// <summary>How far a ticket key is trusted.</summary>
public enum TicketKeyState
{
    /// <summary>It signs.</summary>
    Signing,

    /// <summary>It signs no more; its tickets are verified still.</summary>
    Verified,

    /// <summary>Only tickets whose sale is on record are good.</summary>
    Revoked,
}
