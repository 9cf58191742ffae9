using Tourism.Kernel;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Receipts;
using Tourism.Pos.Shared.Wire;
using Xunit;

namespace Tourism.Pos.Tests.Receipts;

public sealed class StampDutyTests
{
    private static readonly IssuerView Shop = new(new LocalText("店"), "T7123456789012", Rounding.Floor);

    [Theory]
    [InlineData(49_999, 0)]
    [InlineData(54_998, 0)]
    [InlineData(54_999, 200)]
    [InlineData(1_099_999, 200)]
    [InlineData(1_100_010, 400)]
    [InlineData(9_999_999, 2_000)]
    public void Of_CashOnPaper_CountsWithoutThePrintedTax(long total, long duty) =>
        Assert.Equal(new Yen(duty), StampDuty.Of(Shop, new Yen(total), new Yen(total), Tax.Within(new Yen(total), 10, Rounding.Floor)));

    [Theory]
    [InlineData(49_999, 0)]
    [InlineData(50_000, 200)]
    public void Of_ExemptBusiness_CountsAllOfIt(long total, long duty) =>
        Assert.Equal(new Yen(duty), StampDuty.Of(Shop with { RegistrationNumber = null }, new Yen(total), new Yen(total), Yen.Zero));

    [Fact]
    public void Of_City_IsNothing() => Assert.Equal(Yen.Zero, StampDuty.Of(Shop with { PublicBody = true }, new Yen(900_000), new Yen(900_000), Yen.Zero));

    [Fact]
    public void Of_MostlyPaidElectronically_CountsTheCashOnly() =>
        Assert.Equal(Yen.Zero, StampDuty.Of(Shop, new Yen(40_000), new Yen(100_000), new Yen(9_090)));
}
