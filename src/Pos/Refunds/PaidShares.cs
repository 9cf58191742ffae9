using Tourism.Kernel;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Pricing;

namespace Tourism.Pos.Refunds;

/// <summary>What was really paid for each line, after its exact share of a discount: the shares of a rate add up to that rate's total.</summary>
internal static class PaidShares
{
    /// <summary>By number of the line. The line that stands for a difference is spread over the others: nobody can bring it back.</summary>
    public static IReadOnlyDictionary<int, Yen> Of(Sale sale)
    {
        var shares = new Dictionary<int, Yen>();
        foreach (var tax in sale.CountedTaxes())
            Spread(tax.Total.Amount, [.. Lines(sale).Where(line => sale.CountedPercent(line) == tax.Percent)], shares);
        return shares;
    }

    public static IEnumerable<SaleLine> Lines(Sale sale) => sale.Lines.Where(line => line.Product != Calculator.DifferenceLine).OrderBy(line => line.No);

    private static void Spread(long total, SaleLine[] lines, Dictionary<int, Yen> shares)
    {
        var sum = lines.Sum(line => line.Amount.Amount);
        long reached = 0, given = 0;
        foreach (var line in lines)
        {
            reached += line.Amount.Amount;
            var until = sum == 0 ? total : Floor(checked(total * reached), sum);
            shares[line.No] = new Yen(until - given);
            given = until;
        }
    }

    private static long Floor(long dividend, long divisor) => dividend / divisor - (dividend % divisor < 0 ? 1 : 0);
}
