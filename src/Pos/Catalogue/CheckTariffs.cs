using Tourism.Kernel;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue;

/// <summary>Everything that is wrong with the price lists of one site.</summary>
internal static class CheckTariffs
{
    public static IEnumerable<string> Errors(SiteFile site, string at)
    {
        var tariffs = site.Tariffs ?? [];
        var admissions = site.Products.Where(product => product.Kind == ProductKind.Admission).Select(product => product.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. CheckCatalogue.Twice(tariffs.Select(tariff => tariff.Code), $"{at}.tariffs"),
            .. Overlaps([.. tariffs.Where(tariff => tariff.Event)], at),
            .. Overlaps([.. tariffs.Where(tariff => !tariff.Event)], at),
            .. tariffs.SelectMany(tariff => CheckTariff.Errors(tariff, admissions, $"{at}.tariffs[{tariff.Code}]")),
        ];
    }

    /// <summary>Which of two regular lists holds must not depend on their order in the file.</summary>
    private static IEnumerable<string> Overlaps(IReadOnlyList<TariffFile> tariffs, string at) =>
        from first in tariffs.Index()
        from second in tariffs.Skip(first.Index + 1)
        where first.Item.From <= (second.To ?? DateOnly.MaxValue) && second.From <= (first.Item.To ?? DateOnly.MaxValue)
        select $"{at}.tariffs: '{first.Item.Code}' and '{second.Code}' overlap. Let one end before the other begins.";
}
