using Tourism.Kernel;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Keeping;

/// <summary>Which price a product may be given.</summary>
internal static class PriceChecks
{
    public static Failure? Check(Site site, Product product, DateOnly from, PriceRequest request, DateOnly today)
    {
        if (product.Kind == ProductKind.Amount)
            return new AmountIsTyped(product.Code);
        if (request.Yen.Amount is < 0 or > Calculator.MaxAmount)
            return new WrongPrice();
        // The same price again is no new price, even after it has begun.
        if (from < today && product.Prices.TrueForAll(price => price.From != from) || from > CatalogueDays.Latest)
            return new WrongPriceDay("from", today);
        if (request.Until < from || request.Until > CatalogueDays.Latest)
            return new WrongPriceDay("until", today);
        return site.TariffOn(from) is { } tariff && tariff.PriceOf(product.Code) is not null ? new PriceInTariff(tariff.Name.Ja) : null;
    }
}
