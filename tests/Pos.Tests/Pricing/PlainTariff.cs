namespace Tourism.Pos.Tests.Pricing;

/// <summary>
/// The ordinance read slowly and literally, one person after the other and in floating point of 28 digits: shares nothing with the calculator.
/// </summary>
internal static class PlainTariff
{
    private static readonly Dictionary<string, decimal[]> Prices = new()
    {
        ["adult"] = [1300, 1100, 1050, 1000],
        ["student"] = [1300, 900, 800, 750],
        ["junior-high"] = [1050, 800, 750, 700],
        ["elementary"] = [700, 550, 450, 400],
        ["preschool"] = [0, 0, 0, 0],
    };

    private static readonly Dictionary<string, decimal> Kept = new() { ["disability"] = 0.5m, ["assistance"] = 0.5m, ["leader"] = 0m, ["third"] = 0.67m };

    public static decimal Total(IReadOnlyList<(string Category, string? Reduction)> people, bool schoolTrip)
    {
        var paying = people.Count(person => person.Category != "preschool" && person.Reduction != "leader");
        var columns = new List<int> { 0 };
        if (paying >= 20 || schoolTrip)
            columns.Add(1);
        if (paying >= 100)
            columns.Add(2);
        if (paying >= 200)
            columns.Add(3);
        return columns.Min(column => people.Sum(person => Person(person.Category, person.Reduction, column)));
    }

    /// <summary>Receipts round once: the tax of a whole, never of its parts.</summary>
    public static decimal Tax(decimal total, int percent) => Math.Floor(total * percent / (100 + percent));

    private static decimal Person(string category, string? reduction, int column)
    {
        var party = Prices[category][column];
        return reduction is null ? party : Math.Min(party, Math.Floor(Prices[category][0] * Kept[reduction]));
    }
}
