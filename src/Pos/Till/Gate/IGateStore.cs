using Tourism.Pos.Ui.Device;

namespace Tourism.Pos.Till.Gate;

/// <summary>Something kept under a name; without text it is dropped.</summary>
internal sealed record GateNote(string Name, string? Text);

/// <summary>The gate's own memory: it outlives a reload and a flat battery.</summary>
internal interface IGateStore : IForgetful
{
    /// <summary>Texts of all notes whose name begins with <paramref name="beginning"/>, in the order of their names.</summary>
    ValueTask<IReadOnlyList<string>> ReadAsync(string beginning);

    /// <summary>Keeps and drops, all or nothing; returned means on disk.</summary>
    ValueTask WriteAsync(params IReadOnlyList<GateNote> notes);
}

/// <summary>Checks signatures.</summary>
internal interface ISignatures
{
    /// <param name="publicKey">SubjectPublicKeyInfo, base64.</param>
    /// <param name="signed">What was signed.</param>
    /// <param name="signature">ECDSA P-256 over SHA-256, IEEE P1363.</param>
    ValueTask<bool> VerifyAsync(string publicKey, byte[] signed, byte[] signature);
}
