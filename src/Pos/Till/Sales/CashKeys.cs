using Tourism.Kernel;

namespace Tourism.Pos.Till.Sales;

/// <summary>The amounts a customer is likely to hand over.</summary>
internal static class CashKeys
{
    private const int Keys = 4;
    private static readonly long[] Coins = [500, 1_000, 5_000, 10_000];

    /// <summary>The next round amounts above <paramref name="total"/>, smallest first, always the same number of them.</summary>
    public static IReadOnlyList<Yen> For(Yen total)
    {
        var round = Coins.Select(coin => new Yen((total.Amount / coin + 1) * coin)).Distinct().Order().ToList();
        while (round.Count < Keys)
            round.Add(new Yen((round[^1].Amount / 10_000 + 1) * 10_000));
        return round;
    }
}
