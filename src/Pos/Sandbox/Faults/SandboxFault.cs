using System.Text.Json.Serialization;

namespace Tourism.Pos.Sandbox.Faults;

/// <summary>What goes wrong.</summary>
internal enum SandboxFaultKind
{
    /// <summary>The answer takes its time.</summary>
    Delay,

    /// <summary>The connection breaks off without an answer.</summary>
    Timeout,

    /// <summary>409: another request holds the key.</summary>
    Conflict,

    /// <summary>429: too many requests.</summary>
    RateLimit,

    /// <summary>500, kept under the key: every repeat gets it again.</summary>
    Error,

    /// <summary>502 with a page instead of JSON.</summary>
    BadGateway,

    /// <summary>200 with half a body.</summary>
    Truncated,

    /// <summary>The next payment is refused by the bank, whatever the card.</summary>
    Decline,
}

/// <summary>Something that will go wrong with the next requests that fit.</summary>
internal sealed class SandboxFault
{
    public const int MostTimes = 100_000;
    public const int LongestDelay = 120_000;

    public SandboxFaultKind Kind { get; set; }

    /// <summary>GET, POST or DELETE; <c>null</c> for any.</summary>
    public string? Method { get; set; }

    /// <summary>How the path begins below the version, for example <c>checkout/sessions</c>; empty for all.</summary>
    public string Path { get; set; } = "";

    /// <summary>How often.</summary>
    public int Count { get; set; } = 1;

    /// <summary>Length of a delay.</summary>
    public int Milliseconds { get; set; } = 1000;

    /// <summary>The sandbox acts first; only for a time-out, an error and a bad gateway. Half a body always comes after acting.</summary>
    public bool After { get; set; }

    [JsonIgnore]
    public bool Acts => After || Kind is SandboxFaultKind.Delay or SandboxFaultKind.Truncated;

    /// <summary>Whether it is about a request of this name, for example <c>POST refunds</c>.</summary>
    public bool Fits(SandboxRequest request)
    {
        var at = request.Name.IndexOf(' ', StringComparison.Ordinal);
        return Kind != SandboxFaultKind.Decline && (Method is null || Method.Equals(request.Name[..at], StringComparison.OrdinalIgnoreCase))
            && request.Name.AsSpan(at + 1).StartsWith(Path, StringComparison.Ordinal);
    }

    public StripeFault? Refusal() =>
        !Enum.IsDefined(Kind) ? StripeFault.Invalid("Unknown kind of fault.", "kind")
        : Count is < 1 or > MostTimes ? StripeFault.Invalid($"The count must be between 1 and {MostTimes}.", "count")
        : Milliseconds is < 0 or > LongestDelay ? StripeFault.Invalid($"The delay must be between 0 and {LongestDelay} ms.", "milliseconds")
        : null;
}
