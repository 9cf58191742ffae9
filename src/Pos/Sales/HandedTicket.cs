using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Reviews;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;

namespace Tourism.Pos.Sales;

/// <summary>The ticket that a till signed by itself. A bad one is replaced by the server's, because the visitor has paid.</summary>
internal static class HandedTicket
{
    public static (TicketCode? Code, IReadOnlyList<Doubt> Doubts) Read(SaleRequest request, Site site, Series series)
    {
        // Nobody hands a ticket over before the visitor has paid: such a sale gets the server's when it is completed.
        if (request.Ticket is null || !SaleChecks.MoneyIsTaken(request))
            return (null, []);
        var code = TicketCode.Read(request.Ticket);
        var good = code is not null && IsSigned(code, series) && Fits(code.Payload, request, site);
        return good ? (code, []) : (null, [NotGood]);
    }

    public static Doubt NotGood { get; } = new(
        ReviewKind.TicketNotGood,
        "レジが渡した入場券は確かめられません。サーバーが新しい入場券を発行しました。",
        "The ticket the till handed over cannot be verified. The server issued another one.");

    public static bool IsSigned(TicketCode code, Series series) =>
        series.Key is { Revoked: false } key && code.Payload.Key == key.Id && key.Verifies(code.Signed, code.Signature);

    private static bool Fits(TicketPayload payload, SaleRequest request, Site site) =>
        payload.Site == site.No && payload.FirstDay == BusinessDate.Of(request.OccurredAt) && People(request, site) is var people
        && (people is null || people == payload.People);

    /// <summary><c>null</c> when the server does not know every product.</summary>
    private static int? People(SaleRequest request, Site site)
    {
        var lines = request.Lines.Select(line => (Product: site.Products.FirstOrDefault(product => product.Code == line.Product), line.Quantity)).ToList();
        return lines.Any(line => line.Product is null)
            ? null
            : lines.Where(line => line.Product!.Kind == ProductKind.Admission).Sum(line => line.Quantity);
    }
}
