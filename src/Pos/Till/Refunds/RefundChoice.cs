using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Till.Refunds;

/// <summary>What is to be taken back, why, and whether people inside are included.</summary>
internal sealed record RefundChoice(IReadOnlyDictionary<int, int> Quantities, string Reason, bool Override)
{
    /// <summary>Empty for everything that is left.</summary>
    public IReadOnlyList<RefundLineRequest> Lines(RefundableView left) => Whole(left)
        ? []
        : [.. left.Lines.Select(line => new RefundLineRequest(line.Line, Of(line))).Where(line => line.Quantity > 0)];

    /// <summary>What goes back.</summary>
    public Yen Total(RefundableView left) => Whole(left)
        ? left.Total
        : left.Lines.Where(line => line.Quantity > 0).Select(line => line.Part(Of(line))).Sum();

    private bool Whole(RefundableView left) => left.Lines.All(line => Of(line) == line.Quantity);

    private int Of(RefundableLineView line) => Quantities.GetValueOrDefault(line.Line);
}
