using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Tourism.Testing;

/// <summary>A phone's authenticator app (RFC 6238: SHA-1, six digits, thirty seconds).</summary>
public static class Authenticator
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The code shown now, or so many steps of thirty seconds from now.</summary>
    public static string Code(string secret, int later = 0)
    {
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30 + later);
        using var keyed = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, Bytes(secret));
        keyed.AppendData(step);
        var hash = keyed.GetHashAndReset();
        var at = hash[^1] & 15;
        return ((BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at, 4)) & int.MaxValue) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string secret)
    {
        var bits = string.Concat(secret.Select(letter => Convert.ToString(Alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
    }
}
