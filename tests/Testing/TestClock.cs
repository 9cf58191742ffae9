using Microsoft.Extensions.Time.Testing;

namespace Tourism.Testing;

/// <summary>Clocks that stand still until the test moves them.</summary>
public static class TestClock
{
    /// <summary>An ordinary morning at the cave: Sunday 22 November 2026, 09:30 in Japan.</summary>
    public static FakeTimeProvider Morning() => At("2026-11-22T09:30:00+09:00");

    /// <summary>A clock at <paramref name="time"/>, written with its offset.</summary>
    public static FakeTimeProvider At(string time) =>
        new(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime());
}
