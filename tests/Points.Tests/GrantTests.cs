using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Points.Tests.Support;
using Xunit;

namespace Tourism.Points.Tests;

public sealed class GrantOnSqlite() : GrantTests(new SqliteStore());

public sealed class GrantOnPostgreSql() : GrantTests(new PostgreSqlStore());

public abstract class GrantTests(Store store) : PointsTest(store)
{
    [Fact]
    public async Task Grant_WithinBudget_IsSpendableAndIssued()
    {
        var member = await App.RegisterAsync();

        var grant = (await App.GrantAsync(member, 300)).Value;

        Assert.True(grant.First);
        Assert.Equal(new DateOnly(2028, 3, 31), grant.View.ExpiresOn);
        Assert.Equal(PointsApp.Start.UtcDateTime, grant.View.GrantedAt);
        Assert.Equal(Points(300), await App.AvailableAsync(member));
        Assert.Equal(Points(300), (await App.ProgrammeAsync()).Issued);
    }

    [Fact]
    public async Task Grant_OfYearEndProgramme_ExpiresThisFiscalYear()
    {
        var grant = await App.GrantAsync(await App.RegisterAsync(), 1, CityFolder.Short);

        Assert.Equal(new DateOnly(2027, 3, 31), grant.Value.View.ExpiresOn);
    }

    [Fact]
    public async Task Grant_Repeated_ReturnsTheFirstResultOnce()
    {
        var member = await App.RegisterAsync();
        var first = (await App.GrantAsync(member, 300, id: Id(1))).Value;
        App.Clock.Advance(TimeSpan.FromDays(2));

        var second = (await App.GrantAsync(member, 300, id: Id(1))).Value;

        Assert.Equal(first.View, second.View);
        Assert.False(second.First);
        Assert.Equal(Points(300), await App.AvailableAsync(member));
        Assert.Equal(Points(300), (await App.ProgrammeAsync()).Issued);
    }

    [Fact]
    public async Task Grant_SameIdOtherBody_IsAConflict()
    {
        var member = await App.RegisterAsync();
        await App.GrantAsync(member, 300, id: Id(1));

        var other = await App.GrantAsync(member, 301, id: Id(1));

        Assert.Equal(("id-reused", FailureKind.Conflict), (other.Failure!.Code, other.Failure.Kind));
        Assert.Equal(Points(300), await App.AvailableAsync(member));
    }

    [Fact]
    public async Task Grant_ToTheLastPoint_IsGrantedAndOneMoreRefused()
    {
        var member = await App.RegisterAsync();

        var last = await App.GrantAsync(member, Budget);
        var more = await App.GrantAsync(member, 1);

        Assert.True(last.Ok);
        Assert.Equal(("budget-exceeded", FailureKind.Refused), (more.Failure!.Code, more.Failure.Kind));
        Assert.Contains("0 points left", more.Failure.En, StringComparison.Ordinal);
        Assert.Equal(Points(Budget), await App.AvailableAsync(member));
    }

    [Fact]
    public async Task Grant_RefusedAndRepeatedOnceThereIsRoom_StaysRefused()
    {
        var member = await App.RegisterAsync();
        var refused = await App.GrantAsync(member, Budget + 1, id: Id(1));
        await App.ReadAsync(db => db.BudgetLines.ExecuteUpdateAsync(set => set.SetProperty(line => line.Appropriation, Points(2 * Budget))));

        var again = await App.GrantAsync(member, Budget + 1, id: Id(1));
        var anew = await App.GrantAsync(member, Budget + 1, id: Id(2));

        Assert.Equal((refused.Failure!.Code, refused.Failure.Ja, refused.Failure.En, refused.Failure.Field, refused.Failure.Kind),
            (again.Failure!.Code, again.Failure.Ja, again.Failure.En, again.Failure.Field, again.Failure.Kind));
        Assert.True(anew.Ok);
    }

    [Fact]
    public async Task Grant_WhenTheFiscalYearTurnsInJapan_UsesTheNewBudget()
    {
        var member = await App.RegisterAsync();
        await App.GrantAsync(member, Budget);
        App.Clock.SetUtcNow(new DateTimeOffset(2027, 3, 31, 14, 59, 59, TimeSpan.Zero));
        var before = await App.GrantAsync(member, 10);
        App.Clock.Advance(TimeSpan.FromSeconds(1));

        var after = await App.GrantAsync(member, 10);

        Assert.Equal("budget-exceeded", before.Failure?.Code);
        Assert.Equal(new DateOnly(2029, 3, 31), after.Value.View.ExpiresOn);
        Assert.Equal((2027, Points(10)), ((await App.ProgrammeAsync()).FiscalYear, (await App.ProgrammeAsync()).Issued));
    }

    [Fact]
    public async Task Grant_InAYearWithoutBudget_IsRefusedAndNamesTheYear()
    {
        var member = await App.RegisterAsync();
        App.Clock.SetUtcNow(new DateTimeOffset(2028, 4, 1, 0, 0, 0, TimeSpan.Zero));

        var grant = await App.GrantAsync(member, 1);

        Assert.Equal(("budget-line-missing", FailureKind.Refused), (grant.Failure!.Code, grant.Failure.Kind));
        Assert.Contains("2028年度", grant.Failure.Ja, StringComparison.Ordinal);
        Assert.Equal(Points(0), (await App.ProgrammeAsync()).Appropriation);
    }

    [Fact]
    public async Task Grant_ToAMemberWhoArrivesLater_IsNotRefusedForGood()
    {
        var request = new GrantRequest(CityFolder.Long, Id(7), Points(5), "受付");
        var early = await App.GrantAsync(Id(1), request);
        await App.RegisterAsync(Id(7), new MemberRequest("後から 登録"));

        var late = await App.GrantAsync(Id(1), request);

        Assert.Equal(("member-unknown", FailureKind.NotFound), (early.Failure!.Code, early.Failure.Kind));
        Assert.True(late.Ok);
    }

    [Fact]
    public async Task Grant_OfUnknownProgramme_IsNotFound()
    {
        var grant = await App.GrantAsync(await App.RegisterAsync(), 1, "nothing");

        Assert.Equal("programme-unknown", grant.Failure?.Code);
    }

    private static Guid Id(int number) => new(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}
