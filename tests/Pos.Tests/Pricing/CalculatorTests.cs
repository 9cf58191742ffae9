using CsCheck;
using Tourism.Kernel;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;
using Xunit;

namespace Tourism.Pos.Tests.Pricing;

public sealed class CalculatorTests
{
    [Fact]
    public void Price_FamilyAtTheCave_IsTheOrdinancesTariff()
    {
        var quote = Calculator.Price(Cave.Site(), [Cave.Line("adult", 2), Cave.Line("elementary", 1), Cave.Line("preschool", 1)]).Value;

        Assert.Equal(new Yen(3300), quote.Total);
        Assert.Equal([new TaxView(10, new Yen(3300), new Yen(300))], quote.Taxes);
    }

    [Fact]
    public void Price_FourPeople_TaxIsRoundedOnceForTheReceipt()
    {
        var quote = Calculator.Price(Cave.Site(), [Cave.Line("adult", 2), Cave.Line("junior-high", 1), Cave.Line("elementary", 1)]).Value;

        Assert.Equal((new Yen(4350), new Yen(395)), (quote.Total, quote.Taxes[0].Tax));
    }

    [Fact]
    public void Price_TwoRates_OneTaxEachHighestFirst()
    {
        var quote = Calculator.Price(Cave.Site(), [Cave.Typed("food", 990), Cave.Typed("goods", 660)]).Value;

        Assert.Equal([new TaxView(10, new Yen(660), new Yen(60)), new TaxView(8, new Yen(990), new Yen(73))], quote.Taxes);
    }

    [Fact]
    public void Price_ZeroRate_HasNoTax() =>
        Assert.Equal([new TaxView(0, new Yen(500), Yen.Zero)], Calculator.Price(Cave.Site(), [Cave.Typed("stamp", 500)]).Value.Taxes);

    [Theory]
    [InlineData("nothing", 1, null, "unknown-product", "lines[0].product")]
    [InlineData("adult", 0, null, "wrong-quantity", "lines[0].quantity")]
    [InlineData("adult", -1, null, "wrong-quantity", "lines[0].quantity")]
    [InlineData("adult", int.MaxValue, null, "wrong-quantity", "lines[0].quantity")]
    [InlineData("adult", 1, 1300L, "amount-not-wanted", "lines[0].amount")]
    [InlineData("goods", 1, null, "wrong-amount", "lines[0].amount")]
    [InlineData("goods", 1, 0L, "wrong-amount", "lines[0].amount")]
    [InlineData("goods", 1, -5L, "wrong-amount", "lines[0].amount")]
    [InlineData("goods", 1, long.MaxValue, "wrong-amount", "lines[0].amount")]
    [InlineData("closed", 1, null, "not-on-sale", "lines[0].product")]
    public void Price_BadLine_NamesTheField(string product, int quantity, long? amount, string code, string field)
    {
        var line = new LineRequest(product, quantity, amount is { } yen ? new Yen(yen) : null);

        var failure = Calculator.Price(Cave.Site(), [line]).Failure!;

        Assert.Equal((code, field), (failure.Code, failure.Field));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public void Price_WrongNumberOfLines_IsRefused(int count) =>
        Assert.Equal("wrong-line-count", Calculator.Price(Cave.Site(), [.. Enumerable.Repeat(Cave.Line("adult", 1), count)]).Failure!.Code);

    [Fact]
    public void Price_AnyBasket_TaxesAddUpToTheTotal() =>
        Gen.Select(Gen.OneOf("adult", "junior-high", "elementary", "goods", "food", "stamp"), Gen.Int[1, 20], Gen.Int[1, 20_000])
            .Select((product, quantity, yen) => product is "goods" or "food" or "stamp" ? Cave.Typed(product, yen, quantity) : Cave.Line(product, quantity))
            .List[1, 30]
            .Sample(lines =>
            {
                var quote = Calculator.Price(Cave.Site(), lines).Value;
                return quote.Taxes.Select(tax => tax.Total).Sum() == quote.Total
                    && quote.Taxes.All(tax => tax.Tax.Amount == tax.Total.Amount * tax.Percent / (100 + tax.Percent));
            });
}
