using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Points.Members;
using Tourism.Points.Tests.Support;
using Xunit;

namespace Tourism.Points.Tests;

public sealed class MemberTests() : PointsTest(new SqliteStore())
{
    [Fact]
    public async Task Register_Twice_GivesOneMemberWithOneCard()
    {
        var id = Guid.CreateVersion7();

        var first = (await App.RegisterAsync(id, new MemberRequest("山田 太郎"))).Value;
        var second = (await App.RegisterAsync(id, new MemberRequest("山田 太郎"))).Value;

        Assert.Equal(first.View, second.View);
        Assert.Equal((true, false), (first.First, second.First));
        Assert.Equal(16, Base32.Decode(first.View.Card)?.Length);
    }

    [Fact]
    public async Task Register_ManyTimesAtOnce_GivesOneCard()
    {
        var id = Guid.CreateVersion7();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => App.RegisterAsync(id, new MemberRequest("山田 太郎")))));

        Assert.Single(results.Select(result => result.Value.View).Distinct());
        Assert.Single(results, result => result.Value.First);
    }

    [Fact]
    public async Task Register_SameIdOtherName_IsAConflict()
    {
        var id = Guid.CreateVersion7();
        await App.RegisterAsync(id, new MemberRequest("山田 太郎"));

        var other = await App.RegisterAsync(id, new MemberRequest("鈴木 花子"));

        Assert.Equal(FailureKind.Conflict, other.Failure?.Kind);
    }

    [Fact]
    public async Task Find_ByCardOrAll_ShowsBalances()
    {
        var (first, second) = (await App.RegisterAsync("一人目"), await App.RegisterAsync("二人目"));
        await App.GrantAsync(first, 100);
        await App.HoldAsync(first, 30);
        var find = App.Get<FindMembers>();

        var one = await find.ByCardAsync(first.Card, CancellationToken.None);
        var all = await find.AllAsync(CancellationToken.None);

        Assert.Equal(first with { Available = Points(70), Held = Points(30) }, one.Value);
        Assert.Equal([second, one.Value], all);
    }
}
