using System.Text.Json;
using CsCheck;

namespace Tourism.Kernel.Tests;

public sealed class PointAmountTests
{
    private static readonly Gen<PointAmount> Small = Gen.Long[-1_000_000_000_000, 1_000_000_000_000].Select(amount => new PointAmount(amount));

    [Fact]
    public void Plus_PastTheLargest_Throws() => Assert.Throws<OverflowException>(() => new PointAmount(long.MaxValue) + new PointAmount(1));

    [Fact]
    public void Minus_PastTheSmallest_Throws() => Assert.Throws<OverflowException>(() => new PointAmount(long.MinValue) - new PointAmount(1));

    [Fact]
    public void Arithmetic_WithinRange_IsThatOfWholeNumbers() => Gen.Select(Small, Small).Sample((a, b) =>
    {
        Assert.Equal(a.Amount + b.Amount, (a + b).Amount);
        Assert.Equal(a, a + b - b);
        Assert.Equal(a.Amount < b.Amount, a < b);
        Assert.Equal(a.Amount > b.Amount, a > b);
        Assert.Equal(a.Amount <= b.Amount, a <= b);
        Assert.Equal(a.Amount >= b.Amount, a >= b);
        Assert.Equal(a.Amount.CompareTo(b.Amount), a.CompareTo(b));
    });

    [Fact]
    public void ToYen_OfAnyPoints_IsOneYenEach() => Small.Sample(points => Assert.Equal(new Yen(points.Amount), points.ToYen()));

    [Fact]
    public void Json_AnyAmount_RoundTripsAsABareNumber() => Gen.Long.Sample(amount =>
        Assert.Equal(new PointAmount(amount), JsonSerializer.Deserialize<PointAmount>(JsonSerializer.Serialize(new PointAmount(amount), Json.Options), Json.Options)));

    [Theory]
    [InlineData("\"40\"")]
    [InlineData("40.5")]
    [InlineData("null")]
    public void Json_AnythingButAWholeNumber_IsRefused(string text) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PointAmount>(text, Json.Options));

    [Fact]
    public void ToString_OfThousands_IsGrouped() => Assert.Equal("12,345", new PointAmount(12345).ToString());
}
