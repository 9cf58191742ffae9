using System.Globalization;
using CsCheck;

namespace Tourism.Kernel.Tests;

public sealed class BusinessDateTests
{
    [Theory]
    [InlineData("2026-11-21T14:59:59.999999Z", "2026-11-21")]
    [InlineData("2026-11-21T15:00:00Z", "2026-11-22")]
    [InlineData("2026-12-31T15:00:00Z", "2027-01-01")]
    [InlineData("2028-02-28T15:00:00Z", "2028-02-29")]
    public void Of_AtTheEdgeOfADay_TurnsAtMidnightInJapan(string utc, string day) => Assert.Equal(Day(day), BusinessDate.Of(Utc(utc)));

    [Theory]
    [InlineData("2026-03-31", 2025)]
    [InlineData("2026-04-01", 2026)]
    [InlineData("2026-12-31", 2026)]
    [InlineData("2027-01-01", 2026)]
    [InlineData("2027-03-31", 2026)]
    public void FiscalYear_AtTheEdgesOfTheYear_TurnsOnTheFirstOfApril(string day, int year) => Assert.Equal(year, BusinessDate.FiscalYear(Day(day)));

    [Fact]
    public void StartUtc_OfAnyDay_IsItsFirstInstant() => Days.Sample(day =>
    {
        var start = BusinessDate.StartUtc(day);
        Assert.Equal(DateTimeKind.Utc, start.Kind);
        Assert.Equal(day, BusinessDate.Of(start));
        Assert.Equal(day.AddDays(-1), BusinessDate.Of(start.AddTicks(-1)));
        Assert.Equal(day.ToDateTime(TimeOnly.MinValue), BusinessDate.Local(start));
    });

    [Fact]
    public void FiscalYearEnd_OfAnyDay_IsTheLastDayOfItsYear() => Days.Sample(day =>
    {
        var end = BusinessDate.FiscalYearEnd(BusinessDate.FiscalYear(day));
        Assert.True(day <= end);
        Assert.Equal(BusinessDate.FiscalYear(day), BusinessDate.FiscalYear(end));
        Assert.Equal(BusinessDate.FiscalYear(day) + 1, BusinessDate.FiscalYear(end.AddDays(1)));
    });

    /// <summary>The constant offset is right as long as the law is.</summary>
    [Fact]
    public void Local_OfAnyInstant_IsWhatTheTimeZoneDatabaseSays()
    {
        var tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");
        Days.Sample(day =>
        {
            var utc = BusinessDate.StartUtc(day);
            Assert.Equal(TimeZoneInfo.ConvertTimeFromUtc(utc, tokyo), BusinessDate.Local(utc));
        });
    }

    private static Gen<DateOnly> Days => Gen.Int[0, 365 * 80].Select(days => new DateOnly(1990, 1, 1).AddDays(days));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
}
