using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Till.Sales;

/// <summary>A total that is paid in parts, until the sale is written.</summary>
/// <param name="total">To be paid.</param>
/// <param name="first">The external tender it begins with; when that pays everything, nothing else is asked.</param>
public sealed class SplitSum(Yen total, ExternalTenderView? first = null)
{
    private readonly List<PaidPart> _parts = [];

    /// <summary>To be paid.</summary>
    public Yen Total { get; } = total;

    /// <summary>The external tender it begins with.</summary>
    public ExternalTenderView? First { get; } = first;

    /// <summary>Taken so far, in their order.</summary>
    public IReadOnlyList<PaidPart> Parts => _parts;

    /// <summary>Still to be paid.</summary>
    public Yen Rest => Total - _parts.Select(part => part.Amount).Sum();

    /// <summary>Takes a part; more than the rest is not possible.</summary>
    public void Add(PaidPart part)
    {
        if (part.Amount > Rest || part.Amount <= Yen.Zero)
            throw new ArgumentException($"{part.Amount} of {Rest} yen cannot be taken.", nameof(part));
        _parts.Add(part);
    }

    /// <summary>Takes a part back.</summary>
    public void Remove(PaidPart part) => _parts.Remove(part);

    /// <summary>Whether <paramref name="amount"/> can be taken by a way with this rule.</summary>
    public bool Takes(Yen amount, OverpaidRule over) => Rest > Yen.Zero && amount > Yen.Zero && (over != OverpaidRule.Exact || amount <= Rest);

    /// <summary>The part that <paramref name="amount"/> of notes and coins pays; what is above is change.</summary>
    public PaidPart Cash(LocalText name, Yen amount) => new(TenderKind.Cash, name, Least(amount), amount);

    /// <summary>The part that <paramref name="amount"/> by an external tender pays.</summary>
    public PaidPart External(ExternalTenderView tender, Yen amount, string? slip = null) =>
        new(TenderKind.External, tender.Terms.Name, Least(amount), amount > Rest ? amount : null) { External = tender, Slip = slip };

    /// <summary>As they are sent.</summary>
    public IReadOnlyList<TenderRequest> Tenders() => [.. _parts.Select(part => part.ToTender())];

    private Yen Least(Yen amount) => amount > Rest ? Rest : amount;
}
