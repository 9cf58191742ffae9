using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Ui.Device;

/// <summary>What came of a PIN that this device looked at by itself.</summary>
public enum PinOutcome
{
    /// <summary>This device knows no PIN of the person: only the server can tell.</summary>
    Unknown,

    /// <summary>It is right.</summary>
    Good,

    /// <summary>It is wrong.</summary>
    Wrong,

    /// <summary>It was wrong too often: only the server can tell from now on.</summary>
    Spent,
}

/// <summary>What came of a PIN, and what the person's session said when the server took it last.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Session">JSON of a <see cref="SessionView"/>; only for a good PIN.</param>
public sealed record PinCheck(PinOutcome Outcome, string? Session = null);

/// <summary>
/// What a device keeps of PINs for the time without network: a slow hash, keyed with a key that nobody can read out of it. Five wrong tries, and it
/// leaves the answer to the server.
/// </summary>
public interface IPins : IForgetful
{
    /// <summary>Names of those whose PIN this device can look at.</summary>
    ValueTask<IReadOnlyList<string>> KnownAsync();

    /// <summary>Keeps what a PIN the server has taken can be recognised by.</summary>
    /// <param name="person">Sign-in name.</param>
    /// <param name="version">Which of their PINs.</param>
    /// <param name="pin">The PIN, which is not kept.</param>
    /// <param name="session">The session it opened.</param>
    ValueTask RememberAsync(string person, int version, string pin, string session);

    /// <summary>Looks at a PIN; counts the try before it looks.</summary>
    ValueTask<PinCheck> CheckAsync(string person, string pin);

    /// <summary>Drops what is kept of everybody else, and of earlier PINs.</summary>
    ValueTask KeepOnlyAsync(IReadOnlyList<DevicePersonView> people);
}

/// <summary>Something that keeps things on this device and can be told to let go of them.</summary>
public interface IForgetful
{
    /// <summary>Forgets everything but what the server has yet to hear of; returned means gone from disk.</summary>
    ValueTask ForgetAsync();

    /// <summary>How much of it the server has yet to hear of.</summary>
    ValueTask<int> UnsentAsync();
}
