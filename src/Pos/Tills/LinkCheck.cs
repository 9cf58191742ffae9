using System.Buffers;
using Tourism.Pos.Admissions;
using Tourism.Pos.Reviews;
using Tourism.Pos.Shared.Journals;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tills;

/// <summary>Says what is wrong with a link of a till's journal. Nothing is refused for it: the sale happened.</summary>
internal static class LinkCheck
{
    private const int HashLength = 64;
    private const int LongestSignature = 120;
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    public static Doubt RevokedDevice { get; } = new(
        ReviewKind.RevokedDevice, "レジの端末か鍵が失効した後に届きました。", "This arrived after the till's device or its key was revoked.");

    /// <summary>The link if it can be stored; <c>null</c> for none and for one that is no link at all.</summary>
    public static JournalLink? Storable(JournalLink? link) =>
        link is not null && IsHash(link.Previous) && IsHash(link.Hash) && (link.Signature is null || Signature(link) is not null) ? link : null;

    /// <summary>What the link itself shows, given the hash that <paramref name="next"/> makes after its own previous one.</summary>
    public static LinkFault? Itself(Series series, JournalLink? link, int number, Func<string, string> next)
    {
        if (link is null)
            return series.Key is null ? null : LinkFault.Missing;
        if (Storable(link) is null)
            return LinkFault.Unreadable;
        if (next(link.Previous) != link.Hash)
            return LinkFault.WrongHash;
        if (number == 1 && link.Previous != Journal.Start(series.Id))
            return LinkFault.WrongStart;
        return IsSigned(series.Key, link) ? null : LinkFault.WrongSignature;
    }

    /// <summary>What the neighbours in the series show, as far as they have arrived.</summary>
    public static LinkFault? Among(IEnumerable<JournalEntry> neighbours, int number, JournalLink? link) => neighbours
        .Select(other => (other.Number - number) switch
        {
            0 => LinkFault.Fork,
            -1 when link is not null && other.Hash is not null && other.Hash != link.Previous => LinkFault.DoesNotFollow,
            1 when link is not null && other.Previous is not null && other.Previous != link.Hash => LinkFault.NotFollowed,
            _ => (LinkFault?)null,
        }).FirstOrDefault(fault => fault is not null);

    public static Doubt Doubt(LinkFault fault)
    {
        var (ja, en) = fault switch
        {
            LinkFault.Missing => ("署名鍵のあるレジなのに、記録の鎖がありません。", "The till has a key but sent no journal link."),
            LinkFault.Unreadable => ("記録の鎖が読めません。", "The journal link cannot be read."),
            LinkFault.WrongHash => ("記録の鎖のハッシュが内容と合いません。", "The hash of the journal link does not fit what it records."),
            LinkFault.WrongStart => ("採番の最初の記録が、採番のIDから始まっていません。", "The first link does not start from its series."),
            LinkFault.WrongSignature => ("記録の鎖の署名が、レジの鍵と合いません。", "The signature of the journal link is not the till's."),
            LinkFault.Fork => ("同じ番号が二度使われました。複製か復元された端末の可能性があります。", "The number was given twice: a device was copied or restored."),
            LinkFault.DoesNotFollow => ("前の番号の記録につながりません。", "The link does not follow the one before it."),
            _ => ("次の番号の記録がこれにつながりません。", "The link after it does not follow it."),
        };
        return new Doubt(ReviewKind.JournalBroken, ja, en);
    }

    private static bool IsSigned(ListedKey? key, JournalLink link) => key is null
        ? link.Signature is null
        : Signature(link) is { } signature && key.Verify(Convert.FromHexString(link.Hash), signature);

    private static byte[]? Signature(JournalLink link)
    {
        var bytes = new byte[LongestSignature];
        return link.Signature is { Length: <= LongestSignature } text && Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }

    private static bool IsHash(string? text) => text?.Length == HashLength && !text.AsSpan().ContainsAnyExcept(Hex);
}

/// <summary>What is wrong with a link.</summary>
internal enum LinkFault
{
    Missing,
    Unreadable,
    WrongHash,
    WrongStart,
    WrongSignature,
    Fork,
    DoesNotFollow,
    NotFollowed,
}
