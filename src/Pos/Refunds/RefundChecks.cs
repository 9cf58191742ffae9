using Tourism.Kernel;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Refunds;

/// <summary>What can be said about a refund request without looking anything up.</summary>
internal static class RefundChecks
{
    public static Failure? Shape(RefundRequest request)
    {
        if (request.Number < 1)
            return new WrongReceiptNumber(request.Number);
        if (!SaleChecks.IsPossible(request.OccurredAt))
            return new WrongTime(request.OccurredAt);
        if (string.IsNullOrWhiteSpace(request.Reason) || BasketChecks.Text(request.Reason, Refund.MaxReason, "reason") is not null)
            return new WrongRefund("reason", $"理由を1～{Refund.MaxReason}字で書いてください", $"give a reason of 1 to {Refund.MaxReason} characters");
        if (request.Total.Amount is < 0 or > Calculator.MaxAmount)
            return new WrongRefund("total", $"0～{Calculator.MaxAmount} 円にしてください", $"use 0 to {Calculator.MaxAmount} yen");
        if (request.Ticket is { } ticket && BasketChecks.Text(ticket, BasketChecks.MaxTicket, "ticket") is { } wrong)
            return wrong;
        return Lines(request.Lines) ?? Slips(request.Slips ?? []);
    }

    private static Failure? Slips(IReadOnlyList<RefundSlip> slips) => slips.DistinctBy(slip => slip?.Tender).Count() != slips.Count
        ? new WrongRefund("slips", "支払いごとに1つにしてください", "give one for each tender")
        : BasketChecks.First(slips, "slips", (slip, at) => BasketChecks.Text(slip?.Slip, SaleChecks.MaxSlip, at + ".slip"));

    /// <summary>A slip belongs to what is undone at a terminal.</summary>
    public static WrongRefund? Against(IReadOnlyList<RefundSlip> slips, IEnumerable<RefundPart> parts) => slips
        .Select((slip, index) => (slip.Tender, index)).Where(slip => !parts.Any(part => part.Tender.Id == slip.Tender && part.Kind == TenderKind.External))
        .Select(slip => new WrongRefund($"slips[{slip.index}].tender", "この支払いは端末で取り消しません", "this tender is not undone at a terminal")).FirstOrDefault();

    /// <summary>The lines against what is left; an unknown line and a count too high are told apart.</summary>
    public static Failure? Against(IReadOnlyList<RefundLineRequest> wanted, IReadOnlyDictionary<int, RefundableLineView> left, Sale sale)
    {
        if (left.Count == 0)
            return new NothingLeft();
        for (var index = 0; index < wanted.Count; index++)
        {
            var line = wanted[index];
            if (PaidShares.Lines(sale).All(sold => sold.No != line.Line))
                return new WrongRefund($"lines[{index}].line", $"明細 {line.Line} はこの販売にありません", $"the sale has no line {line.Line}");
            var count = left.GetValueOrDefault(line.Line)?.Quantity ?? 0;
            if (line.Quantity > count)
                return new MoreThanLeft(line.Line, count, index);
        }

        return null;
    }

    private static Failure? Lines(IReadOnlyList<RefundLineRequest> lines)
    {
        if (lines.Count > Calculator.MaxLines)
            return new WrongLineCount(lines.Count);
        if (BasketChecks.First(lines, "lines", (line, at) => line?.Quantity is >= 1 and <= Calculator.MaxQuantity
            ? null
            : new WrongQuantity(line?.Quantity ?? 0, at + ".quantity")) is { } wrong)
            return wrong;
        return lines.DistinctBy(line => line.Line).Count() == lines.Count ? null : new WrongRefund("lines", "明細ごとに1行にしてください", "name each line once");
    }
}
