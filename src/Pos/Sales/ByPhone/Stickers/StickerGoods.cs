using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales.ByPhone.Stickers;

/// <summary>What is sold by a sticker.</summary>
internal static class StickerGoods
{
    /// <summary>
    /// The first product whose amount is typed in, which is what the shop mostly sells; <c>null</c> for none. A visitor types what they are to pay, tax
    /// included: to an issuer that adds the tax to its prices not every amount can be paid, so it has no sticker.
    /// </summary>
    public static ProductView? Of(SiteView site) => site.Issuer.PricesIncludeTax ? site.Products.FirstOrDefault(product => product.Kind == ProductKind.Amount) : null;

    /// <summary>What a sale can be changed to: one class for each rate there is, highest first.</summary>
    public static IReadOnlyList<TaxClassView> TaxClasses(this Snapshot catalogue, DateOnly day) =>
    [
        .. catalogue.Rates.Where(rate => rate.From <= day).GroupBy(rate => rate.Class).Select(rates => rates.MaxBy(rate => rate.From)!)
            .OrderByDescending(rate => rate.Percent).ThenBy(rate => rate.Seq).DistinctBy(rate => rate.Percent).Select(rate => new TaxClassView(rate.Class, rate.Percent)),
    ];
}
