using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using Tourism.Kernel.Server.Hosting;

namespace Tourism.Pos.Http;

/// <summary>Addresses of the public pages, as they stand in QR codes.</summary>
internal sealed class PublicAddress(IOptions<TourismOptions> options, IServer server)
{
    /// <summary>Scheme and host without a trailing slash. In Demo, without a configured one, the address this host listens on.</summary>
    public string Root => (options.Value.PublicUrl ?? Listening()).TrimEnd('/');

    /// <summary>In capitals, because a QR code packs capitals, digits and <c>:/.-</c> tighter and hand scanners cannot confuse them.</summary>
    public string Ticket(string code) => $"{Root}/t/{code}".ToUpperInvariant();

    public string Receipt(string token) => $"{Root}/r/{token}".ToUpperInvariant();

    public string Card(string token) => $"{Root}/p/{token}".ToUpperInvariant();

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
