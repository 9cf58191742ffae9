namespace Tourism.Pos.Ui.Device;

/// <summary>Where something that happened at this device stands.</summary>
public enum FactState
{
    /// <summary>Not yet sent.</summary>
    Pending,

    /// <summary>On its way.</summary>
    Sending,

    /// <summary>The server has it.</summary>
    Acknowledged,

    /// <summary>Sent without an answer, or the server was in trouble: sent again by itself.</summary>
    Retry,

    /// <summary>The server does not take it as it is. It stays here until somebody has looked at it.</summary>
    NeedsAttention,

    /// <summary>A screen waits for the answer and sends it itself: its money is not taken yet.</summary>
    Attended,
}

/// <summary>Something that happened at this device and belongs on the server, exactly as it is sent.</summary>
/// <param name="Id">Its name, made here.</param>
/// <param name="Till">Till code.</param>
/// <param name="Path">Address it is put to.</param>
/// <param name="Body">JSON as first written: a later version of the app sends the same.</param>
/// <param name="At">When it happened, UTC.</param>
/// <param name="Shown">JSON of what staff see of it, later of what the server made of it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Trouble">Why it needs attention, in the server's words.</param>
public sealed record KeptFact(
    Guid Id, string Till, string Path, string Body, DateTime At, string? Shown = null, FactState State = FactState.Pending, string? Trouble = null)
{
    /// <summary>It says itself who did it: this device may hand it in whoever is signed in by then.</summary>
    public bool NamesPerson => Body.Contains("\"person\":", StringComparison.Ordinal);

    /// <summary>True while the outbox sends it by itself.</summary>
    public bool Waits => State is FactState.Pending or FactState.Sending or FactState.Retry;
}
