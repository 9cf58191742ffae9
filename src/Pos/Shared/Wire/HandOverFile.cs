using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using Tourism.Kernel;

namespace Tourism.Pos.Shared.Wire;

/// <summary>
/// What waits on a device that is trusted no more, as a file that people carry to the office. It opens no device and no account: neither the
/// device's key nor its credential stands in it. Tickets sold without network do, as visitors have them: whoever has the file can show them at a gate
/// until it is read in and they are used. It is kept like tickets, and deleted after it was read in.
/// </summary>
/// <param name="Format">Always <see cref="Name"/>.</param>
/// <param name="Version">Always <see cref="Current"/>.</param>
/// <param name="Id">Made by the device when it was saved.</param>
/// <param name="Device">The device.</param>
/// <param name="SavedAt">The device's time.</param>
/// <param name="Items">What waits, oldest first; at most <see cref="Most"/>.</param>
/// <param name="Signature">By the device's key over <see cref="Head"/>, base64 of IEEE P1363; <c>null</c> where the browser has no cryptography.</param>
public sealed record HandOverFile(
    string Format, int Version, Guid Id, Guid Device, DateTime SavedAt, IReadOnlyList<HandOverItem> Items, string? Signature = null)
{
    /// <summary>What such a file says it is.</summary>
    public const string Name = "tourism-hand-over";

    /// <summary>The version that is written and read.</summary>
    public const int Current = 1;

    /// <summary>Most items of one file.</summary>
    public const int Most = 20_000;

    /// <summary>Most bytes of one file.</summary>
    public const int MostBytes = 16 << 20;

    /// <summary>What is signed of the whole: whose it is, of when, and how many items belong to it.</summary>
    public byte[] Head() => Bytes(SavedAt.Ticks / TimeSpan.TicksPerMicrosecond, Items.Count, "", "");

    /// <summary>What is signed of one item: at another place or in another file it is none.</summary>
    /// <param name="index">From 0.</param>
    public byte[] Of(int index) => Bytes(-1, index, Items[index].Path, Items[index].Body);

    private byte[] Bytes(long at, int number, string path, string body) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Name} {Current}\n{Id}\n{Device}\n{at}\n{number}\n{path}\n{body}"));
}

/// <summary>One sale, refund or scan, exactly as the device would have sent it.</summary>
/// <param name="Path">Address it is sent to: <c>/api/v1/sales/…</c>, <c>/api/v1/sales/…/refunds/…</c> or <c>/api/v1/gates/…/scans</c>.</param>
/// <param name="Body">JSON as first written.</param>
/// <param name="Signature">By the device's key over <see cref="HandOverFile.Of"/>, base64 of IEEE P1363.</param>
public sealed record HandOverItem(string Path, string Body, string? Signature = null)
{
    /// <summary>What it is, by its address; <c>null</c> for an address that no file may name.</summary>
    [JsonIgnore]
    public HandOverKind? Kind => Path?.Split('/') switch
    {
        ["", "api", "v1", "sales", var sale] when IsId(sale) => HandOverKind.Sale,
        ["", "api", "v1", "sales", var sale, "refunds", var refund] when IsId(sale) && IsId(refund) => HandOverKind.Refund,
        ["", "api", "v1", "gates", var gate, "scans"] when gate.Length is > 0 and <= 40 && gate.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-') => HandOverKind.Scan,
        _ => null,
    };

    private static bool IsId(string text) => Guid.TryParseExact(text, "D", out _);
}

/// <summary>What a file may hold.</summary>
public enum HandOverKind
{
    /// <summary>A sale.</summary>
    Sale,

    /// <summary>A refund.</summary>
    Refund,

    /// <summary>A scan at a gate.</summary>
    Scan,
}

/// <summary>What the office makes of a file before it takes anything of it in.</summary>
/// <param name="Device">The device it is of.</param>
/// <param name="Proven">The key of that device has signed it; <c>false</c> when none of its keys is known, and then somebody must look at what it says.</param>
/// <param name="Faults">What is not as the device saved it.</param>
public sealed record HandOverCheckView(DeviceView Device, bool Proven, IReadOnlyList<HandOverFault> Faults);

/// <summary>Something of a file that is not as the device saved it.</summary>
/// <param name="Item">Number of the item from 1; <c>null</c> when it is the file as a whole.</param>
/// <param name="What">What is wrong, and what to do.</param>
public sealed record HandOverFault(int? Item, LocalText What);
