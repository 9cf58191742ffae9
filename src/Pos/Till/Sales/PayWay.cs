using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Till.Sales;

/// <summary>A way to pay a part of a total.</summary>
/// <param name="Code">Names its key for tests and scripts.</param>
/// <param name="Name">On the key.</param>
/// <param name="Icon">Before the name.</param>
/// <param name="Over">Whether more than the rest can be taken by it.</param>
/// <param name="Chosen">Called with the amount; it adds the part, now or when the money is there.</param>
public sealed record PayWay(string Code, LocalText Name, string Icon, OverpaidRule Over, Func<Yen, Task> Chosen)
{
    /// <summary>It can be taken now; a reader that is offline cannot.</summary>
    public bool Ready { get; init; } = true;
}
