using Tourism.Kernel;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Ui.Device;
using Tourism.Pos.Ui.Session;

namespace Tourism.Pos.Till.Books;

/// <summary>Signs the ticket of a party with this device's key, so that a till without network hands over a ticket that gates accept.</summary>
public sealed class TicketMaker(IDeviceStore store, StaffSession session, HttpClient http)
{
    /// <summary>The ticket; <c>null</c> when nobody is admitted, or the server must sign because it does not list this device's key.</summary>
    public async Task<TicketView?> MakeAsync(Series series, SiteView site, IReadOnlyList<LineRequest> lines, DateTime at)
    {
        var party = TicketParties.Of(site, lines.Select(line => (line.Product, line.Quantity)));
        var also = TicketParties.Beyond(site, party);
        if (series.Key is not { } key || site.No == 0 || party.Count == 0 || party.Any(part => part.Product == 0))
            return null;
        var payload = new TicketPayload(key, Guid.CreateVersion7(at), site.No, BusinessDate.Of(at), Days: 1, party, also.Count == 0 ? null : also);
        var bytes = payload.ToBytes();
        if (await store.SignAsync(bytes) is not { } signature)
            return null;
        var code = new TicketCode(payload, bytes, signature).ToString();
        return new TicketView(payload.Ticket, code, AddressOf(code), payload.People);
    }

    /// <summary>In capitals: the QR code stays in alphanumeric mode.</summary>
    private string AddressOf(string code)
    {
        var root = session.View?.PublicUrl ?? http.BaseAddress!.GetLeftPart(UriPartial.Authority);
        return $"{root}/t/{code}".ToUpperInvariant();
    }
}
