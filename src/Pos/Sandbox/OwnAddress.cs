using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Tourism.Pos.Sandbox;

/// <summary>Where this host reaches itself.</summary>
internal sealed class OwnAddress(IServer server)
{
    /// <summary>Plain http on the loopback if there is any; asked at call time because ports are only known once the host listens.</summary>
    public string Find() => Best(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        ?? throw new InvalidOperationException("This host does not listen on any address yet.");

    public static string? Best(IEnumerable<string> listening)
    {
        var best = listening.Select(BindingAddress.Parse)
            .Where(address => !address.IsUnixPipe && !address.IsNamedPipe)
            .OrderByDescending(address => address.Scheme == Uri.UriSchemeHttp)
            .ThenByDescending(address => IsLoopback(address.Host))
            .FirstOrDefault();
        return best is null ? null : string.Create(CultureInfo.InvariantCulture, $"{best.Scheme}://{HostOf(best.Host)}:{best.Port}");
    }

    private static bool IsLoopback(string host) => host is "localhost" or "127.0.0.1" or "[::1]" || IsAny(host);

    private static bool IsAny(string host) => host is "*" or "+" or "0.0.0.0" or "[::]";

    private static string HostOf(string host) => IsAny(host) ? "localhost" : host;
}
