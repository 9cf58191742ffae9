using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Tourism.Pos.Sales.ByPhone.Stickers;

/// <summary>
/// The three digits that shop and visitor see of a sale. They follow from its receipt number by a fixed shuffle of 0–999 that is keyed by the series' id:
/// any thousand sales in a row have a thousand numbers, and whoever saw one cannot say the next.
/// </summary>
internal static class ArrivalNumber
{
    private const int Rounds = 6;

    /// <summary>0–999 as a digit and two more: each is moved on by what the other says, which can be undone, so that no two meet.</summary>
    private const int Left = 10, Right = 100;

    public static string Of(Guid series, int receiptNumber)
    {
        var (left, right) = (receiptNumber % (Left * Right) / Right, receiptNumber % Right);
        for (var round = 0; round < Rounds; round++)
        {
            left = (left + Said(series, 2 * round, right)) % Left;
            right = (right + Said(series, 2 * round + 1, left)) % Right;
        }

        return (left * Right + right).ToString("D3", CultureInfo.InvariantCulture);
    }

    private static int Said(Guid series, int round, int about)
    {
        Span<byte> asked = stackalloc byte[24], hash = stackalloc byte[SHA256.HashSizeInBytes];
        series.TryWriteBytes(asked, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(asked[16..], round);
        BinaryPrimitives.WriteInt32BigEndian(asked[20..], about);
        SHA256.HashData(asked, hash);
        return (int)(BinaryPrimitives.ReadUInt32BigEndian(hash) % (Left * Right));
    }
}
