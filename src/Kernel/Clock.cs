namespace Tourism.Kernel;

/// <summary>Time as this system keeps it: UTC, cut to whole microseconds so that every database stores the same instant.</summary>
public static class Clock
{
    /// <summary>Now, in UTC, cut to microseconds.</summary>
    public static DateTime UtcMicros(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime.ToMicros();

    /// <summary>Drops the 100 ns digit, which PostgreSQL cannot store.</summary>
    public static DateTime ToMicros(this DateTime time) => new(time.Ticks - time.Ticks % TimeSpan.TicksPerMicrosecond, time.Kind);
}
