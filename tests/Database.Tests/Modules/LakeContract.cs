using Microsoft.EntityFrameworkCore;
using Tourism.Analytics.Contracts;
using Tourism.Analytics.Intake;
using Tourism.Analytics.Persistence;
using Tourism.Analytics.Sales;
using Tourism.Kernel;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>Every sale is in the lake once, however often it is told and however many hosts load it.</summary>
public abstract class LakeContract(DatabaseFixture database) : LakeSuite(database)
{
    [DatabaseFact]
    public async Task HandleAsync_FactsToldTwiceAtOnce_AreThereOnce()
    {
        var facts = Facts(20, new DateOnly(2026, 5, 1));
        var deliveries = await AtOnceAsync(40, turn => TakeInAsync(facts[turn / 2]));
        Assert.All(deliveries, delivery => Assert.Equal(Delivery.Done, delivery));
        var ids = facts.ConvertAll(fact => fact.Sale);
        var kept = await ReadAsync<AnalyticsDbContext, List<Guid>>(db =>
            db.Facts.Where(fact => ids.Contains(fact.Id)).Select(fact => fact.Id).ToListAsync(Token));
        Assert.Equal(ids.Order(), kept.Order());
        await LoadAsync(Services);
        await AssertLakeHoldsAsync(facts);
    }

    [DatabaseFact]
    public async Task HandleAsync_FactToldAgainAfterItsLoad_IsNotLoadedAgain()
    {
        var facts = Facts(3, new DateOnly(2026, 6, 1));
        await AtOnceAsync(3, turn => TakeInAsync(facts[turn]));
        await LoadAsync(Services);
        await AtOnceAsync(3, turn => TakeInAsync(facts[turn]));
        await LoadAsync(Services);
        await AssertLakeHoldsAsync(facts);
    }

    [DatabaseFact]
    public async Task HandleAsync_SaleToldAgainWithOtherContent_IsRefusedAndTheFirstStands()
    {
        var fact = Facts(1, new DateOnly(2026, 7, 1))[0];
        await TakeInAsync(fact);
        await Assert.ThrowsAsync<InvalidOperationException>(() => TakeInAsync(fact with { People = fact.People + 1 }));
        await LoadAsync(Services);
        await AssertLakeHoldsAsync([fact]);
    }

    [DatabaseFact]
    public async Task RunAsync_TwoHostsOverFiveHundredFactsAtOnce_PutsEachInOnePart()
    {
        var facts = Facts(500, new DateOnly(2026, 8, 1));
        await KeepAsync(facts);
        await using var one = NewLoader(factsPerLoad: 110);
        await using var two = NewLoader(factsPerLoad: 110);
        await AtOnceAsync(2, turn => LoadAsync(turn == 0 ? one : two));
        await AssertLakeHoldsAsync(facts);
    }

    [DatabaseFact]
    public async Task RunAsync_FactsArriveWhileTwoHostsLoad_LeavesNoneOutAndNoneTwice()
    {
        var facts = Facts(36, new DateOnly(2026, 9, 1));
        await using var one = NewLoader(factsPerLoad: 5);
        await using var two = NewLoader(factsPerLoad: 5);
        var telling = AtOnceAsync(3, async teller =>
        {
            foreach (var fact in facts.Where((_, index) => index % 3 == teller))
                await TakeInAsync(fact);
            return true;
        });
        await AtOnceAsync(2, async turn =>
        {
            while (!telling.IsCompleted)
                await LoadAsync(turn == 0 ? one : two);
            return true;
        });
        await telling;
        await LoadAsync(Services);
        await AssertLakeHoldsAsync(facts);
    }

    [DatabaseFact]
    public async Task HandleAsync_RefundsToldTwiceAtOnceAndBeforeTheirSales_AreThereOnceOnTheirOwnDays()
    {
        var sales = Facts(12, new DateOnly(2026, 10, 1));
        var refunds = sales.ConvertAll(sale => new RefundFact(
            Guid.CreateVersion7(), sale.Sale, sale.Site, sale.SiteName, sale.OccurredAt.AddDays(10), new Yen(300), sale.Lines, [new SaleFactTender("points", new Yen(300))], 1));
        await AtOnceAsync(24, turn => Get<TakeInRefund>().HandleAsync(Guid.CreateVersion7(), refunds[turn / 2], Token));
        await LoadAsync(Services);
        await AtOnceAsync(12, turn => TakeInAsync(sales[turn]));
        await LoadAsync(Services);
        await AssertLakeHoldsAsync(sales);
        var report = (await Get<ReadSales>().HandleAsync(new SalesQuestion(new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 31)), Token)).Value;
        Assert.Equal((12, new Yen(3_600), 3_600), (report.Cells.Sum(cell => cell.Refunds), report.Refunded, report.PointsReturned.Amount));
        Assert.Equal((report.Total - new Yen(3_600), 0), (report.Net, report.WaitingRefunds));
        Assert.All(report.Cells.Where(cell => cell.Refunds > 0), cell => Assert.True(cell.Date >= new DateOnly(2026, 10, 11)));
    }

    /// <summary>As the intake leaves them, but in one transaction: five hundred of its own would be all that this suite does.</summary>
    private async Task KeepAsync(IReadOnlyList<SaleFact> facts)
    {
        await TakeInAsync(facts[0]);
        var taken = await ReadAsync<AnalyticsDbContext, ReceivedFact>(db => db.Facts.SingleAsync(fact => fact.Id == facts[0].Sale, Token));
        Assert.Equal(Body(facts[0]), taken.Body);
        await WriteAsync(db => db.Facts.AddRange(facts.Skip(1).Select(fact => ReceivedFact.Of(SaleFact.Topic, fact.Sale, Body(fact), Clock.UtcMicros()))));
    }
}

public sealed class LakeOnSqlite(SqliteFixture database) : LakeContract(database), IClassFixture<SqliteFixture>;

public sealed class LakeOnPostgreSql(PostgreSqlFixture database) : LakeContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class LakeOnSqlServer(SqlServerFixture database) : LakeContract(database), IClassFixture<SqlServerFixture>;
