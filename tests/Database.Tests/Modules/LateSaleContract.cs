using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Points.Contracts;
using Tourism.Points.Holds;
using Tourism.Points.Members;
using Tourism.Points.Programmes;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>A sale that pays with points comes late, just when the hold's timer asks what became of it: the two share no transaction.</summary>
public abstract class LateSaleContract(DatabaseFixture database) : SellingSuite(database)
{
    private const long Points = 300;

    [DatabaseFact]
    public async Task AskAsync_WhileTheSaleIsRecorded_TakesThePointsExactlyWhenTheSaleStands()
    {
        var (series, holds) = (await OpenSeriesAsync(), await HoldAsync(8));
        var (sales, verdicts) = (new Result<Written<SaleView>>[8], new HoldVerdict[8]);
        // In turn either goes first, so that both outcomes are met.
        await AtOnceAsync(16, async turn =>
        {
            var one = turn / 2;
            if (turn % 2 == one % 2)
                sales[one] = await SendAsync(holds[one].Owner, WithPoints(series, one + 1, holds[one].Id));
            else
                verdicts[one] = await Get<IHoldOwner>().AskAsync(holds[one].Id, holds[one].Owner, Token);
            return true;
        });
        for (var one = 0; one < 8; one++)
        {
            var stands = sales[one].Ok;
            Assert.Equal(stands ? HoldVerdict.Capture : HoldVerdict.Release, verdicts[one]);
            Assert.Equal(stands ? null : "hold-not-good", sales[one].Failure?.Code);
            Assert.Equal(stands ? 1 : 0, await CapturesAsync(holds[one]));
            Assert.Equal(verdicts[one], await Get<IHoldOwner>().AskAsync(holds[one].Id, holds[one].Owner, Token));
        }
    }

    [DatabaseFact]
    public async Task HandleAsync_HoldAlreadyGivenUp_RefusesTheSaleAndLeavesNothing()
    {
        var (series, hold) = (await OpenSeriesAsync(), (await HoldAsync(1))[0]);
        Assert.Equal(HoldVerdict.Release, await Get<IHoldOwner>().AskAsync(hold.Id, hold.Owner, Token));
        Assert.Equal("hold-not-good", (await SendAsync(hold.Owner, WithPoints(series, number: 1, hold.Id))).Failure?.Code);
        Assert.Empty(await SalesOfAsync(Till, series));
        Assert.Empty(await FactsOfAsync(hold.Owner));
        Assert.Equal(0, await CapturesAsync(hold));
    }

    private SaleRequest WithPoints(int series, int number, Guid hold)
    {
        var cash = Cash(series, number);
        return cash with
        {
            Tenders =
            [
                cash.Tenders[0] with { Amount = cash.Total - new Yen(Points) },
                new TenderRequest(Guid.CreateVersion7(), TenderKind.Points, new Yen(Points), Hold: hold),
            ],
        };
    }

    private async Task<List<HoldView>> HoldAsync(int count)
    {
        var member = (await Get<RegisterMember>().HandleAsync(Guid.CreateVersion7(), new MemberRequest("試験 花子"), Token)).Value.View;
        var grant = new GrantRequest("health-volunteer", member.Id, new PointAmount(Points * count), "清掃");
        _ = (await Get<GrantPoints>().HandleAsync(Guid.CreateVersion7(), grant, Token)).Value;
        var holds = new List<HoldView>();
        for (var one = 0; one < count; one++)
        {
            var request = new HoldRequest(member.Card, "akiyoshido", new LocalText("秋芳洞"), new PointAmount(Points), Guid.CreateVersion7());
            holds.Add((await Get<HoldPoints>().HandleAsync(Guid.CreateVersion7(), request, Token)).Value.View);
        }

        return holds;
    }

    private Task<int> CapturesAsync(HoldView hold)
    {
        var key = hold.Id.ToString();
        return ReadAsync<PosDbContext, int>(db => db.Outbox.CountAsync(row => row.Topic == CaptureHold.Topic && row.Key == key, Token));
    }
}

public sealed class LateSalesOnSqlite(SqliteFixture database) : LateSaleContract(database), IClassFixture<SqliteFixture>;

public sealed class LateSalesOnPostgreSql(PostgreSqlFixture database) : LateSaleContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class LateSalesOnSqlServer(SqlServerFixture database) : LateSaleContract(database), IClassFixture<SqlServerFixture>;
