using Tourism.Pos.Admissions;
using Tourism.Pos.Http;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Refunds;

/// <summary>What the till is told of a refund.</summary>
internal static class RefundViews
{
    public static RefundView View(this Refund refund, Ticket? ticket, PublicAddress address) => new(
        refund.Id, refund.Sale, refund.SlipNumber, refund.OccurredAt, refund.Reason,
        [.. refund.Lines.OrderBy(line => line.Line).Select(line => new RefundLineView(line.Line, line.Quantity, line.Amount))],
        refund.Total,
        [.. refund.Taxes.OrderByDescending(tax => tax.Percent).Select(tax => new TaxView(tax.Percent, tax.Total, tax.Tax))],
        [.. refund.Tenders.OrderBy(tender => tender.Id).Select(tender => new RefundTenderView(tender.Tender, tender.Kind, tender.Amount, tender.State) { Slip = tender.Slip })],
        ticket?.View(address));

    public static TicketView View(this Ticket ticket, PublicAddress address) =>
        new(ticket.Id, ticket.Code, address.Ticket(ticket.Code), ticket.People, ticket.Admitted);

    public static bool IsOfParty(this Ticket ticket) => ticket.Standing is TicketStanding.Good or TicketStanding.Blocked;
}
