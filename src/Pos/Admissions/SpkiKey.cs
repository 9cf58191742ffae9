using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Tourism.Pos.Admissions;

/// <summary>Public keys as devices show them: SubjectPublicKeyInfo of a P-256 key.</summary>
internal static class SpkiKey
{
    private const string P256 = "1.2.840.10045.3.1.7";
    private const int Longest = 200;

    /// <summary>The DER bytes of <paramref name="base64"/>; <c>null</c> unless it is a P-256 key and nothing else.</summary>
    public static byte[]? Read(string base64)
    {
        var bytes = new byte[Longest];
        if (base64.Length > Longest || !Convert.TryFromBase64String(base64, bytes, out var length))
            return null;
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(bytes.AsSpan(0, length), out var read);
            // Written anew, so that one key has one id whatever optional form the device chose.
            return read == length && key.ExportParameters(false).Curve.Oid.Value == P256 ? key.ExportSubjectPublicKeyInfo() : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static ECDsa Import(byte[] publicKey)
    {
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        return key;
    }

    /// <summary>As in a ticket: the first four bytes of the key's SHA-256.</summary>
    public static uint IdOf(byte[] publicKey) => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(publicKey));
}
