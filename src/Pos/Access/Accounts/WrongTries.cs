using Tourism.Kernel;

namespace Tourism.Pos.Access.Accounts;

/// <summary>How wrong passwords, codes and PINs are met: five of them, then a wait; and every refusal takes the same time, whatever it is for.</summary>
internal static class WrongTries
{
    private const int Most = 5;
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan RefusalTakes = TimeSpan.FromMilliseconds(700);

    /// <summary>One more wrong try after <paramref name="missed"/> others.</summary>
    public static (int Missed, DateTime? WaitUntil) Miss(int missed, DateTime? waitUntil, DateTime now) =>
        missed + 1 < Most ? (missed + 1, waitUntil) : (0, now + Wait);

    /// <summary>Answers at once when somebody is let in.</summary>
    public static async Task<Result<T>> TakingTimeToRefuseAsync<T>(this TimeProvider clock, Func<Task<Result<T>>> enter, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        var result = await enter();
        var rest = RefusalTakes - clock.GetElapsedTime(began);
        if (!result.Ok && rest > TimeSpan.Zero)
            await Task.Delay(rest, clock, ct);
        return result;
    }
}
