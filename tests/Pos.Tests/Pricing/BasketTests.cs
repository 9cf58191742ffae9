using Tourism.Kernel;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;
using Xunit;

namespace Tourism.Pos.Tests.Pricing;

/// <summary>Worked cases of weights, rates and discounts.</summary>
public sealed class BasketTests
{
    [Fact]
    public void Price_TroutRodAndCooking_AreTwoRatesOnOneReceipt()
    {
        var quote = Calculator.Price(Cave.Site(), [Cave.Weighed(482), Cave.Line("rod", 1), Cave.Line("cooking", 1)]).Value;

        Assert.Equal([new TaxView(10, new Yen(520), new Yen(47)), new TaxView(8, new Yen(867), new Yen(64))], quote.Taxes);
        Assert.Equal((new Yen(1387), new Yen(1800), 482), (quote.Total, quote.Lines[0].UnitPrice!.Value, quote.Lines[0].NetGrams));
    }

    [Theory]
    [InlineData(Rounding.Floor, 867)]
    [InlineData(Rounding.Round, 868)]
    [InlineData(Rounding.Ceiling, 868)]
    public void Price_WeighedLine_IsRoundedOnceInTheIssuersDirection(Rounding rounding, long amount) =>
        Assert.Equal(new Yen(amount), Calculator.Price(Cave.Site(rounding), [Cave.Weighed(500, 18)]).Value.Total);

    [Fact]
    public void Price_EatenOnTheSpot_HasTheFullRate()
    {
        var quote = Calculator.Price(Cave.Site(), [Cave.Weighed(500, eatIn: true), Cave.Weighed(500)]).Value;

        Assert.Equal([10, 8], quote.Lines.Select(line => line.TaxPercent));
        Assert.Equal(["eaten here", null], quote.Lines.Select(line => line.Why?.En));
    }

    [Theory]
    [InlineData(Rounding.Floor, 31)]
    [InlineData(Rounding.Round, 32)]
    [InlineData(Rounding.Ceiling, 32)]
    public void Price_IssuerWithoutTaxInItsPrices_AddsItOnceForTheReceipt(Rounding rounding, long tax)
    {
        var quote = Calculator.Price(Excluded(rounding), [Cave.Line("thing", 1), Cave.Line("thing", 1), Cave.Line("thing", 1)]).Value;

        Assert.Equal((new Yen(315 + tax), new Yen(315)), (quote.Total, quote.Lines.Select(line => line.Amount).Sum()));
        Assert.Equal([new TaxView(10, new Yen(315 + tax), new Yen(tax))], quote.Taxes);
    }

    [Fact]
    public void Price_ThreeAtNinetyEightIncluded_TaxIsRoundedOnce() =>
        Assert.Equal(new Yen(26), Calculator.Price(Cave.Site(), [.. Enumerable.Repeat(Cave.Typed("goods", 98), 3)]).Value.Taxes[0].Tax);

    [Fact]
    public void Price_Discount_IsSplitOverTheRatesByPrice()
    {
        var quote = Calculator.Price(Cave.Site(), [Cave.Typed("goods", 3300), Cave.Typed("food", 2160)], Off(500)).Value;

        Assert.Equal(
            [new TaxView(10, new Yen(2997), new Yen(272)) { Discount = new Yen(303) }, new TaxView(8, new Yen(1963), new Yen(145)) { Discount = new Yen(197) }], quote.Taxes);
        Assert.Equal((new Yen(4960), new Yen(500)), (quote.Total, quote.Discount));
    }

    [Fact]
    public void Price_DiscountOverThreeRates_NeverTakesMoreThanARateHas()
    {
        var quote = Calculator.Price(Cave.Site(), [Cave.Typed("goods", 1), Cave.Typed("food", 10), Cave.Typed("stamp", 10)], Off(20)).Value;

        Assert.Equal([1L, 10L, 9L], quote.Taxes.Select(rate => rate.Discount.Amount));
    }

    [Fact]
    public void Price_DiscountOfEverything_LeavesNothingToPay() =>
        Assert.Equal(Yen.Zero, Calculator.Price(Cave.Site(), [Cave.Line("adult", 1)], Off(1300)).Value.Total);

    [Fact]
    public void Price_DiscountWhereTaxIsAdded_ComesOffBeforeTax() =>
        Assert.Equal(new Yen(330), Calculator.Price(Excluded(Rounding.Floor), [Cave.Line("thing", 3)], Off(15)).Value.Total);

    [Fact]
    public void Charged_AnotherTotalThanQuoted_StandsOnALineOfItsOwn()
    {
        var quote = Calculator.Price(Cave.Site(), [Cave.Typed("goods", 3300), Cave.Typed("food", 2160)], Off(500)).Value;

        var charged = Calculator.Charged(quote, new Yen(5000), Rounding.Floor);

        Assert.Equal((Calculator.DifferenceLine, new Yen(40), 10), (charged.Lines[2].Product, charged.Lines[2].Amount, charged.Lines[2].TaxPercent));
        Assert.Equal(new Yen(5000), charged.Taxes.Select(rate => rate.Total).Sum());
        Assert.Equal(new Yen(276), charged.Taxes[0].Tax);
    }

    private static BasketTerms Off(long yen) => new(Discount: new Yen(yen), Reason: "割引券");

    private static SiteView Excluded(Rounding rounding) => Cave.Site() with { Issuer = Cave.Issuer with { Rounding = rounding, PricesIncludeTax = false } };
}
