using Tourism.Kernel;
using Tourism.Pos.Admissions;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Reviews;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;

namespace Tourism.Pos.Sales;

/// <summary>The ticket that a till signed by itself. A bad one is replaced by the server's, because the visitor has paid.</summary>
internal static class HandedTicket
{
    public static (TicketCode? Good, TicketCode? Unfit, IReadOnlyList<Doubt> Doubts) Read(SaleRequest request, Snapshot catalogue, Site site, Series series)
    {
        // Nobody hands a ticket over before the visitor has paid: such a sale gets the server's when it is completed.
        if (request.Ticket is null || !SaleChecks.MoneyIsTaken(request))
            return (null, null, []);
        var code = TicketCode.Read(request.Ticket);
        if (code is null || !IsSigned(code, series))
            return (null, null, [NotGood]);
        return Fits(code.Payload, request, catalogue, site) ? (code, null, []) : (null, code, [NotGood]);
    }

    public static Doubt NotGood { get; } = new(
        ReviewKind.TicketNotGood,
        "レジが渡した入場券は確かめられません。サーバーが新しい入場券を発行しました。",
        "The ticket the till handed over cannot be verified. The server issued another one.");

    public static bool IsSigned(TicketCode code, Series series) =>
        series.Key is { View.Revoked: false } key && code.Payload.Key == key.View.Key && key.Verify(code);

    /// <summary>Whom it admits is checked when the server knows every product the till sold.</summary>
    private static bool Fits(TicketPayload payload, SaleRequest request, Snapshot catalogue, Site site)
    {
        var day = BusinessDate.Of(request.OccurredAt);
        var selling = catalogue.On(site, day);
        var party = request.Lines.All(line => site.Products.Exists(product => product.Code == line.Product))
            ? TicketParties.Of(selling, request.Lines.Select(line => (line.Product, line.Quantity)))
            : payload.Party;
        return payload.Site == site.No && payload.FirstDay == day && payload.Days == 1
            && TicketParties.Same(payload.Party, party) && (payload.Also ?? []).Order().SequenceEqual(TicketParties.Beyond(selling, party));
    }
}
