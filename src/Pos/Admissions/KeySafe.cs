using System.Security.Cryptography;

namespace Tourism.Pos.Admissions;

/// <summary>
/// Private keys as the database keeps them: AES-256-GCM (NIST SP 800-38D) under a key that HKDF-SHA-256 (RFC 5869) makes of the key file. Laid out as
/// nonce, tag, PKCS #8.
/// </summary>
internal sealed class KeySafe(byte[] secret)
{
    private const int Nonce = 12;
    private const int Tag = 16;

    public static KeySafe Of(ECDsa file) => new(HKDF.DeriveKey(HashAlgorithmName.SHA256, file.ExportParameters(true).D!, 32, info: "tourism-ticket-keys"u8.ToArray()));

    public byte[] Close(ECDsa key)
    {
        var plain = key.ExportPkcs8PrivateKey();
        var closed = new byte[Nonce + Tag + plain.Length];
        RandomNumberGenerator.Fill(closed.AsSpan(0, Nonce));
        using var cipher = new AesGcm(secret, Tag);
        cipher.Encrypt(closed.AsSpan(0, Nonce), plain, closed.AsSpan(Nonce + Tag), closed.AsSpan(Nonce, Tag));
        CryptographicOperations.ZeroMemory(plain);
        return closed;
    }

    /// <summary><c>null</c> for a key that was closed under another file.</summary>
    public ECDsa? Open(byte[] closed)
    {
        var plain = new byte[closed.Length - Nonce - Tag];
        try
        {
            using var cipher = new AesGcm(secret, Tag);
            cipher.Decrypt(closed.AsSpan(0, Nonce), closed.AsSpan(Nonce + Tag), closed.AsSpan(Nonce, Tag), plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(plain, out _);
        CryptographicOperations.ZeroMemory(plain);
        return key;
    }
}
