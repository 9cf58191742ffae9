using Tourism.Kernel;

namespace Tourism.Testing;

/// <summary>The real clock, for tests of a real host.</summary>
public static class JapaneseDay
{
    /// <summary>A ticket is good on the day of its sale, so a test day begun in the last minutes would fail at the gate: waits them out.</summary>
    public static async Task AwayFromMidnightAsync()
    {
        var now = BusinessDate.Local(TimeProvider.System.UtcMicros());
        var left = now.Date.AddDays(1) - now;
        if (left < TimeSpan.FromMinutes(4))
            await Task.Delay(left + TimeSpan.FromSeconds(1));
    }
}
