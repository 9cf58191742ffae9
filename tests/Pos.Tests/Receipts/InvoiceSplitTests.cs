using CsCheck;
using Tourism.Kernel;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Receipts;
using Tourism.Pos.Shared.Wire;
using Xunit;

namespace Tourism.Pos.Tests.Receipts;

public sealed class InvoiceSplitTests
{
    [Fact]
    public void Of_OnePart_IsTheReceipt()
    {
        TaxView[] taxes = [new(10, new Yen(660), new Yen(60)), new(8, new Yen(990), new Yen(73))];

        Assert.Equal(taxes, Assert.Single(InvoiceSplit.Of(taxes, [new Yen(1_650)], Rounding.Floor)));
    }

    [Fact]
    public void Of_GroupOfFortyInTwo_EachRoundsItsOwnTaxOnce()
    {
        var parts = InvoiceSplit.Of([new TaxView(10, new Yen(44_000), new Yen(4_000))], [new Yen(30_001), new Yen(13_999)], Rounding.Floor);

        Assert.Equal([new TaxView(10, new Yen(30_001), new Yen(2_727))], parts[0]);
        Assert.Equal([new TaxView(10, new Yen(13_999), new Yen(1_272))], parts[1]);
    }

    [Fact]
    public void Of_AnySplit_AddsUpPerRateAndPart() =>
        Gen.Select(Gen.Long[0, 5_000_000], Gen.Long[0, 5_000_000], Gen.Long[1, 1_000_000], Gen.Int[1, 50]).Sample((ten, eight, zero, count) =>
        {
            TaxView[] taxes = [new(10, new Yen(ten), Yen.Zero), new(8, new Yen(eight), Yen.Zero), new(0, new Yen(zero), Yen.Zero)];
            var amounts = Amounts(ten + eight + zero, count);

            var parts = InvoiceSplit.Of(taxes, amounts, Rounding.Round);

            Assert.Equal(amounts, parts.Select(part => part.Select(tax => tax.Total).Sum()));
            Assert.All(taxes, rate => Assert.Equal(rate.Total, parts.SelectMany(part => part).Where(tax => tax.Percent == rate.Percent).Select(tax => tax.Total).Sum()));
            Assert.All(parts.SelectMany(part => part), tax => Assert.Equal(Tax.Within(tax.Total, tax.Percent, Rounding.Round), tax.Tax));
        });

    [Fact]
    public void Of_PartsThatDoNotAddUp_Throws() =>
        Assert.Throws<ArgumentException>(() => InvoiceSplit.Of([new TaxView(10, new Yen(100), new Yen(9))], [new Yen(99)], Rounding.Floor));

    private static Yen[] Amounts(long total, int count)
    {
        var parts = (int)Math.Min(count, total);
        return [.. Enumerable.Range(0, parts).Select(part => new Yen(part < parts - 1 ? total / parts : total - total / parts * (parts - 1)))];
    }
}
