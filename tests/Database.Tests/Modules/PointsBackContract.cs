using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Outbox;
using Tourism.Points.Contracts;
using Tourism.Points.Holds;
using Tourism.Points.Ledger;
using Tourism.Points.Members;
using Tourism.Points.Programmes;
using Tourism.Pos.Persistence;
using Tourism.Pos.Refunds;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>Points that paid for a refunded sale come back to the member, once.</summary>
public abstract class PointsBackContract(DatabaseFixture database) : RefundSteps(database)
{
    [DatabaseFact]
    public async Task HandleAsync_SalePaidWithPointsAndCash_GivesPointsBackBeforeCash()
    {
        var member = (await Get<RegisterMember>().HandleAsync(Guid.CreateVersion7(), new MemberRequest("試験 太郎"), Token)).Value.View;
        _ = (await Get<GrantPoints>().HandleAsync(Guid.CreateVersion7(), new GrantRequest("health-volunteer", member.Id, new PointAmount(300), "清掃"), Token)).Value;
        var id = Guid.CreateVersion7();
        var hold = (await Get<HoldPoints>().HandleAsync(
            Guid.CreateVersion7(), new HoldRequest(member.Card, "akiyoshido", new LocalText("秋芳洞"), new PointAmount(300), id), Token)).Value.View;
        var request = Charged(await OpenSeriesAsync(), number: 1);
        var cash = request.Tenders[0] with { Amount = new Yen(2_300) };
        request = request with { Tenders = [cash, new TenderRequest(Guid.CreateVersion7(), TenderKind.Points, new Yen(300), Hold: hold.Id)] };
        Assert.Empty((await SendAsync(id, request)).Value.View.Reviews!);
        await DeliverAsync();
        Assert.Equal(0, await AvailableAsync(member.Card));

        var first = (await RefundAsync(id, request, 2, 1_300, new RefundLineRequest(1, 1))).Value.View;
        Assert.Equal([(TenderKind.Cash, 1_000L), (TenderKind.Points, 300L)], first.Tenders.Select(part => (part.Kind, part.Amount.Amount)).Order());
        var second = (await RefundAsync(id, request, 3, 1_300)).Value.View;
        Assert.Equal((TenderKind.Cash, new Yen(1_300)), (Assert.Single(second.Tenders).Kind, second.Tenders[0].Amount));
        await DeliverAsync();
        Assert.Equal(300, await AvailableAsync(member.Card));

        var part = await ReadAsync<PosDbContext, RefundTender>(db => db.Set<RefundTender>().SingleAsync(row => row.Kind == TenderKind.Points && row.Amount == new Yen(300), Token));
        var message = new ReturnPoints(part.Id, hold.Id, id, new PointAmount(300), first.OccurredAt);
        Assert.Equal(Delivery.Done, await Get<ReturnCapturedPoints>().HandleAsync(Guid.CreateVersion7(), message, Token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Get<ReturnCapturedPoints>().HandleAsync(Guid.CreateVersion7(), message with { Operation = Guid.CreateVersion7() }, Token));
        Assert.Equal(300, await AvailableAsync(member.Card));
    }

    private async Task DeliverAsync()
    {
        while (await Get<OutboxDispatcher<PosDbContext>>().DeliverDueAsync(Token) > 0)
            Clock.Advance(TimeSpan.FromMilliseconds(1));
    }

    private async Task<long> AvailableAsync(string card) => (await Get<IPointsWallet>().FindCardAsync(card, Token))!.Available.Amount;
}

public sealed class PointsBackOnSqlite(SqliteFixture database) : PointsBackContract(database), IClassFixture<SqliteFixture>;

public sealed class PointsBackOnPostgreSql(PostgreSqlFixture database) : PointsBackContract(database), IClassFixture<PostgreSqlFixture>;
