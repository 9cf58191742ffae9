using Tourism.Pos.Sales.ByPhone.Stickers;

namespace Tourism.Pos.Tests.Sales.ByPhone.Stickers;

public sealed class ArrivalNumberTests
{
    private static readonly Guid Series = new("019abcde-0000-7000-8000-000000000001");

    [Theory]
    [InlineData(1)]
    [InlineData(613)]
    [InlineData(2_147_482_600)]
    public void Of_AnyThousandInARow_AreAThousandNumbersOfThreeDigits(int first)
    {
        var numbers = Enumerable.Range(first, 1_000).Select(number => ArrivalNumber.Of(Series, number)).ToList();

        Assert.Equal(1_000, numbers.Distinct().Count());
        Assert.All(numbers, number => Assert.Matches("^[0-9]{3}$", number));
    }

    [Fact]
    public void Of_OneAfterTheOther_DoNotCountUp()
    {
        var numbers = Enumerable.Range(1, 1_000).Select(number => int.Parse(ArrivalNumber.Of(Series, number), System.Globalization.CultureInfo.InvariantCulture)).ToList();

        var steps = numbers.Zip(numbers.Skip(1), (one, next) => (next - one + 1_000) % 1_000).GroupBy(step => step).Max(same => same.Count());
        // By chance a step comes back a handful of times; a number that counts by anything has one step only.
        Assert.InRange(steps, 1, 15);
    }

    [Fact]
    public void Of_AnotherSeries_IsAnotherShuffle()
    {
        var other = new Guid("019abcde-0000-7000-8000-000000000002");

        Assert.InRange(Enumerable.Range(1, 1_000).Count(number => ArrivalNumber.Of(Series, number) == ArrivalNumber.Of(other, number)), 0, 15);
        Assert.Equal(ArrivalNumber.Of(Series, 7), ArrivalNumber.Of(Series, 1_007));
    }
}
