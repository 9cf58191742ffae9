using System.Buffers.Binary;

namespace Tourism.Pos.Shared.Tickets;

/// <summary>How many people of one category a ticket admits.</summary>
/// <param name="Product">Product number at the site, 1 or more.</param>
/// <param name="Count">People, 1 or more.</param>
public sealed record TicketParty(int Product, int Count);

/// <summary>
/// What a ticket says, without its signature. Nothing personal. Bytes: version (1) · key id (4) · ticket id (16, big-endian) · site ·
/// first day (days since 2020-01-01) · days valid · categories · per category product and count; numbers after the ids are LEB128 varints.
/// Version 2 is for several sites: their number and then each of them stand in the place of the one site.
/// </summary>
/// <param name="Key">First four bytes of the SHA-256 of the public key that verifies it.</param>
/// <param name="Ticket">The ticket.</param>
/// <param name="Site">Number of the site that sold it; the categories are products of this site.</param>
/// <param name="FirstDay">First business date it admits on.</param>
/// <param name="Days">Number of days it is valid, 1 or more.</param>
/// <param name="Party">Who it admits, 1–20 categories.</param>
/// <param name="Also">Numbers of further sites it admits to, at most 19; <c>null</c> for none.</param>
public sealed record TicketPayload(
    uint Key, Guid Ticket, int Site, DateOnly FirstDay, int Days, IReadOnlyList<TicketParty> Party, IReadOnlyList<int>? Also = null)
{
    /// <summary>Length of an ECDSA P-256 signature in IEEE P1363 form.</summary>
    public const int SignatureLength = 64;

    internal const byte OneSite = 1;
    internal const byte ManySites = 2;

    private const int MaxParts = 20;
    private const int MaxNumber = 100_000;
    private static readonly DateOnly Epoch = new(2020, 1, 1);

    /// <summary>Everybody the ticket admits.</summary>
    public int People => Party.Sum(part => part.Count);

    /// <summary>Last business date it admits on.</summary>
    public DateOnly LastDay => FirstDay.AddDays(Days - 1);

    /// <summary>Numbers of all sites it admits to, the one that sold it first.</summary>
    public IReadOnlyList<int> Sites => [Site, .. Also ?? []];

    /// <summary>The bytes that are signed.</summary>
    public byte[] ToBytes()
    {
        var bytes = new List<byte>(48) { Also is null ? OneSite : ManySites };
        Span<byte> ids = stackalloc byte[20];
        BinaryPrimitives.WriteUInt32BigEndian(ids, Key);
        Ticket.TryWriteBytes(ids[4..], bigEndian: true, out _);
        bytes.AddRange(ids);
        foreach (var number in Numbers())
            Varint.Write(bytes, number);
        return [.. bytes];
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote; <c>null</c> for anything else. Never throws.</summary>
    public static TicketPayload? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 26 || bytes[0] is not (OneSite or ManySites))
            return null;
        var key = BinaryPrimitives.ReadUInt32BigEndian(bytes[1..]);
        var ticket = new Guid(bytes[5..21], bigEndian: true);
        var rest = bytes[21..];
        return ReadSites(ref rest, bytes[0]) is { } sites && ReadNumber(ref rest, 0, MaxNumber) is { } first && ReadNumber(ref rest, 1, MaxNumber) is { } days
            && ReadParty(ref rest) is { } party && rest.IsEmpty
            ? new TicketPayload(key, ticket, sites[0], Epoch.AddDays(first), days, party, bytes[0] == ManySites ? sites[1..] : null)
            : null;
    }

    private static int[]? ReadSites(ref ReadOnlySpan<byte> rest, byte version)
    {
        if ((version == OneSite ? 1 : ReadNumber(ref rest, 2, MaxParts)) is not { } count)
            return null;
        var sites = new int[count];
        for (var index = 0; index < count; index++)
        {
            if (ReadNumber(ref rest, 0, int.MaxValue) is not { } site)
                return null;
            sites[index] = site;
        }

        return sites;
    }

    private static List<TicketParty>? ReadParty(ref ReadOnlySpan<byte> rest)
    {
        if (ReadNumber(ref rest, 1, MaxParts) is not { } categories)
            return null;
        var party = new List<TicketParty>(categories);
        for (var index = 0; index < categories; index++)
        {
            if (ReadNumber(ref rest, 0, int.MaxValue) is not { } product || ReadNumber(ref rest, 1, MaxNumber) is not { } count)
                return null;
            party.Add(new TicketParty(product, count));
        }

        return party;
    }

    private static int? ReadNumber(ref ReadOnlySpan<byte> rest, int least, int most) =>
        Varint.TryRead(ref rest, out var number) && number >= least && number <= most ? number : null;

    private IEnumerable<int> Numbers()
    {
        if (Also is not null)
            yield return Sites.Count;
        foreach (var site in Sites)
            yield return site;
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
