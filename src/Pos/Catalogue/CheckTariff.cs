using Tourism.Kernel;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue;

/// <summary>Everything that is wrong in one price list.</summary>
internal static class CheckTariff
{
    public static IEnumerable<string> Errors(TariffFile tariff, IReadOnlySet<string> admissions, string at) =>
    [
        .. CheckNames.Errors(tariff.Code, tariff.Name, at),
        .. Rules(tariff, at),
        .. Tiers(tariff.Tiers ?? [], at),
        .. CheckCatalogue.Twice(tariff.Prices.Select(price => price.Product), $"{at}.prices"),
        .. tariff.Prices.SelectMany(price => Price(price, tariff.Tiers ?? [], admissions, $"{at}.prices[{price.Product}]")),
        .. CheckCatalogue.Twice((tariff.Reductions ?? []).Select(reduction => reduction.Code), $"{at}.reductions"),
        .. (tariff.Reductions ?? []).SelectMany(reduction => Reduction(reduction, admissions, $"{at}.reductions[{reduction.Code}]")),
    ];

    private static IEnumerable<string> Rules(TariffFile tariff, string at)
    {
        if (tariff.To < tariff.From)
            yield return $"{at}: it ends before it begins.";
        if (tariff.Event && tariff.Tiers is { Count: > 0 })
            yield return $"{at}: an event price list has no group tiers. Take them out.";
        if (tariff.SchoolTripTier is { } trip && (tariff.Tiers ?? []).All(tier => tier.From != trip))
            yield return $"{at}: the school trip gets the tier from {trip}, which is not among its tiers.";
    }

    private static IEnumerable<string> Tiers(IReadOnlyList<TierView> tiers, string at)
    {
        foreach (var (index, tier) in tiers.Index())
        {
            var next = index + 1 < tiers.Count ? tiers[index + 1].From - 1 : (int?)null;
            if (tier.From < 2 || tier.To != next || next < tier.From)
                yield return $"{at}.tiers[{tier.From}]: tiers go up without a gap, and the last has no end. Correct from and to.";
            foreach (var error in CheckNames.Errors(tier.Name, $"{at}.tiers[{tier.From}]"))
                yield return error;
        }
    }

    private static IEnumerable<string> Price(TariffPriceFile price, IReadOnlyList<TierView> tiers, IReadOnlySet<string> admissions, string at)
    {
        if (!admissions.Contains(price.Product))
            yield return $"{at}: '{price.Product}' is no admission of this site.";
        foreach (var amount in (price.Groups?.Values ?? []).Prepend(price.Single).Where(amount => amount.Amount is < 0 or > Calculator.MaxAmount))
            yield return $"{at}: {amount} yen is no price. Use 0 to {Calculator.MaxAmount}.";
        if (price.Groups is not { } groups)
            yield break;
        foreach (var missing in tiers.Where(tier => !groups.ContainsKey(tier.From)))
            yield return $"{at}: the tier from {missing.From} has no price. Add it, or leave the groups out.";
        foreach (var unknown in groups.Keys.Where(from => tiers.All(tier => tier.From != from)))
            yield return $"{at}: there is no tier from {unknown}.";
        Yen[] falling = [price.Single, .. groups.OrderBy(group => group.Key).Select(group => group.Value)];
        if (falling.Zip(falling.Skip(1)).Any(pair => pair.Second > pair.First))
            yield return $"{at}: a larger group pays more than a smaller one. Correct the prices.";
    }

    private static IEnumerable<string> Reduction(ReductionView reduction, IReadOnlySet<string> admissions, string at)
    {
        foreach (var error in CheckNames.Errors(reduction.Code, reduction.Name, at))
            yield return error;
        if (reduction.Percent is < 1 or > 100)
            yield return $"{at}: {reduction.Percent} is no share to take off. Use 1 to 100.";
        foreach (var unknown in reduction.Products.Where(product => !admissions.Contains(product)))
            yield return $"{at}: '{unknown}' is no admission of this site.";
    }
}
