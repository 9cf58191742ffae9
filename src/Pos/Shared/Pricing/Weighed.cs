using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shared.Pricing;

/// <summary>Goods sold by weight.</summary>
internal static class Weighed
{
    private const int GramsPerKilogram = 1000;

    /// <summary>Net weight times price per kilogram. Only the line is rounded: a rounded price per gram would be wrong on every heavy fish.</summary>
    public static Yen Price(Weighing weighing, Yen perKilogram, Rounding rounding) =>
        new(Fraction.Round(checked(perKilogram.Amount * weighing.NetGrams), GramsPerKilogram, rounding));

    public static Failure? Wrong(ProductView product, LineRequest line, string at)
    {
        if (product.Kind != ProductKind.Weighed)
            return line.Weighing is null ? null : new WeighingNotWanted(product.Code, at + ".weighing");
        if (line.Quantity != 1)
            return new WeighedOneByOne(line.Quantity, at + ".quantity");
        if (line.Weighing is not { } weighing)
            return new WeighingMissing(product.Code, at + ".weighing");
        if (weighing.GrossGrams is < 1 or > Calculator.MaxGrams)
            return new WrongWeight(weighing.GrossGrams, at + ".weighing.grossGrams");
        if (weighing.TareGrams < 0 || weighing.TareGrams >= weighing.GrossGrams)
            return new WrongTare(weighing.TareGrams, at + ".weighing.tareGrams");
        return weighing.Scale is null ? null : PlainText.Wrong(weighing.Scale, at + ".weighing.scale");
    }
}
