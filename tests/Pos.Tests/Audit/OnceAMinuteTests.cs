using Microsoft.Extensions.Time.Testing;
using Tourism.Pos.Audit;
using Tourism.Testing;

namespace Tourism.Pos.Tests.Audit;

/// <summary>Who may tell the same thing again, and when.</summary>
public sealed class OnceAMinuteTests
{
    private readonly FakeTimeProvider _clock = TestClock.Morning();

    [Fact]
    public void IsDue_TheSameAgain_OnlyAMinuteAfterItWasTold()
    {
        var told = new OnceAMinute<string>(_clock);

        Assert.True(told.IsDue("a"));
        Assert.False(told.IsDue("a"));
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(told.IsDue("a"));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(told.IsDue("a"));
        Assert.False(told.IsDue("a"));
    }

    [Fact]
    public void IsDue_SomethingElse_DoesNotWait()
    {
        var told = new OnceAMinute<string>(_clock);
        told.IsDue("a");

        Assert.True(told.IsDue("b"));
    }

    [Fact]
    public async Task IsDue_AskedByManyAtOnce_IsToldByOne()
    {
        var told = new OnceAMinute<string>(_clock);

        var due = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => told.IsDue("a"), TestContext.Current.CancellationToken)));

        Assert.Single(due, one => one);
    }

    [Fact]
    public void IsDue_MoreThanIsRemembered_StaysBounded()
    {
        var told = new OnceAMinute<int>(_clock);
        for (var what = 0; what < (2 * OnceAMinute<int>.MostKept) + 5; what++)
            Assert.True(told.IsDue(what));

        Assert.InRange(told.Count, 1, OnceAMinute<int>.MostKept);
    }
}
