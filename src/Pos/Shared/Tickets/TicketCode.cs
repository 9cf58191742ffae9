using System.Buffers.Binary;
using Tourism.Kernel;

namespace Tourism.Pos.Shared.Tickets;

/// <summary>A signed ticket as text.</summary>
/// <param name="Payload">What it says.</param>
/// <param name="Signed">The bytes that were signed.</param>
/// <param name="Signature">ECDSA P-256 over SHA-256, IEEE P1363, 64 bytes.</param>
public sealed record TicketCode(TicketPayload Payload, byte[] Signed, byte[] Signature)
{
    private const int MaxCode = 1_000;

    /// <summary>Base32 of payload and signature, about 150 characters 0-9A-V.</summary>
    public override string ToString() => Base32.Encode([.. Signed, .. Signature]);

    /// <summary>Characters that name version and key.</summary>
    public const int BeginningLength = 8;

    /// <summary>How every code begins that names <paramref name="key"/>: of a ticket for one site, and of one for several.</summary>
    public static (string OneSite, string ManySites) Beginnings(uint key) => (Beginning(TicketPayload.OneSite, key), Beginning(TicketPayload.ManySites, key));

    /// <summary>
    /// Reads a code, or an address whose last segment is one, in either case and in full or half width; <c>null</c> for anything else. Never throws.
    /// </summary>
    public static TicketCode? Read(string text)
    {
        var code = LastSegment(HalfWidth(text).AsSpan().Trim());
        if (code.Length > MaxCode || Base32.Decode(code) is not { Length: > TicketPayload.SignatureLength } bytes)
            return null;
        var signed = bytes[..^TicketPayload.SignatureLength];
        return TicketPayload.Read(signed) is { } payload ? new TicketCode(payload, signed, bytes[^TicketPayload.SignatureLength..]) : null;
    }

    /// <summary>Version and key are five bytes, which are eight characters.</summary>
    private static string Beginning(byte version, uint key)
    {
        Span<byte> bytes = [version, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32BigEndian(bytes[1..], key);
        return Base32.Encode(bytes);
    }

    internal static ReadOnlySpan<char> LastSegment(ReadOnlySpan<char> address)
    {
        var query = address.IndexOfAny('?', '#');
        var path = (query < 0 ? address : address[..query]).TrimEnd('/');
        return path[(path.LastIndexOf('/') + 1)..];
    }

    /// <summary>A scanner that types while a Japanese input method is on gives ＡＢＣ for ABC.</summary>
    private static string HalfWidth(string text) => text.Any(IsWide)
        ? string.Create(text.Length, text, (half, wide) =>
        {
            for (var at = 0; at < wide.Length; at++)
                half[at] = IsWide(wide[at]) ? (char)(wide[at] - '！' + '!') : wide[at];
        })
        : text;

    private static bool IsWide(char character) => character is >= '！' and <= '～';
}
