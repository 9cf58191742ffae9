using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Tourism.Kernel.Server.Hosting;

/// <summary>Where people reach this installation, whatever host name a caller or a proxy claims.</summary>
/// <param name="options">They may name it.</param>
/// <param name="server">It knows where it listens.</param>
public sealed class PublicRoot(IOptions<TourismOptions> options, IServer server)
{
    /// <summary>Scheme and host without a trailing slash. In Demo, without a configured one, the address this host listens on.</summary>
    public string Address => (options.Value.PublicUrl ?? Listening()).TrimEnd('/');

    private string Listening()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? throw new InvalidOperationException("The public address is known once the host listens.");
        return address.Replace("//[::]", "//localhost", StringComparison.Ordinal)
            .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
            .Replace("//+", "//localhost", StringComparison.Ordinal)
            .Replace("//*", "//localhost", StringComparison.Ordinal);
    }
}
