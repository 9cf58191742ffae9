using CsCheck;

namespace Tourism.Kernel.Tests;

public sealed class ClockTests
{
    [Fact]
    public void ToMicros_OfAnyTime_DropsLessThanAMicrosecondAndKeepsTheKind() =>
        Gen.Select(Gen.DateTime, Gen.Enum<DateTimeKind>()).Sample((ticks, kind) =>
        {
            var time = new DateTime(ticks.Ticks, kind);
            var cut = time.ToMicros();
            Assert.Equal(0, cut.Ticks % TimeSpan.TicksPerMicrosecond);
            Assert.InRange(time.Ticks - cut.Ticks, 0, TimeSpan.TicksPerMicrosecond - 1);
            Assert.Equal(kind, cut.Kind);
        });

    [Fact]
    public void UtcMicros_OfTheSystem_IsUtc() => Assert.Equal(DateTimeKind.Utc, TimeProvider.System.UtcMicros().Kind);
}
