using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Till.Sales;

/// <summary>What the customer wants, by product: people to admit, or amounts typed in.</summary>
public sealed class Basket
{
    private readonly Dictionary<string, int> _people = [];
    private readonly Dictionary<string, Yen> _amounts = [];

    public bool IsEmpty => _people.Count == 0 && _amounts.Count == 0;

    /// <summary>Sum of the amounts typed in.</summary>
    public Yen Typed => _amounts.Values.Sum();

    public int People => _people.Values.Sum();

    public int CountOf(string product) => _people.GetValueOrDefault(product);

    public Yen AmountOf(string product) => _amounts.GetValueOrDefault(product);

    public void Count(string product, int people)
    {
        _people[product] = people;
        if (people == 0)
            _people.Remove(product);
    }

    public void Type(string product, Yen amount)
    {
        _amounts[product] = amount;
        if (amount == Yen.Zero)
            _amounts.Remove(product);
    }

    public void Clear()
    {
        _people.Clear();
        _amounts.Clear();
    }

    /// <summary>The lines in the order of the till's keys.</summary>
    public IReadOnlyList<LineRequest> Lines(IEnumerable<ProductView> keys) => [.. keys.Select(key => Line(key.Code)).OfType<LineRequest>()];

    private LineRequest? Line(string product) =>
        _people.TryGetValue(product, out var people) ? new LineRequest(product, people)
        : _amounts.TryGetValue(product, out var amount) ? new LineRequest(product, 1, amount)
        : null;
}
