using Tourism.Points.Contracts;
using Tourism.Points.Holds;
using Tourism.Points.Tests.Support;
using Xunit;

namespace Tourism.Points.Tests;

public sealed class HoldOwnerTests() : PointsTest(new SqliteStore())
{
    [Fact]
    public async Task Timer_BeforeItsTime_AsksNobody()
    {
        await HeldAsync();
        App.Clock.Advance(HoldTimer.Patience - TimeSpan.FromMicroseconds(1));

        await App.RunTimerAsync();

        Assert.Empty(App.Owner.Asked);
    }

    [Theory]
    [InlineData(HoldVerdict.Keep, HoldState.Held)]
    [InlineData(HoldVerdict.Capture, HoldState.Captured)]
    [InlineData(HoldVerdict.Release, HoldState.Released)]
    public async Task Timer_WhenItsTimeIsOver_DoesWhatTheOwnerSays(HoldVerdict verdict, HoldState state)
    {
        var hold = await HeldAsync();
        App.Owner.Say(hold.Id, verdict);
        App.Clock.Advance(HoldTimer.Patience);

        await App.RunTimerAsync();
        await App.RunTimerAsync();

        Assert.Equal(state, (await App.FindHoldAsync(hold.Id))!.State);
        await Books.AssertSoundAsync(App);
    }

    [Fact]
    public async Task Timer_WhenTheOwnerFailsOnOneHold_SettlesTheOthersAndReportsIt()
    {
        var (bad, good) = (await HeldAsync(), await HeldAsync());
        App.Owner.Fail(bad.Id);
        App.Owner.Say(good.Id, HoldVerdict.Release);
        App.Clock.Advance(HoldTimer.Patience);

        var error = await Assert.ThrowsAsync<AggregateException>(App.RunTimerAsync);

        Assert.IsType<TimeoutException>(Assert.Single(error.InnerExceptions));
        Assert.Equal(HoldState.Held, (await App.FindHoldAsync(bad.Id))!.State);
        Assert.Equal(HoldState.Released, (await App.FindHoldAsync(good.Id))!.State);
    }

    [Fact]
    public async Task Staff_WhileNoSaleCountsOnIt_MayRelease()
    {
        var hold = await HeldAsync();
        App.Owner.Say(hold.Id, HoldVerdict.Release);

        var first = await App.ReleaseByStaffAsync(hold.Id);
        var again = await App.ReleaseByStaffAsync(hold.Id);

        Assert.Equal(HoldState.Released, first.Value.State);
        Assert.Equal(first.Value, again.Value);
        Assert.Equal(Points(100), first.Value.AvailableAfter);
    }

    [Theory]
    [InlineData(HoldVerdict.Capture, "hold-sale-completed")]
    [InlineData(HoldVerdict.Keep, "hold-sale-open")]
    public async Task Staff_WhileASaleCountsOnIt_MayNotRelease(HoldVerdict verdict, string reason)
    {
        var hold = await HeldAsync();
        App.Owner.Say(hold.Id, verdict);

        var release = await App.ReleaseByStaffAsync(hold.Id);
        await App.CaptureAsync(hold.Id, hold.Owner);
        var later = await App.ReleaseByStaffAsync(hold.Id);

        Assert.Equal(reason, release.Failure?.Code);
        Assert.Equal("hold-captured", later.Failure?.Code);
    }

    [Fact]
    public async Task Staff_OnAnUnknownHold_IsToldSo() =>
        Assert.Equal("hold-unknown", (await App.ReleaseByStaffAsync(Guid.CreateVersion7())).Failure?.Code);

    private async Task<HoldView> HeldAsync()
    {
        var member = await App.RegisterAsync();
        await App.GrantAsync(member, 100);
        return (await App.HoldAsync(member, 60)).Value.View;
    }
}
