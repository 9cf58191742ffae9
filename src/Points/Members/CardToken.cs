using System.Security.Cryptography;
using Tourism.Kernel;

namespace Tourism.Points.Members;

/// <summary>What a points card carries: 128 random bits that lead to nobody without the database.</summary>
internal static class CardToken
{
    public const int Length = 26;
    private const int Bytes = 16;
    private const int MaxScan = 300;
    private const string Path = "/P/";

    public static string New() => Base32.Encode(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The token in what a scanner read, token or whole address, in either case; <c>null</c> when it is no points card.</summary>
    public static string? Read(string? scan)
    {
        if (scan is null or { Length: > MaxScan })
            return null;
        var text = scan.AsSpan().Trim();
        var path = text.LastIndexOf(Path, StringComparison.OrdinalIgnoreCase);
        var token = path < 0 ? text : text[(path + Path.Length)..];
        return token.Length == Length && Base32.Decode(token) is { } bytes ? Base32.Encode(bytes) : null;
    }

    public static Failure Unreadable { get; } = new(
        "card-unreadable", FailureKind.Invalid,
        "ポイントカードのQRコードではありません。カードをもう一度読み取ってください。",
        "This is not the code of a points card. Scan the card again.",
        "card");

    public static Failure Unknown { get; } = new(
        "card-unknown", FailureKind.NotFound,
        "このポイントカードは登録されていません。新しいカードに交換されていないか確かめてください。",
        "This points card is not registered. Check whether it was replaced by a new one.",
        "card");
}
