using System.Globalization;
using System.Text.Json;
using CsCheck;

namespace Tourism.Kernel.Tests;

public sealed class YenTests
{
    private static readonly Gen<Yen> Small = Gen.Long[-1_000_000_000_000, 1_000_000_000_000].Select(amount => new Yen(amount));

    [Fact]
    public void Plus_PastTheLargest_Throws() => Assert.Throws<OverflowException>(() => new Yen(long.MaxValue) + new Yen(1));

    [Fact]
    public void Minus_PastTheSmallest_Throws() => Assert.Throws<OverflowException>(() => new Yen(long.MinValue) - new Yen(1));

    [Fact]
    public void Times_PastTheLargest_Throws() => Assert.Throws<OverflowException>(() => new Yen(long.MaxValue / 2 + 1) * 2);

    [Fact]
    public void Negate_OfTheSmallest_Throws() => Assert.Throws<OverflowException>(() => -new Yen(long.MinValue));

    [Fact]
    public void Sum_PastTheLargest_Throws() => Assert.Throws<OverflowException>(() => new[] { new Yen(long.MaxValue), new Yen(1) }.Sum());

    [Fact]
    public void Sum_OfNothing_IsZero() => Assert.Equal(Yen.Zero, Array.Empty<Yen>().Sum());

    [Fact]
    public void Arithmetic_WithinRange_IsThatOfWholeNumbers() => Gen.Select(Small, Small, Gen.Long[-1000, 1000]).Sample((a, b, count) =>
    {
        Assert.Equal(a.Amount + b.Amount, (a + b).Amount);
        Assert.Equal(a, a + b - b);
        Assert.Equal(a.Amount * count, (a * count).Amount);
        Assert.Equal(Yen.Zero, a + -a);
        Assert.Equal(a + b, new[] { a, b }.Sum());
    });

    [Fact]
    public void Order_OfTwoAmounts_IsThatOfWholeNumbers() => Gen.Select(Small, Small).Sample((a, b) =>
    {
        Assert.Equal(a.Amount < b.Amount, a < b);
        Assert.Equal(a.Amount > b.Amount, a > b);
        Assert.Equal(a.Amount <= b.Amount, a <= b);
        Assert.Equal(a.Amount >= b.Amount, a >= b);
        Assert.Equal(a.Amount.CompareTo(b.Amount), a.CompareTo(b));
    });

    [Fact]
    public void Json_AnyAmount_RoundTripsAsABareNumber() => Gen.Long.Sample(amount =>
    {
        var text = JsonSerializer.Serialize(new Yen(amount), Json.Options);
        Assert.Equal(amount.ToString(CultureInfo.InvariantCulture), text);
        Assert.Equal(new Yen(amount), JsonSerializer.Deserialize<Yen>(text, Json.Options));
    });

    [Theory]
    [InlineData("\"1300\"")]
    [InlineData("1300.0")]
    [InlineData("13e2")]
    [InlineData("null")]
    [InlineData("{\"amount\":1300}")]
    [InlineData("9223372036854775808")]
    public void Json_AnythingButAWholeNumber_IsRefused(string text) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Yen>(text, Json.Options));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(4350, "4,350")]
    [InlineData(-1_000_000, "-1,000,000")]
    public void ToString_InAnyCulture_GroupsByThousands(long amount, string expected)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(expected, new Yen(amount).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
