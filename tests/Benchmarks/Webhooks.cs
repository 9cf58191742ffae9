using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tourism.Benchmarks;

/// <summary>News of the provider, signed and each told once, about sessions that are none of ours.</summary>
internal sealed class Webhooks(string secret)
{
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(secret);
    private readonly string _run = Guid.CreateVersion7().ToString("N");
    private int _told;

    public Task TellAsync(Connection line)
    {
        var (number, now) = (Interlocked.Increment(ref _told), TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        var body = Encoding.UTF8.GetBytes(
            $"{{\"id\":\"evt_{_run}{number}\",\"object\":\"event\",\"api_version\":\"2026-10-28.endive\",\"created\":{now},\"livemode\":false,\"type\":\"checkout.session.completed\","
            + $"\"data\":{{\"object\":{{\"id\":\"cs_test_{_run}{number}\",\"object\":\"checkout.session\",\"metadata\":{{}}}}}}}}");
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(_secret, (byte[])[.. Encoding.UTF8.GetBytes(now + "."), .. body]));
        return line.ExpectAsync(new Call("POST /webhooks/stripe", body, $"{Call.Json}\r\nStripe-Signature: t={now},v1={signature}"), 200);
    }
}
