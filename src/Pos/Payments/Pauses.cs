using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments;

/// <summary>When to ask next.</summary>
internal static class Pauses
{
    /// <summary>Readings that contradict themselves before a person is asked.</summary>
    public const int Patience = 3;

    private static readonly TimeSpan LongestPoll = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan[] Again =
        [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromDays(1)];

    public static TimeSpan First => Again[0];

    /// <summary>After a question without a usable answer.</summary>
    public static TimeSpan After(int tries) => Again[Math.Min(tries, Again.Length - 1)];

    /// <summary>Webhooks bring the news at once; asking is for the ones that get lost, ever more rarely.</summary>
    public static TimeSpan Poll(PaymentMethod method, TimeSpan age) =>
        TimeSpan.FromTicks(Math.Clamp(age.Ticks / 6, FirstPoll(method).Ticks, LongestPoll.Ticks));

    /// <summary>At a reader a visitor stands with the card in the hand.</summary>
    private static TimeSpan FirstPoll(PaymentMethod method) => TimeSpan.FromSeconds(method == PaymentMethod.Reader ? 2 : 5);
}
