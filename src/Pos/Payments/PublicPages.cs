using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using Tourism.Kernel.Server.Hosting;

namespace Tourism.Pos.Payments;

/// <summary>Addresses that visitors and the host itself can open.</summary>
internal sealed class PublicPages(IOptions<TourismOptions> options, OwnAddress own)
{
    public string Payment(string token) => $"{Base}/pay/{token}";

    public string SandboxCheckout(string session) => $"{Base}/sandbox/checkout/{session}";

    private string Base => (options.Value.PublicUrl ?? own.Find()).TrimEnd('/');
}

/// <summary>Where this host listens, as seen from the machine it runs on.</summary>
internal sealed class OwnAddress(IServer server)
{
    /// <summary>Plain http on the loopback if there is any; asked at call time because ports are only known once the host listens.</summary>
    public string Find()
    {
        var found = server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(BindingAddress.Parse)
            .OrderByDescending(address => address.Scheme == Uri.UriSchemeHttp).ThenByDescending(address => IsLoopback(address.Host))
            .FirstOrDefault(address => !address.IsUnixPipe && !address.IsNamedPipe);
        return found is null
            ? throw new InvalidOperationException("This host does not listen on any address yet.")
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{found.Scheme}://{HostOf(found)}:{found.Port}");
    }

    private static bool IsLoopback(string host) => host is "localhost" or "127.0.0.1" or "[::1]" || IsAny(host);

    private static bool IsAny(string host) => host is "*" or "+" or "0.0.0.0" or "[::]";

    private static string HostOf(BindingAddress address) => !IsAny(address.Host) ? address.Host
        : address.Scheme == Uri.UriSchemeHttps ? "localhost" : "127.0.0.1";
}
