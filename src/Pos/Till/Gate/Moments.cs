using System.Globalization;
using Tourism.Kernel;

namespace Tourism.Pos.Till.Gate;

/// <summary>Moments as people at a gate say them.</summary>
internal static class Moments
{
    /// <summary>The time; with its day when that is not today.</summary>
    public static string When(DateTime at, TimeProvider clock) => BusinessDate.Local(at).ToString(
        BusinessDate.Of(at) == BusinessDate.Of(clock.UtcMicros()) ? "HH:mm" : "M/d HH:mm", CultureInfo.InvariantCulture);
}
