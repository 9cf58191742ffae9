using Tourism.Kernel;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shared.Receipts;

/// <summary>Parts one sale into several invoices: the totals add up exactly, per rate too, and each invoice rounds its own tax once.</summary>
public static class InvoiceSplit
{
    /// <summary>The taxes of each part, in the order of <paramref name="amounts"/>.</summary>
    /// <param name="taxes">Of what is split; tax-included totals per rate.</param>
    /// <param name="amounts">Tax-included totals of the parts, each 1 yen or more; they add up to the totals of <paramref name="taxes"/>.</param>
    /// <param name="rounding">The issuer's direction.</param>
    /// <exception cref="ArgumentException">The amounts do not add up.</exception>
    public static IReadOnlyList<IReadOnlyList<TaxView>> Of(IReadOnlyList<TaxView> taxes, IReadOnlyList<Yen> amounts, Rounding rounding)
    {
        var left = taxes.ToDictionary(tax => tax.Percent, tax => tax.Total);
        if (left.Values.Sum() != amounts.Sum())
            throw new ArgumentException("The parts do not add up to what is split.", nameof(amounts));
        return [.. amounts.Select(amount => Part(left, amount, rounding))];
    }

    /// <summary>One part's share of what is left of every rate, by size: the floor of each share first, then the yen that remain.</summary>
    private static IReadOnlyList<TaxView> Part(Dictionary<int, Yen> left, Yen amount, Rounding rounding)
    {
        var whole = left.Values.Sum();
        var shares = left.ToDictionary(rate => rate.Key, rate => new Yen((long)((Int128)rate.Value.Amount * amount.Amount / whole.Amount)));
        var rest = amount - shares.Values.Sum();
        foreach (var percent in left.Keys.OrderByDescending(percent => left[percent] - shares[percent]))
        {
            var more = new Yen(Math.Min(rest.Amount, (left[percent] - shares[percent]).Amount));
            shares[percent] += more;
            rest -= more;
        }

        foreach (var (percent, share) in shares)
            left[percent] -= share;
        return [.. shares.Where(share => share.Value > Yen.Zero).OrderByDescending(share => share.Key)
            .Select(share => new TaxView(share.Key, share.Value, Tax.Within(share.Value, share.Key, rounding)))];
    }
}
