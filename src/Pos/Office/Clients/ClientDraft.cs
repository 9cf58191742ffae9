using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Office.Clients;

/// <summary>A connected system as somebody fills the form.</summary>
public sealed class ClientDraft(Guid id, DateOnly expiresOn)
{
    /// <summary>The client.</summary>
    public Guid Id { get; } = id;

    /// <summary>What people call it.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it may do.</summary>
    public HashSet<string> Scopes { get; } = [];

    /// <summary>Last day its key works.</summary>
    public DateOnly ExpiresOn { get; set; } = expiresOn;

    /// <summary>The only site it sees; empty for all.</summary>
    public string Site { get; set; } = "";

    /// <summary>The till it sells on.</summary>
    public string Till { get; set; } = "";

    /// <summary>Sells, so it needs a till of its own.</summary>
    public bool Sells => Scopes.Contains(Kernel.Scopes.SalesWrite);

    /// <summary>Nothing is missing.</summary>
    public bool IsWhole => Name.Trim().Length > 0 && Scopes.Count > 0 && (!Sells || Till.Length > 0);

    /// <summary>As it is sent.</summary>
    public ClientRequest Request() => new(Name.Trim(), [.. Kernel.Scopes.All.Where(Scopes.Contains)], ExpiresOn, Text(Site), Sells ? Text(Till) : null);

    private static string? Text(string chosen) => chosen.Length == 0 ? null : chosen;
}
