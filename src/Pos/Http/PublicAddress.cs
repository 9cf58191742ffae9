using Tourism.Kernel.Server.Hosting;
using Tourism.Pos.Sales.ByPhone.Ahead;

namespace Tourism.Pos.Http;

/// <summary>Addresses of the public pages, as they stand in QR codes.</summary>
internal sealed class PublicAddress(PublicRoot root)
{
    public string Root => root.Address;

    /// <summary>In capitals, because a QR code packs capitals, digits and <c>:/.-</c> tighter and hand scanners cannot confuse them.</summary>
    public string Ticket(string code) => $"{Root}/t/{code}".ToUpperInvariant();

    public string Receipt(string token) => $"{Root}/r/{token}".ToUpperInvariant();

    /// <summary>Where visitors buy a site's tickets ahead.</summary>
    public string Buy(string site) => (Root + AheadOffer.AddressOf(site)).ToUpperInvariant();

    public string Sticker(string token) => $"{Root}/s/{token}".ToUpperInvariant();

    public string Card(string token) => $"{Root}/p/{token}".ToUpperInvariant();
}
