using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Refunds;

/// <summary>The request that made a refund, rebuilt from the stored facts as far as the journal hashes it.</summary>
internal static class RefundAsSent
{
    public static RefundRequest Of(Refund refund) => new(
        refund.Till, refund.Epoch, refund.Number, refund.OccurredAt, refund.Reason,
        refund.Everything ? [] : [.. refund.Lines.OrderBy(line => line.No).Select(line => new RefundLineRequest(line.Line, line.Quantity))],
        refund.Total, refund.Override, Journal: null, refund.HandedTicket)
    {
        Slips = [.. refund.Tenders.Where(part => part.Slip is not null).Select(part => new RefundSlip(part.Tender, part.Slip!))],
    };
}
