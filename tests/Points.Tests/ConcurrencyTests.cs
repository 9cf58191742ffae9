using CsCheck;
using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Points.Tests.Support;
using Xunit;

namespace Tourism.Points.Tests;

public sealed class ConcurrencyOnSqlite() : ConcurrencyTests(new SqliteStore());

public sealed class ConcurrencyOnPostgreSql() : ConcurrencyTests(new PostgreSqlStore());

public abstract class ConcurrencyTests(Store store) : PointsTest(store)
{
    [Fact]
    public async Task Grant_FromManyAtOnce_NeverIssuesMoreThanAppropriated()
    {
        var members = new List<MemberView>();
        for (var i = 0; i < 4; i++)
            members.Add(await App.RegisterAsync($"会員{i}"));

        var grants = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => App.GrantAsync(members[i % 4], 100)));

        Assert.Equal(Budget / 100, grants.Count(grant => grant.Ok));
        Assert.All(grants.Where(grant => !grant.Ok), grant => Assert.Equal("budget-exceeded", grant.Failure!.Code));
        Assert.Equal(Points(Budget), (await App.ProgrammeAsync()).Issued);
    }

    [Fact]
    public async Task Grant_SameIdManyTimesAtOnce_IsMadeOnce()
    {
        var (member, id) = (await App.RegisterAsync(), Guid.CreateVersion7());

        var grants = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => App.GrantAsync(member, 50, id: id)));

        Assert.Single(grants, grant => grant.Value.First);
        Assert.Single(grants.Select(grant => grant.Value.View).Distinct());
        Assert.Equal(Points(50), await App.AvailableAsync(member));
    }

    [Fact]
    public Task Hold_FromManyTillsAtOnce_NeverOverspends() =>
        Gen.Select(Gen.Long[1, 20].Array[1, 6], Gen.Long[1, 40].Array[2, 16]).SampleAsync(
            (lots, wishes) => HoldAtOnceAsync(lots, wishes), iter: 8, threads: 1);

    private async Task HoldAtOnceAsync(long[] lots, long[] wishes)
    {
        var member = await App.RegisterAsync();
        foreach (var (at, points) in lots.Index())
            await App.GrantAsync(member, points, at % 2 == 0 ? CityFolder.Long : CityFolder.Short);

        var holds = await Task.WhenAll(wishes.Select(wish => Task.Run(() => App.HoldAsync(member, wish))));

        var held = holds.Where(hold => hold.Ok).Sum(hold => hold.Value.View.Points.Amount);
        var card = await App.CardAsync(member);
        Assert.Equal((Points(lots.Sum() - held), Points(held)), (card.Available, card.Held));
        foreach (var (wish, hold) in wishes.Zip(holds).Where(pair => !pair.Second.Ok))
            Assert.True(hold.Failure!.Code == "points-insufficient" && Points(wish) > card.Available);
        await Books.AssertSoundAsync(App);
    }

    [Fact]
    public async Task CaptureAndRelease_AtOnce_EndTheHoldOnce()
    {
        var member = await App.RegisterAsync();
        await App.GrantAsync(member, 100);
        var hold = (await App.HoldAsync(member, 60)).Value.View;

        var tries = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => SucceedsAsync(i % 2 == 0
            ? App.CaptureAsync(hold.Id, hold.Owner)
            : App.ReleaseAsync(hold.Id, hold.Owner)))));

        Assert.Equal(5, tries.Count(done => done));
        await Books.AssertSoundAsync(App);
    }

    private static async Task<bool> SucceedsAsync(Task<Delivery> delivery)
    {
        await ((Task)delivery).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return delivery.IsCompletedSuccessfully;
    }
}
