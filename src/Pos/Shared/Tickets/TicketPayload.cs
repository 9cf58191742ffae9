using System.Buffers.Binary;
using Tourism.Kernel;

namespace Tourism.Pos.Shared.Tickets;

/// <summary>How many people of one category a ticket admits.</summary>
/// <param name="Product">Product number at the site, 1 or more.</param>
/// <param name="Count">People, 1 or more.</param>
public sealed record TicketParty(int Product, int Count);

/// <summary>
/// What a ticket says, without its signature. Nothing personal. Bytes: version (1) · key id (4) · ticket id (16, big-endian) · site ·
/// first day (days since 2020-01-01) · days valid · categories · per category product and count; numbers after the ids are LEB128 varints.
/// </summary>
/// <param name="Key">First four bytes of the SHA-256 of the public key that verifies it.</param>
/// <param name="Ticket">The ticket.</param>
/// <param name="Site">Site number.</param>
/// <param name="FirstDay">First business date it admits on.</param>
/// <param name="Days">Number of days it is valid, 1 or more.</param>
/// <param name="Party">Who it admits, 1–20 categories.</param>
public sealed record TicketPayload(uint Key, Guid Ticket, int Site, DateOnly FirstDay, int Days, IReadOnlyList<TicketParty> Party)
{
    /// <summary>Length of an ECDSA P-256 signature in IEEE P1363 form.</summary>
    public const int SignatureLength = 64;

    private const byte Version = 1;
    private const int MaxCategories = 20;
    private static readonly DateOnly Epoch = new(2020, 1, 1);

    /// <summary>Everybody the ticket admits.</summary>
    public int People => Party.Sum(part => part.Count);

    /// <summary>Last business date it admits on.</summary>
    public DateOnly LastDay => FirstDay.AddDays(Days - 1);

    /// <summary>The bytes that are signed.</summary>
    public byte[] ToBytes()
    {
        var bytes = new List<byte>(48) { Version };
        Span<byte> ids = stackalloc byte[20];
        BinaryPrimitives.WriteUInt32BigEndian(ids, Key);
        Ticket.TryWriteBytes(ids[4..], bigEndian: true, out _);
        bytes.AddRange(ids);
        foreach (var number in Numbers())
            Varint.Write(bytes, number);
        return [.. bytes];
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote; <c>null</c> for anything else.</summary>
    public static TicketPayload? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 26 || bytes[0] != Version)
            return null;
        var key = BinaryPrimitives.ReadUInt32BigEndian(bytes[1..]);
        var ticket = new Guid(bytes[5..21], bigEndian: true);
        var rest = bytes[21..];
        return Varint.TryRead(ref rest, out var site) && Varint.TryRead(ref rest, out var first) && Varint.TryRead(ref rest, out var days)
            && days >= 1 && ReadParty(ref rest) is { } party && rest.IsEmpty
            ? new TicketPayload(key, ticket, site, Epoch.AddDays(Math.Min(first, 100_000)), Math.Min(days, 100_000), party)
            : null;
    }

    private static List<TicketParty>? ReadParty(ref ReadOnlySpan<byte> rest)
    {
        if (!Varint.TryRead(ref rest, out var categories) || categories is < 1 or > MaxCategories)
            return null;
        var party = new List<TicketParty>(categories);
        for (var index = 0; index < categories; index++)
        {
            if (!Varint.TryRead(ref rest, out var product) || !Varint.TryRead(ref rest, out var count) || count is < 1 or > 100_000)
                return null;
            party.Add(new TicketParty(product, count));
        }

        return party;
    }

    private IEnumerable<int> Numbers()
    {
        yield return Site;
        yield return FirstDay.DayNumber - Epoch.DayNumber;
        yield return Days;
        yield return Party.Count;
        foreach (var (product, count) in Party)
        {
            yield return product;
            yield return count;
        }
    }
}

/// <summary>A signed ticket as text.</summary>
/// <param name="Payload">What it says.</param>
/// <param name="Signed">The bytes that were signed.</param>
/// <param name="Signature">ECDSA P-256 over SHA-256, IEEE P1363, 64 bytes.</param>
public sealed record TicketCode(TicketPayload Payload, byte[] Signed, byte[] Signature)
{
    /// <summary>Base32 of payload and signature, about 150 characters 0-9A-V.</summary>
    public override string ToString() => Base32.Encode([.. Signed, .. Signature]);

    /// <summary>Reads a code, or an address whose last segment is one, in either case; <c>null</c> for anything else. Never throws.</summary>
    public static TicketCode? Read(string text)
    {
        var code = text.AsSpan().Trim();
        code = code[(code.LastIndexOf('/') + 1)..];
        if (code.Length > 1_000 || Base32.Decode(code) is not { Length: > TicketPayload.SignatureLength } bytes)
            return null;
        var signed = bytes[..^TicketPayload.SignatureLength];
        return TicketPayload.Read(signed) is { } payload ? new TicketCode(payload, signed, bytes[^TicketPayload.SignatureLength..]) : null;
    }
}

internal static class Varint
{
    public static void Write(List<byte> bytes, int value)
    {
        var rest = checked((uint)value);
        for (; rest >= 0x80; rest >>= 7)
            bytes.Add((byte)(rest | 0x80));
        bytes.Add((byte)rest);
    }

    public static bool TryRead(ref ReadOnlySpan<byte> bytes, out int value)
    {
        value = 0;
        for (var index = 0; index < 4 && index < bytes.Length; index++)
        {
            value |= (bytes[index] & 0x7F) << (7 * index);
            if ((bytes[index] & 0x80) != 0)
                continue;
            bytes = bytes[(index + 1)..];
            return true;
        }

        return false;
    }
}
