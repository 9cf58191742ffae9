using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Points.Holds;
using Tourism.Points.Ledger;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>Points are spent once and never beyond what there is, and the books always add up.</summary>
public abstract class PointsContract(DatabaseFixture database) : PointsSuite(database)
{
    [DatabaseFact]
    public async Task HandleAsync_TwentyHoldsOfTenAgainstAHundredAtOnce_HoldsExactlyTen()
    {
        var member = await MemberWithAsync(100);
        var holds = await AtOnceAsync(20, _ => HoldAsync(member, 10));
        Assert.Equal(10, holds.Count(hold => hold.Ok));
        Assert.All(holds.Where(hold => !hold.Ok), hold => Assert.Equal("points-insufficient", hold.Failure!.Code));
        var left = holds.Where(hold => hold.Ok).Select(hold => hold.Value.View.AvailableAfter.Amount);
        Assert.Equal([0, 10, 20, 30, 40, 50, 60, 70, 80, 90], left.Order());
        Assert.Equal((0, 100), await SpendableAndHeldAsync(member));
        await AssertBooksAsync();
    }

    [DatabaseFact]
    public async Task HandleAsync_OneHoldSentTenTimesAtOnce_HoldsOnce()
    {
        var member = await MemberWithAsync(100);
        var (id, owner) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var holds = await AtOnceAsync(10, _ => HoldAsync(member, 30, id, owner));
        Assert.Single(holds, hold => hold.Value.First);
        Assert.Single(holds.Select(hold => hold.Value.View).Distinct());
        Assert.Equal((70, 30), await SpendableAndHeldAsync(member));
        await AssertBooksAsync();
    }

    [DatabaseFact]
    public async Task HandleAsync_RefusedHoldSentAgainWhenPointsHaveCome_StaysRefused()
    {
        var member = await MemberWithAsync(20);
        var (id, owner) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var refused = await HoldAsync(member, 50, id, owner);
        await GrantAsync(Seeded, member, 100);
        var again = await HoldAsync(member, 50, id, owner);
        Assert.Equal(("points-insufficient", refused.Failure!.Ja), (again.Failure?.Code, again.Failure?.Ja));
        Assert.True((await HoldAsync(member, 50)).Ok);
    }

    [DatabaseFact]
    public async Task HandleAsync_TwentyGrantsAtOnceBeyondTheBudget_NeverIssuesMoreThanAppropriated()
    {
        var programme = await NewProgrammeAsync(appropriation: 1_000);
        var members = new[] { await MemberWithAsync(0), await MemberWithAsync(0), await MemberWithAsync(0) };
        var grants = await AtOnceAsync(20, turn => GrantAsync(programme, members[turn % 3], 90));
        Assert.Equal(11, grants.Count(grant => grant.Ok));
        Assert.All(grants.Where(grant => !grant.Ok), grant => Assert.Equal("budget-exceeded", grant.Failure!.Code));
        Assert.Equal(990, await IssuedAsync(programme));
        Assert.True((await GrantAsync(programme, members[0], 10)).Ok);
        Assert.Equal("budget-exceeded", (await GrantAsync(programme, members[0], 1)).Failure?.Code);
        await AssertBooksAsync();
    }

    [DatabaseFact]
    public async Task HandleAsync_OneHoldCapturedManyTimesAtOnce_PaysTheShopOnce()
    {
        var member = await MemberWithAsync(100);
        var hold = (await HoldAsync(member, 60)).Value.View;
        // Each with an id of its own: the message, the timer and the staff do not know of each other.
        var captures = await AtOnceAsync(10, _ => EndAsync(hold, HoldState.Captured));
        Assert.All(captures, capture => Assert.Equal(HoldState.Captured, capture.Value.State));
        Assert.Equal("hold-captured", (await EndAsync(hold, HoldState.Released)).Failure?.Code);
        Assert.Equal((40, 0), await SpendableAndHeldAsync(member));
        var account = Account.Hold(hold.Id);
        Assert.Equal([(Account.Wallet(member.Id), account, 60), (account, Account.Shop(Shop), 60)], await EntriesOfAsync(hold));
        await AssertBooksAsync();
    }

    [DatabaseFact]
    public async Task HandleAsync_HoldsEndedEitherWayAtOnce_EndOneWayEachAndBooksAddUp()
    {
        var members = new[] { await MemberWithAsync(100), await MemberWithAsync(100), await MemberWithAsync(35) };
        var tries = await AtOnceAsync(18, turn => HoldAsync(members[turn % 3], 10));
        var holds = tries.Where(hold => hold.Ok).Select(hold => hold.Value.View).ToList();
        Assert.Equal(6 + 6 + 3, holds.Count);
        var ends = await AtOnceAsync(holds.Count * 2, turn => EndAsync(holds[turn / 2], turn % 2 == 0 ? HoldState.Captured : HoldState.Released));
        Assert.Equal(holds.Count, ends.Count(end => end.Ok));
        var captured = ends.Count(end => end is { Ok: true, Value.State: HoldState.Captured });
        var left = new List<(long Spendable, long Held)>();
        foreach (var member in members)
            left.Add(await SpendableAndHeldAsync(member));
        Assert.Equal((235 - 10 * captured, 0), (left.Sum(one => one.Spendable), left.Sum(one => one.Held)));
        await AssertBooksAsync();
    }
}

public sealed class PointsOnSqlite(SqliteFixture database) : PointsContract(database), IClassFixture<SqliteFixture>;

public sealed class PointsOnPostgreSql(PostgreSqlFixture database) : PointsContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class PointsOnSqlServer(SqlServerFixture database) : PointsContract(database), IClassFixture<SqlServerFixture>;
