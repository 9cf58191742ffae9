using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Admissions;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>A day of sales and refunds, sent twice, at once and in the wrong order, against plain sums kept in memory.</summary>
public abstract class SalesSimulation(DatabaseFixture database) : RefundSteps(database)
{
    private const int Sales = 25;
    private const int Wishes = 70;

    [DatabaseFact]
    public async Task Day_OfSalesRefundsRetriesAndRaces_KeepsMoneyTaxesPeopleAndTickets()
    {
        foreach (var seed in new[] { 1, 20_261_122 })
            await DayAsync(seed);
    }

    private async Task DayAsync(int seed)
    {
        var random = new Random(seed);
        using var till = new TillDevice();
        var series = (await Get<OpenEpoch>().HandleAsync(Till, till.Id, till.Opening, null, Token)).Value.View.Epoch;
        var sold = Enumerable.Range(1, Sales).Select(number => Sell(till, series, number, random.Next(1, 6))).ToList();
        random.Shuffle(CollectionsMarshal.AsSpan(sold));
        var answers = await AtOnceAsync(2 * Sales, turn => SendAsync(sold[turn / 2].Id, sold[turn / 2].Request));
        Assert.Equal(Sales, answers.Count(answer => answer.Value.First));
        var given = await RefundManyAsync(sold, random, series);
        foreach (var sale in sold)
            await CompareAsync(sale.Id, sale.Request, given.Where(refund => refund.Sale == sale.Id).ToList());
        var journal = (await Get<ReadJournal>().HandleAsync(Till, series, Token)).Value.Epochs.Single(epoch => epoch.Epoch == series);
        Assert.Equal((0, 0), (journal.Broken.Count, journal.Forks.Count));
    }

    private (Guid Id, SaleRequest Request) Sell(TillDevice till, int series, int number, int adults)
    {
        var id = Guid.CreateVersion7();
        return (id, till.Link(id, Charged(series, number, adults)));
    }

    /// <summary>Wishes of one and of several people, each sent twice, four different ones at a time; many come too late and are refused.</summary>
    private async Task<List<RefundView>> RefundManyAsync(List<(Guid Id, SaleRequest Request)> sold, Random random, int series)
    {
        var wishes = Enumerable.Range(0, Wishes).Select(index =>
        {
            var (sale, people) = (sold[random.Next(sold.Count)], random.Next(1, 4));
            return (sale.Id, Refund: Guid.CreateVersion7(), Wish: Wish(sale.Request, Sales + 1 + index, 1_300 * people, new RefundLineRequest(1, people)) with { Epoch = series });
        }).ToList();
        var given = new List<RefundView>();
        foreach (var group in wishes.Chunk(4))
        {
            var answers = await AtOnceAsync(2 * group.Length, turn => HandleAsync(group[turn / 2].Id, group[turn / 2].Refund, group[turn / 2].Wish));
            foreach (var pair in answers.Chunk(2))
                Assert.Equal(Told(pair[0]), Told(pair[1]));
            given.AddRange(answers.Chunk(2).Where(pair => pair[0].Ok).Select(pair => pair[0].Value.View));
        }

        return given;
    }

    /// <summary>Of two refusals the later may find even less: which of the two it names is a matter of the race.</summary>
    private static string Told(Result<Written<RefundView>> answer) => answer.Ok
        ? $"{answer.Value.View.Id} {answer.Value.View.Total}"
        : answer.Failure!.Code is "more-than-left" or "nothing-left" ? "too late" : answer.Failure.Code;

    private async Task CompareAsync(Guid id, SaleRequest request, List<RefundView> given)
    {
        var (view, people) = ((await SendAsync(id, request)).Value.View, request.Lines[0].Quantity);
        var gone = given.Sum(refund => refund.Lines[0].Quantity);
        var kept = await LeftAsync(id);
        Assert.True(gone <= people);
        Assert.Equal(view.Total, kept.Total + given.Select(refund => refund.Total).Sum());
        Assert.Equal(given.Select(refund => refund.Id).Order(), view.Refunds!.Select(refund => refund.Id).Order());
        Assert.Equal(new Yen(1_300 * (people - gone)), kept.Total);
        var left = view.Taxes[0].Tax - given.SelectMany(refund => refund.Taxes).Select(tax => tax.Tax).Sum();
        Assert.Equal(new Yen(kept.Total.Amount * 10 / 110), left);
        Assert.Equal(people - gone, view.Ticket?.People ?? 0);
        Assert.Equal(gone == people ? 0 : 1, await ReadAsync<PosDbContext, int>(db =>
            db.Set<Ticket>().CountAsync(ticket => ticket.Sale == id && ticket.Standing == TicketStanding.Good, Token)));
    }
}

public sealed class SimulationOnSqlite(SqliteFixture database) : SalesSimulation(database), IClassFixture<SqliteFixture>;

public sealed class SimulationOnPostgreSql(PostgreSqlFixture database) : SalesSimulation(database), IClassFixture<PostgreSqlFixture>;
