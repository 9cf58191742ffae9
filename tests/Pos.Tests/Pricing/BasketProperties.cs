using CsCheck;
using Tourism.Kernel;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;
using Xunit;

namespace Tourism.Pos.Tests.Pricing;

/// <summary>What holds for the sums of any basket, with any discount, at any issuer.</summary>
public sealed class BasketProperties
{
    private static readonly Gen<LineRequest> Line = Gen.OneOf(
        Gen.Select(Gen.OneOf("adult", "elementary", "rod", "thing"), Gen.Int[1, 30], (product, quantity) => Cave.Line(product, quantity)),
        Gen.Select(Gen.OneOf("goods", "food", "stamp"), Gen.Long[1, 20_000], (product, yen) => Cave.Typed(product, yen)),
        Gen.Select(Gen.Int[200, 9_999], Gen.Int[0, 199], Gen.Bool, (gross, tare, eatIn) => Cave.Weighed(gross, tare, eatIn)));

    private static readonly Gen<SiteView> Site = Gen.Select(Gen.Enum<Rounding>(), Gen.Bool, (rounding, included) =>
        Cave.Site() with { Issuer = Cave.Issuer with { Rounding = rounding, PricesIncludeTax = included } });

    [Fact]
    public void Basket_Sums_AddUpWhateverTheDiscount() => Gen.Select(Site, Line.List[1, 20], Gen.Double[0, 1]).Sample((site, lines, share) =>
    {
        var plain = Calculator.Price(site, lines).Value.Lines.Select(line => line.Amount).Sum();
        var discount = new Yen(Math.Clamp((long)(plain.Amount * share), 1, plain.Amount));
        var quote = Calculator.Price(site, lines, new BasketTerms(Discount: discount, Reason: "coupon")).Value;
        var priced = quote.Taxes.Select(rate => site.Issuer.PricesIncludeTax ? rate.Total : rate.Total - rate.Tax).Sum();
        return quote.Discount == discount && priced == plain - discount
            && quote.Taxes.Select(rate => rate.Discount).Sum() == discount
            && quote.Taxes.All(rate => rate.Discount >= Yen.Zero && rate.Total >= Yen.Zero)
            && quote.Taxes.Select(rate => rate.Total).Sum() == quote.Total
            && quote.Taxes.Select(rate => rate.Percent).SequenceEqual(quote.Lines.Select(line => line.TaxPercent).Distinct().OrderDescending());
    });

    [Fact]
    public void Basket_Tax_IsRoundedOnceAndNeverPerLine() => Line.List[1, 20].Sample(lines =>
        Calculator.Price(Cave.Site(), lines).Value.Taxes.All(rate => rate.Tax.Amount == PlainTariff.Tax(rate.Total.Amount, rate.Percent)));

    [Fact]
    public void Basket_TwoRates_LowerRateDropsItsFraction() => Gen.Select(Gen.Long[1, 99_999], Gen.Long[1, 99_999], Gen.Double[0, 1]).Sample((food, goods, share) =>
    {
        var discount = Math.Clamp((long)((food + goods) * share), 1, food + goods);
        var taxes = Calculator.Price(Cave.Site(), [Cave.Typed("food", food), Cave.Typed("goods", goods)], new BasketTerms(Discount: new Yen(discount), Reason: "coupon")).Value.Taxes;
        return taxes[1].Discount.Amount == (long)Math.Floor((decimal)discount * food / (food + goods));
    });
}
