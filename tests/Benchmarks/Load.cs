using System.Diagnostics;
using System.Globalization;

namespace Tourism.Benchmarks;

/// <summary>Many clients that each send the next call as soon as the last one is answered.</summary>
internal static class Load
{
    /// <param name="open">A client's line to the host.</param>
    /// <param name="act">What is done over and over on it.</param>
    /// <param name="clients">How many at once.</param>
    /// <param name="time">How long.</param>
    public static async Task<Pace> RunAsync(Func<Connection> open, Func<Connection, Task> act, int clients, TimeSpan time)
    {
        var began = Stopwatch.StartNew();
        var waits = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(() => CallUntilAsync(open, act, began, time))));
        return new Pace([.. waits.SelectMany(one => one).Order()], began.Elapsed);
    }

    private static async Task<List<TimeSpan>> CallUntilAsync(Func<Connection> open, Func<Connection, Task> act, Stopwatch began, TimeSpan time)
    {
        using var connection = open();
        var waits = new List<TimeSpan>();
        while (began.Elapsed < time)
        {
            var sent = began.Elapsed;
            await act(connection);
            waits.Add(began.Elapsed - sent);
        }

        return waits;
    }
}

/// <summary>How fast that went.</summary>
/// <param name="Waits">Of each time, shortest first.</param>
/// <param name="Time">Of the whole run.</param>
internal sealed record Pace(IReadOnlyList<TimeSpan> Waits, TimeSpan Time)
{
    /// <summary>Times per second, median and 99th percentile in milliseconds.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Waits.Count / Time.TotalSeconds:F0} {At(0.5):F1} {At(0.99):F1}");

    private double At(double share) => Waits[(int)((Waits.Count - 1) * share)].TotalMilliseconds;
}
