using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shared.Pricing;

/// <summary>Reductions that staff grant to persons.</summary>
internal static class Reductions
{
    public const int Free = 100;

    public static Result<ReductionView> Find(PriceBook book, ProductView product, string code, string at)
    {
        if (product.Kind != ProductKind.Admission)
            return new ReductionNotAllowed(code, product.Code, at);
        if (book.Reduction(code) is not { } reduction)
            return new UnknownReduction(code, book.Site.Code, at);
        return reduction.Products.Count == 0 || reduction.Products.Contains(product.Code) ? reduction : new ReductionNotAllowed(code, product.Code, at);
    }

    /// <summary>Fractions of a yen are dropped. Whoever is granted a reduction never pays more than the rest of the party.</summary>
    public static Yen Apply(ReductionView reduction, ReductionBase of, Yen single, Yen party)
    {
        var reduced = new Yen((of == ReductionBase.Single ? single : party).Amount * (Free - reduction.Percent) / Free);
        return reduced < party ? reduced : party;
    }
}
