using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Tourism.Benchmarks;

/// <summary>Many clients that each send the next call as soon as the last one is answered.</summary>
internal static class Load
{
    private const int Created = 201;

    public static async Task<Pace> RunAsync(Staff staff, Func<Call> next, int clients, TimeSpan time)
    {
        var began = Stopwatch.StartNew();
        var waits = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(() => CallUntilAsync(staff, next, began, time))));
        return new Pace([.. waits.SelectMany(one => one).Order()], began.Elapsed);
    }

    private static async Task<List<TimeSpan>> CallUntilAsync(Staff staff, Func<Call> next, Stopwatch began, TimeSpan time)
    {
        using var connection = new Connection(staff.Host, staff.Cookie);
        var waits = new List<TimeSpan>();
        while (began.Elapsed < time)
        {
            var call = next();
            var sent = began.Elapsed;
            if (await connection.SendAsync(call) != Created)
                throw new InvalidOperationException(Encoding.UTF8.GetString(connection.LastAnswer.Span));
            waits.Add(began.Elapsed - sent);
        }

        return waits;
    }
}

/// <summary>How fast calls were answered 201.</summary>
/// <param name="Waits">Of each call, shortest first.</param>
/// <param name="Time">Of the whole run.</param>
internal sealed record Pace(IReadOnlyList<TimeSpan> Waits, TimeSpan Time)
{
    /// <summary>Calls per second, median and 99th percentile in milliseconds.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Waits.Count / Time.TotalSeconds:F0} {At(0.5):F1} {At(0.99):F1}");

    private double At(double share) => Waits[(int)((Waits.Count - 1) * share)].TotalMilliseconds;
}
