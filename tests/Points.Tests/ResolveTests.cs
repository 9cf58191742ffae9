using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Points.Ledger;
using Tourism.Points.Tests.Support;
using Xunit;

namespace Tourism.Points.Tests;

public sealed class ResolveOnSqlite() : ResolveTests(new SqliteStore());

public sealed class ResolveOnPostgreSql() : ResolveTests(new PostgreSqlStore());

public abstract class ResolveTests(Store store) : PointsTest(store)
{
    private static readonly DateTimeOffset FirstOfApril = new(2027, 3, 31, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Capture_OfALiveHold_PaysTheShop()
    {
        var (member, hold) = await HeldAsync(300, 120);

        var delivery = await App.CaptureAsync(hold.Id, hold.Owner);

        Assert.Equal(Delivery.Done, delivery);
        Assert.Equal(HoldState.Captured, (await App.FindHoldAsync(hold.Id))!.State);
        Assert.Equal(120, await Books.BalanceAsync(App, Account.Shop("shop-1")));
        var card = await App.CardAsync(member);
        Assert.Equal((Points(180), Points(0)), (card.Available, card.Held));
        await Books.AssertSoundAsync(App);
    }

    [Fact]
    public async Task Release_OfALiveHold_GivesThePointsBack()
    {
        var (member, hold) = await HeldAsync(300, 120);

        await App.ReleaseAsync(hold.Id, hold.Owner);

        Assert.Equal(HoldState.Released, (await App.FindHoldAsync(hold.Id))!.State);
        Assert.Equal(Points(300), await App.AvailableAsync(member));
        await Books.AssertSoundAsync(App);
    }

    [Fact]
    public async Task Capture_DeliveredAgainAndByAnotherMessage_PaysOnce()
    {
        var (_, hold) = await HeldAsync(300, 120);
        var message = Guid.CreateVersion7();

        Delivery[] deliveries =
        [
            await App.CaptureAsync(hold.Id, hold.Owner, message),
            await App.CaptureAsync(hold.Id, hold.Owner, message),
            await App.CaptureAsync(hold.Id, hold.Owner),
        ];

        Assert.All(deliveries, delivery => Assert.Equal(Delivery.Done, delivery));
        Assert.Equal(120, await Books.BalanceAsync(App, Account.Shop("shop-1")));
    }

    [Fact]
    public async Task Capture_BeforeTheHoldArrived_IsParkedAndThenDone()
    {
        var member = await App.RegisterAsync();
        await App.GrantAsync(member, 10);
        var (id, request) = (Guid.CreateVersion7(), Samples.Hold(member.Card, 10));

        var early = await App.CaptureAsync(id, request.Owner);
        await App.HoldAsync(id, request);
        var late = await App.CaptureAsync(id, request.Owner);

        Assert.Equal((Delivery.Parked, Delivery.Done), (early, late));
    }

    [Fact]
    public async Task Release_OfAnUnknownHold_IsParked() =>
        Assert.Equal(Delivery.Parked, await App.ReleaseAsync(Guid.CreateVersion7(), Guid.CreateVersion7()));

    [Fact]
    public async Task Capture_AfterTheLotLapsed_IsHonoured()
    {
        var (member, hold) = await HeldAsync(100, 100, CityFolder.Short);
        App.Clock.SetUtcNow(FirstOfApril);

        await App.CaptureAsync(hold.Id, hold.Owner);

        Assert.Equal(100, await Books.BalanceAsync(App, Account.Shop("shop-1")));
        Assert.Equal(Points(0), (await App.CardAsync(member)).Held);
        await Books.AssertSoundAsync(App);
    }

    [Fact]
    public async Task Release_AfterTheLotLapsed_DoesNotMakeItSpendable()
    {
        var (member, hold) = await HeldAsync(100, 100, CityFolder.Short);
        App.Clock.SetUtcNow(FirstOfApril);

        await App.ReleaseAsync(hold.Id, hold.Owner);

        Assert.Equal(Points(0), await App.AvailableAsync(member));
        Assert.Equal("points-insufficient", (await App.HoldAsync(member, 1)).Failure?.Code);
        await Books.AssertSoundAsync(App);
    }

    [Fact]
    public async Task Capture_OfAReleasedHold_WaitsForAPerson()
    {
        var (member, hold) = await HeldAsync(100, 60);
        await App.ReleaseAsync(hold.Id, hold.Owner);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => App.CaptureAsync(hold.Id, hold.Owner));

        Assert.Contains("hold-released", error.Message, StringComparison.Ordinal);
        Assert.Equal(Points(100), await App.AvailableAsync(member));
    }

    [Fact]
    public async Task Release_OfACapturedHold_WaitsForAPerson()
    {
        var (_, hold) = await HeldAsync(100, 60);
        await App.CaptureAsync(hold.Id, hold.Owner);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => App.ReleaseAsync(hold.Id, hold.Owner));

        Assert.Contains("hold-captured", error.Message, StringComparison.Ordinal);
        Assert.Equal(60, await Books.BalanceAsync(App, Account.Shop("shop-1")));
    }

    [Fact]
    public async Task Capture_ForAnotherSale_WaitsForAPerson()
    {
        var (_, hold) = await HeldAsync(100, 60);

        await Assert.ThrowsAsync<InvalidOperationException>(() => App.CaptureAsync(hold.Id, Guid.CreateVersion7()));

        Assert.Equal(HoldState.Held, (await App.FindHoldAsync(hold.Id))!.State);
    }

    private async Task<(MemberView Member, HoldView Hold)> HeldAsync(long granted, long held, string programme = CityFolder.Long)
    {
        var member = await App.RegisterAsync();
        await App.GrantAsync(member, granted, programme);
        return (member, (await App.HoldAsync(member, held)).Value.View);
    }
}
