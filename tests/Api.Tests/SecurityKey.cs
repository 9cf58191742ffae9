using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Tourism.Api.Tests;

/// <summary>A device that holds one passkey (ES256, attestation "none"), which does what a test tells it to, also what no real one would.</summary>
internal sealed class SecurityKey(string origin) : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private string _person = "";

    /// <summary>Where the browser says it is.</summary>
    public string Origin { get; set; } = origin;

    /// <summary>Finger, face or PIN were asked for.</summary>
    public bool Verifies { get; set; } = true;

    /// <summary>False for a passkey that is kept in step between devices: it stays at zero.</summary>
    public bool Counts { get; set; } = true;

    /// <summary>The next use counts one more.</summary>
    public uint Counter { get; set; }

    public string Id => Base64Url.EncodeToString(_id);

    /// <summary>What <c>navigator.credentials.create()</c> gives for these options.</summary>
    public string Make(string options)
    {
        using var asked = JsonDocument.Parse(options);
        _person = asked.RootElement.GetProperty("user").GetProperty("id").GetString()!;
        byte[] data = [.. Data(asked.RootElement.GetProperty("rp").GetProperty("id").GetString()!, attested: true), .. new byte[16], 0, (byte)_id.Length, .. _id, .. PublicKey()];
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), 0x59, (byte)(data.Length >> 8), (byte)data.Length, .. data];
        return Answer(new { clientDataJSON = Base64Url.EncodeToString(Client(asked, "webauthn.create")), attestationObject = Base64Url.EncodeToString(attestation), transports = new[] { "internal" } });
    }

    /// <summary>What <c>navigator.credentials.get()</c> gives for these options.</summary>
    public string Use(string options)
    {
        using var asked = JsonDocument.Parse(options);
        Counter += Counts ? 1u : 0u;
        var (data, client) = (Data(asked.RootElement.GetProperty("rpId").GetString()!, attested: false), Client(asked, "webauthn.get"));
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new
        {
            clientDataJSON = Base64Url.EncodeToString(client), authenticatorData = Base64Url.EncodeToString(data),
            signature = Base64Url.EncodeToString(signature), userHandle = _person,
        });
    }

    public void Dispose() => _key.Dispose();

    private byte[] Data(string domain, bool attested)
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, Counter);
        var flags = (byte)(0x01 | (Verifies ? 0x04 : 0) | (attested ? 0x40 : 0));
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(domain)), flags, .. counter];
    }

    private byte[] Client(JsonDocument asked, string type) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = asked.RootElement.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = false });

    private string Answer(object response) => JsonSerializer.Serialize(
        new { id = Id, rawId = Id, type = "public-key", response, clientExtensionResults = new { } });

    /// <summary>As RFC 9053 writes an ES256 key: kty 2, alg -7, crv 1, x, y.</summary>
    private byte[] PublicKey()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }

    private static byte[] Text(string text) => [(byte)(0x60 | text.Length), .. Encoding.ASCII.GetBytes(text)];
}
