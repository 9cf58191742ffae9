using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Till.Refunds;

/// <summary>What is to be taken back, why, and whether people inside are included.</summary>
internal sealed record RefundChoice(IReadOnlyDictionary<int, int> Quantities, string Reason, bool Override, IReadOnlyDictionary<Guid, string> Slips)
{
    /// <summary>Empty for everything that is left.</summary>
    public IReadOnlyList<RefundLineRequest> Lines(RefundableView left) => Whole(left)
        ? []
        : [.. left.Lines.Select(line => new RefundLineRequest(line.Line, Of(line))).Where(line => line.Quantity > 0)];

    /// <summary>How it goes back, as the server will share it out.</summary>
    public IReadOnlyList<(RefundableTenderView Tender, Yen Part)> Parts(RefundableView left) => [.. TenderShares.Of(left.Tenders ?? [], tender => tender.Left, Total(left))];

    /// <summary>Slips of what was undone at terminals; <c>null</c> for none.</summary>
    public IReadOnlyList<RefundSlip>? SlipsOf(RefundableView left) =>
        Parts(left).Where(part => part.Tender.Kind == TenderKind.External && !string.IsNullOrWhiteSpace(Slips.GetValueOrDefault(part.Tender.Tender)))
            .Select(part => new RefundSlip(part.Tender.Tender, Slips[part.Tender.Tender].Trim())).ToList() is { Count: > 0 } slips ? slips : null;

    /// <summary>What goes back.</summary>
    public Yen Total(RefundableView left) => Whole(left)
        ? left.Total
        : left.Lines.Where(line => line.Quantity > 0).Select(line => line.Part(Of(line))).Sum();

    private bool Whole(RefundableView left) => left.Lines.All(line => Of(line) == line.Quantity);

    private int Of(RefundableLineView line) => Quantities.GetValueOrDefault(line.Line);
}
