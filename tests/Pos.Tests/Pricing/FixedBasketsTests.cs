namespace Tourism.Pos.Tests.Pricing;

/// <summary>Here on the server; <c>PricingContract</c> of the browser's tests has the same baskets priced in Chromium.</summary>
public sealed class FixedBasketsTests
{
    [Fact]
    public void Price_FixedBaskets_GivesTheSameBytesEverywhere() => Assert.Equal(FixedBaskets.Expected, FixedBaskets.Hash());
}
