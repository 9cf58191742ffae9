using System.Collections.Immutable;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Shown;

namespace Tourism.Pos.Till.Sales;

/// <summary>What the customer wants, and how it came to be: every change can be undone, so nothing has to ask first.</summary>
public sealed class Basket
{
    private ImmutableStack<Contents> _past = [];
    private Contents _now = Contents.None;

    public bool IsEmpty => _now.Counts.IsEmpty && _now.Amounts.IsEmpty && _now.Weighed.IsEmpty;

    public bool MayUndo => !_past.IsEmpty;

    /// <summary>People and pieces, whatever they pay.</summary>
    public int Pieces => _now.Counts.Values.Sum();

    public IReadOnlyList<LineRequest> Weighed => _now.Weighed;

    public bool EatIn => _now.EatIn;

    /// <summary>What else decides the price.</summary>
    public BasketTerms? Terms => _now.Terms;

    /// <summary>What the customer presented.</summary>
    public VisitorToken? Visitor => _now.Visitor;

    public int CountOf(string product, string? reduction = null) => _now.Counts.GetValueOrDefault((product, reduction));

    public int ReducedBy(string? reduction) => _now.Counts.Where(count => count.Key.Reduction == reduction).Sum(count => count.Value);

    public Yen AmountOf(string product) => _now.Amounts.GetValueOrDefault(product);

    public void Count(string product, int pieces, string? reduction = null) => Change(_now with
    {
        Counts = pieces == 0 ? _now.Counts.Remove((product, reduction)) : _now.Counts.SetItem((product, reduction), pieces),
    });

    public void Type(string product, Yen amount) => Change(_now with
    {
        Amounts = amount == Yen.Zero ? _now.Amounts.Remove(product) : _now.Amounts.SetItem(product, amount),
    });

    public void Weigh(string product, Weighing weighing) => Change(_now with { Weighed = _now.Weighed.Add(new LineRequest(product, 1, Weighing: weighing)) });

    public void Eat(bool here) => Change(_now with { EatIn = here });

    public void Agree(BasketTerms? terms) => Change(_now with { Terms = terms });

    /// <summary>The customer presented something; <c>null</c> takes that back. A ticket says more than a card, so a card does not take its place.</summary>
    public void Show(VisitorToken? visitor)
    {
        if (visitor is not { Source: Presented.PointsCard } || _now.Visitor is not { Source: Presented.Ticket })
            Change(_now with { Visitor = visitor });
    }

    public void Clear() => Change(Contents.None);

    public void Undo()
    {
        if (MayUndo)
            _past = _past.Pop(out _now);
    }

    /// <summary>The next customer: nothing of this one comes back.</summary>
    public void Renew() => (_past, _now) = ([], Contents.None);

    /// <summary>The lines in the order of the till's keys.</summary>
    public IReadOnlyList<LineRequest> Lines(IEnumerable<ProductView> keys) => [.. keys.SelectMany(Lines)];

    private IEnumerable<LineRequest> Lines(ProductView product)
    {
        var here = _now.EatIn && product.EatInTaxPercent is not null;
        var counted = _now.Counts.Where(count => count.Key.Product == product.Code).OrderBy(count => count.Key.Reduction, StringComparer.Ordinal)
            .Select(count => new LineRequest(product.Code, count.Value, Reduction: count.Key.Reduction));
        var typed = _now.Amounts.TryGetValue(product.Code, out var amount) ? [new LineRequest(product.Code, 1, amount)] : Array.Empty<LineRequest>();
        return counted.Concat(typed).Concat(_now.Weighed.Where(line => line.Product == product.Code)).Select(line => line with { EatIn = here });
    }

    private void Change(Contents to)
    {
        if (to == _now)
            return;
        _past = _past.Push(_now);
        _now = to;
    }

    private sealed record Contents(
        ImmutableDictionary<(string Product, string? Reduction), int> Counts, ImmutableDictionary<string, Yen> Amounts, ImmutableList<LineRequest> Weighed,
        bool EatIn, BasketTerms? Terms, VisitorToken? Visitor)
    {
        public static readonly Contents None = new(
            ImmutableDictionary<(string Product, string? Reduction), int>.Empty, ImmutableDictionary<string, Yen>.Empty, [], false, null, null);
    }
}
