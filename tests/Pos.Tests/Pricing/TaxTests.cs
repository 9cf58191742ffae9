using Tourism.Kernel;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;
using Xunit;

namespace Tourism.Pos.Tests.Pricing;

public sealed class TaxTests
{
    [Theory]
    [InlineData(294, 10, Rounding.Floor, 26)]
    [InlineData(1300, 10, Rounding.Floor, 118)]
    [InlineData(1300, 10, Rounding.Round, 118)]
    [InlineData(1300, 10, Rounding.Ceiling, 119)]
    [InlineData(4350, 10, Rounding.Round, 395)]
    [InlineData(990, 8, Rounding.Floor, 73)]
    [InlineData(660, 10, Rounding.Floor, 60)]
    [InlineData(660, 10, Rounding.Ceiling, 60)]
    [InlineData(1963, 8, Rounding.Floor, 145)]
    [InlineData(2997, 10, Rounding.Floor, 272)]
    [InlineData(500, 0, Rounding.Ceiling, 0)]
    [InlineData(0, 10, Rounding.Ceiling, 0)]
    public void Within_TaxIncludedTotal_RoundsOnceInTheIssuersDirection(long total, int percent, Rounding rounding, long tax) =>
        Assert.Equal(new Yen(tax), Tax.Within(new Yen(total), percent, rounding));

    [Theory]
    [InlineData(315, 10, Rounding.Floor, 31)]
    [InlineData(315, 10, Rounding.Round, 32)]
    [InlineData(315, 10, Rounding.Ceiling, 32)]
    [InlineData(314, 10, Rounding.Round, 31)]
    [InlineData(500, 0, Rounding.Ceiling, 0)]
    public void On_TaxExcludedTotal_RoundsOnceInTheIssuersDirection(long net, int percent, Rounding rounding, long tax) =>
        Assert.Equal(new Yen(tax), Tax.On(new Yen(net), percent, rounding));
}
