using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shared.Pricing;

/// <summary>Prices checked lines one by one, once the party's tier is known.</summary>
internal static class Lines
{
    public static List<LineView> Price(PriceBook book, IReadOnlyList<Item> items, int tier)
    {
        var schoolTrip = Tiers.IsBySchoolTrip(book, items, tier);
        var lines = new List<LineView>(items.Count);
        foreach (var item in items)
            lines.Add(item.IsAdmission ? Admission(book, item, tier, schoolTrip) : Goods(book, item));
        return lines;
    }

    private static LineView Admission(PriceBook book, Item item, int tier, bool schoolTrip)
    {
        var price = Admissions.Price(book, item, tier);
        return new LineView(
            item.Product.Code, item.Product.Name, item.Line.Quantity, price, price * item.Line.Quantity, item.Product.TaxPercent,
            item.Reduction?.Code, Admissions.Why(book, item, tier, schoolTrip));
    }

    private static LineView Goods(PriceBook book, Item item)
    {
        var (product, line) = (item.Product, item.Line);
        var eaten = line.EatIn && product.EatInTaxPercent is not null;
        return new LineView(
            product.Code, product.Name, line.Quantity, product.Kind == ProductKind.Amount ? null : product.Price, Amount(book, product, line),
            eaten ? product.EatInTaxPercent!.Value : product.TaxPercent, Why: eaten ? Reasons.EatIn : null, NetGrams: line.Weighing?.NetGrams);
    }

    private static Yen Amount(PriceBook book, ProductView product, LineRequest line) => product.Kind switch
    {
        ProductKind.Amount => line.Amount!.Value,
        ProductKind.Weighed => Weighed.Price(line.Weighing!, product.Price!.Value, book.Site.Issuer.Rounding),
        _ => product.Price!.Value * line.Quantity,
    };
}
