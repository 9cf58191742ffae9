using System.Net.Security;

namespace Tourism.Pos.Sandbox;

/// <summary>The host talking to itself: never through a proxy, and without minding its own certificate, which names the public host.</summary>
internal static class LoopbackClient
{
    public static SocketsHttpHandler Handler() => new()
    {
        UseProxy = false,
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (sender, _, _, errors) => errors == SslPolicyErrors.None || IsLoopback(sender) },
    };

    private static bool IsLoopback(object connection) => connection is SslStream { TargetHostName: "localhost" or "127.0.0.1" or "::1" };
}
