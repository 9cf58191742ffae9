namespace Tourism.Ui.Tests.Support;

/// <summary>A fixed moment in which waiting takes no time.</summary>
internal sealed class QuickTime : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 11, 22, 1, 30, 0, TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.FromMilliseconds(1), period);
}
