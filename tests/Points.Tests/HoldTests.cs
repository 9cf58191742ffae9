using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Points.Tests.Support;
using Xunit;

namespace Tourism.Points.Tests;

public sealed class HoldOnSqlite() : HoldTests(new SqliteStore());

public sealed class HoldOnPostgreSql() : HoldTests(new PostgreSqlStore());

public abstract class HoldTests(Store store) : PointsTest(store)
{
    [Fact]
    public async Task Hold_WithinBalance_ReservesAndTellsWhatIsLeft()
    {
        var member = await MemberWithAsync(300);
        var request = Samples.Hold(member.Card, 120);
        var id = Guid.CreateVersion7();

        var hold = (await App.HoldAsync(id, request)).Value;

        Assert.True(hold.First);
        Assert.Equal(new HoldView(id, "shop-1", Points(120), request.Owner, HoldState.Held, Points(180)), hold.View);
        var card = await App.CardAsync(member);
        Assert.Equal((Points(180), Points(120)), (card.Available, card.Held));
    }

    [Fact]
    public async Task Hold_OverSeveralLots_TakesTheSoonestToExpireFirst()
    {
        var member = await App.RegisterAsync();
        await App.GrantAsync(member, 100, CityFolder.Long);
        await App.GrantAsync(member, 100, CityFolder.Short);

        await App.HoldAsync(member, 130);

        Assert.Equal([(CityFolder.Long, 30L), (CityFolder.Short, 100L)], await HeldPerProgrammeAsync());
    }

    [Fact]
    public async Task Hold_MoreThanAvailable_StaysRefusedEvenWhenPointsArrive()
    {
        var member = await MemberWithAsync(100);
        var request = Samples.Hold(member.Card, 101);
        var id = Guid.CreateVersion7();
        var refused = await App.HoldAsync(id, request);
        await App.GrantAsync(member, 50);

        var again = await App.HoldAsync(id, request);
        var anew = await App.HoldAsync(Guid.CreateVersion7(), request);

        Assert.Equal(("points-insufficient", FailureKind.Refused), (refused.Failure!.Code, refused.Failure.Kind));
        Assert.Equal(refused.Failure.En, again.Failure!.En);
        Assert.True(anew.Ok);
        Assert.Equal(Points(49), await App.AvailableAsync(member));
    }

    [Fact]
    public async Task Hold_Repeated_HoldsOnce()
    {
        var member = await MemberWithAsync(100);
        var request = Samples.Hold(member.Card, 60);
        var id = Guid.CreateVersion7();

        var first = (await App.HoldAsync(id, request)).Value;
        var second = (await App.HoldAsync(id, request)).Value;

        Assert.Equal(first.View, second.View);
        Assert.Equal((true, false), (first.First, second.First));
        Assert.Equal(Points(40), await App.AvailableAsync(member));
    }

    [Fact]
    public async Task Hold_RepeatedAfterRelease_TellsThatItIsGone()
    {
        var member = await MemberWithAsync(100);
        var request = Samples.Hold(member.Card, 60);
        var id = Guid.CreateVersion7();
        await App.HoldAsync(id, request);
        await App.ReleaseAsync(id, request.Owner);

        var again = (await App.HoldAsync(id, request)).Value;

        Assert.Equal((HoldState.Released, Points(100)), (again.View.State, again.View.AvailableAfter));
    }

    [Fact]
    public async Task Hold_SameIdOtherBodyOrKind_IsAConflict()
    {
        var member = await MemberWithAsync(100);
        var id = Guid.CreateVersion7();
        await App.HoldAsync(member, 10, id);

        var otherBody = await App.HoldAsync(member, 11, id);
        var otherKind = await App.GrantAsync(member, 10, id: id);

        Assert.Equal("id-reused", otherBody.Failure?.Code);
        Assert.Equal("id-reused", otherKind.Failure?.Code);
    }

    [Fact]
    public async Task Hold_OnTheLastDayAndAtMidnightInJapan_IsTakenAndThenRefused()
    {
        var member = await App.RegisterAsync();
        await App.GrantAsync(member, 100, CityFolder.Short);
        App.Clock.SetUtcNow(new DateTimeOffset(2027, 3, 31, 15, 0, 0, TimeSpan.Zero).AddMicroseconds(-1));
        var before = await App.HoldAsync(member, 40);
        App.Clock.Advance(TimeSpan.FromMicroseconds(1));

        var after = await App.HoldAsync(member, 1);

        Assert.Equal(Points(60), before.Value.View.AvailableAfter);
        Assert.Equal("points-insufficient", after.Failure?.Code);
        Assert.Equal(Points(0), await App.AvailableAsync(member));
    }

    private async Task<MemberView> MemberWithAsync(long points)
    {
        var member = await App.RegisterAsync();
        await App.GrantAsync(member, points);
        return member;
    }

    private Task<List<(string Programme, long Held)>> HeldPerProgrammeAsync() => App.ReadAsync(db =>
        Task.FromResult(db.Lots.AsEnumerable().OrderBy(lot => lot.Programme, StringComparer.Ordinal).Select(lot => (lot.Programme, lot.Held.Amount)).ToList()));
}
