using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Admissions;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>A sale is recorded once, whatever the network makes a till do.</summary>
public abstract class SaleContract(DatabaseFixture database) : SellingSuite(database)
{
    [DatabaseFact]
    public async Task HandleAsync_OneSaleSentTwentyTimesAtOnce_IsRecordedOnceAndAnsweredAlike()
    {
        var (id, series) = (Guid.CreateVersion7(), await OpenSeriesAsync());
        var request = Cash(series, number: 1);
        var answers = await AtOnceAsync(20, _ => SendAsync(id, request));
        Assert.All(answers, answer => Assert.Null(answer.Failure));
        Assert.Single(answers, answer => answer.Value.First);
        // Compared as they are sent: lists inside a record are equal only to themselves.
        Assert.Single(answers.Select(answer => JsonSerializer.Serialize(answer.Value.View, Json.Options)).Distinct());
        var sale = Assert.Single(await SalesOfAsync(Till, series));
        Assert.Equal((id, SaleState.Completed, 1, 1, 1), (sale.Id, sale.State, sale.Lines.Count, sale.Taxes.Count, sale.Tenders.Count));
        Assert.Equal(1, await TicketsAsync(id));
        Assert.Single(await FactsOfAsync(id));
    }

    [DatabaseFact]
    public async Task HandleAsync_ManySalesEachSentTwiceAtOnce_TellsAnalyticsOfEachOnce()
    {
        var series = await OpenSeriesAsync();
        var sales = Enumerable.Range(1, 10).Select(number => (Id: Guid.CreateVersion7(), Request: Cash(series, number, adults: number))).ToList();
        var answers = await AtOnceAsync(20, turn => SendAsync(sales[turn / 2].Id, sales[turn / 2].Request));
        Assert.Equal(10, answers.Count(answer => answer.Value.First));
        var facts = (await FactsOfAsync(sales.Select(sale => sale.Id))).Select(fact => (fact.Sale, fact.Total, fact.People));
        Assert.Equal(sales.Select((sale, index) => (sale.Id, sale.Request.Total, index + 1)), facts.OrderBy(fact => fact.People));
    }

    [DatabaseFact]
    public async Task HandleAsync_OtherBodiesUnderOneIdAtOnce_OneStandsAndTheOthersAreTold()
    {
        var (id, series) = (Guid.CreateVersion7(), await OpenSeriesAsync());
        var answers = await AtOnceAsync(8, turn => SendAsync(id, Cash(series, turn + 1)));
        var stands = Assert.Single(answers, answer => answer.Ok).Value.View;
        Assert.All(answers.Where(answer => !answer.Ok), answer => Assert.Equal("id-reused", answer.Failure!.Code));
        Assert.Equal(stands.ReceiptNumber, Assert.Single(await SalesOfAsync(Till, series)).ReceiptNumber);
        Assert.Equal("id-reused", (await SendAsync(id, Cash(series, number: 99))).Failure?.Code);
    }

    [DatabaseFact]
    public async Task HandleAsync_OneReceiptNumberForManySalesAtOnce_BelongsToOneAndTheOthersLeaveNothing()
    {
        var series = await OpenSeriesAsync();
        var ids = Enumerable.Range(0, 8).Select(_ => Guid.CreateVersion7()).ToList();
        var answers = await AtOnceAsync(ids.Count, turn => SendAsync(ids[turn], Cash(series, number: 7)));
        var owner = Assert.Single(answers, answer => answer.Ok).Value.View.Id;
        Assert.All(answers.Where(answer => !answer.Ok), answer => Assert.Equal("receipt-number-taken", answer.Failure!.Code));
        Assert.Equal(owner, Assert.Single(await SalesOfAsync(Till, series)).Id);
        Assert.Equal(owner, Assert.Single(await FactsOfAsync(ids)).Sale);
        Assert.Equal(1, await TicketsAsync([.. ids]));
    }

    [DatabaseFact]
    public async Task HandleAsync_LastMicrosecondOfTheDay_KeepsTimeAndDay()
    {
        // Rounded anywhere on its way, it would be a sale of the next day.
        var last = new DateTime(2026, 11, 22, 14, 59, 59, 999, 999, DateTimeKind.Utc);
        Clock.Advance(TimeSpan.FromTicks(1_234_567));
        var (id, series) = (Guid.CreateVersion7(), await OpenSeriesAsync());
        var view = (await SendAsync(id, Cash(series, number: 1) with { OccurredAt = last })).Value.View;
        var sale = Assert.Single(await SalesOfAsync(Till, series));
        Assert.Equal((last, last, last), (view.OccurredAt, sale.OccurredAt, Assert.Single(await FactsOfAsync(id)).OccurredAt));
        Assert.Equal(new DateOnly(2026, 11, 22), sale.BusinessDate);
        var now = Clock.UtcMicros();
        Assert.Equal((now, now, now), (sale.RecordedAt, sale.EndedAt, sale.Tenders[0].PaidAt));
        Assert.All([view.OccurredAt, sale.OccurredAt, sale.RecordedAt, sale.EndedAt!.Value], time => Assert.Equal(DateTimeKind.Utc, time.Kind));
    }

    [DatabaseFact]
    public async Task HandleAsync_NamesOfManyScriptsAtFullLength_ComeBackEqual()
    {
        await WriteAsync(db => db.Add(Bazaar.Site));
        var series = await OpenSeriesAsync(Bazaar.Till);
        var request = Cash(series, number: 1) with { Till = Bazaar.Till, Lines = Bazaar.OneOfEach, Total = Bazaar.Total };
        request = request with { Tenders = [request.Tenders[0] with { Amount = Bazaar.Total }] };
        var id = Guid.CreateVersion7();
        Assert.Equal(Bazaar.Names, (await SendAsync(id, request)).Value.View.Lines.Select(line => line.Name));
        Assert.Equal(Bazaar.Names, Assert.Single(await SalesOfAsync(Bazaar.Till, series)).Lines.OrderBy(line => line.No).Select(line => line.Name));
        Assert.Equal(Bazaar.Names[0], Assert.Single(await FactsOfAsync(id)).SiteName);
    }

    private Task<int> TicketsAsync(params Guid[] sales) =>
        ReadAsync<PosDbContext, int>(db => db.Set<Ticket>().CountAsync(ticket => sales.Contains(ticket.Sale!.Value), Token));
}

public sealed class SalesOnSqlite(SqliteFixture database) : SaleContract(database), IClassFixture<SqliteFixture>;

public sealed class SalesOnPostgreSql(PostgreSqlFixture database) : SaleContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class SalesOnSqlServer(SqlServerFixture database) : SaleContract(database), IClassFixture<SqlServerFixture>;
