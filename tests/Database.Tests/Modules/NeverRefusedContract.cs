using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Pos.Admissions;
using Tourism.Pos.Persistence;
using Tourism.Pos.Reviews;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>A sale whose money is taken and whose receipt is given is recorded, whatever is odd about it; a supervisor sees what is.</summary>
public abstract class NeverRefusedContract(DatabaseFixture database) : SellingSuite(database)
{
    [DatabaseFact]
    public async Task HandleAsync_OldPrices_AreRecordedAsChargedBesideTheServersTotal()
    {
        var request = Charged(await OpenSeriesAsync(), number: 1, unit: 1_200);
        var view = (await SendAsync(Guid.CreateVersion7(), request)).Value.View;
        Assert.Equal((new Yen(2_400), new Yen(2_600), SaleState.Completed), (view.Total, view.ServerTotal, view.State));
        Assert.Equal((new Yen(1_200), new Yen(2_400), new Yen(218)), (view.Lines[0].UnitPrice, view.Taxes[0].Total, view.Taxes[0].Tax));
        var review = Assert.Single(view.Reviews!);
        Assert.Equal((ReviewKind.TotalDiffers, new Yen(2_400), new Yen(2_600)), (review.Kind, review.TillFigure, review.ServerFigure));
        Assert.Equal(2, view.Ticket!.People);
    }

    [DatabaseFact]
    public async Task HandleAsync_UnknownProduct_IsRecordedFromTheReceipt()
    {
        var request = Charged(await OpenSeriesAsync(), number: 1);
        request = request with { Lines = [new LineRequest("dragon", 2)] };
        var view = (await SendAsync(Guid.CreateVersion7(), request)).Value.View;
        Assert.Equal(("dragon", "大人", null), (view.Lines[0].Product, view.Lines[0].Name.Ja, view.ServerTotal));
        Assert.Equal(ReviewKind.UnknownProduct, Assert.Single(view.Reviews!).Kind);
    }

    [DatabaseFact]
    public async Task HandleAsync_PointsThatAreGone_AreRecordedAsUncoveredAndNotCaptured()
    {
        var (id, hold) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Get<IHoldOwner>().AskAsync(hold, id, Token);
        var request = Charged(await OpenSeriesAsync(), number: 1);
        request = request with
        {
            Tenders = [request.Tenders[0] with { Amount = new Yen(2_300) }, new TenderRequest(Guid.CreateVersion7(), TenderKind.Points, new Yen(300), Hold: hold)],
        };
        var view = (await SendAsync(id, request)).Value.View;
        Assert.Equal((SaleState.Completed, ReviewKind.UncoveredTender), (view.State, Assert.Single(view.Reviews!).Kind));
        var key = hold.ToString();
        Assert.Equal(0, await ReadAsync<PosDbContext, int>(db => db.Outbox.CountAsync(row => row.Key == key, Token)));
    }

    [DatabaseFact]
    public async Task HandleAsync_GoodLinksAndTicketsOfADevice_RaiseNothingAndVerify()
    {
        using var till = new TillDevice();
        var series = await OpenAsync(till);
        for (var number = 1; number <= 3; number++)
        {
            var (id, request) = (Guid.CreateVersion7(), Charged(series, number));
            var code = till.Ticket(1, BusinessDate.Of(request.OccurredAt), new TicketParty(1, 2));
            var view = (await SendAsync(id, till.Link(id, request with { Ticket = code }))).Value.View;
            Assert.Empty(view.Reviews!);
            Assert.Equal(code, view.Ticket!.Code);
        }

        var epoch = await EpochAsync(series);
        Assert.Equal((3, true, 0, 0), (epoch.LastNumber, epoch.Verified, epoch.Gaps.Count, epoch.Forks.Count));
    }

    [DatabaseFact]
    public async Task HandleAsync_LinksInAnyOrder_AreTakenIn()
    {
        using var till = new TillDevice();
        var series = await OpenAsync(till);
        var sales = Enumerable.Range(1, 8).Select(number => (Id: Guid.CreateVersion7(), Number: number)).ToList()
            .ConvertAll(sale => (sale.Id, Request: till.Link(sale.Id, Charged(series, sale.Number))));
        foreach (var (id, request) in sales.AsEnumerable().Reverse().Where(sale => sale.Request.Number != 4))
            Assert.Empty((await SendAsync(id, request)).Value.View.Reviews!);
        Assert.Equal(new JournalGapView(4, 4), Assert.Single((await EpochAsync(series)).Gaps));
        Assert.Empty((await SendAsync(sales[3].Id, sales[3].Request)).Value.View.Reviews!);
        Assert.Equal((8, true), ((await EpochAsync(series)).LastNumber, (await EpochAsync(series)).Verified));
    }

    [DatabaseFact]
    public async Task HandleAsync_BrokenOrMissingLinks_AreRecordedAndListed()
    {
        using var till = new TillDevice();
        using var stranger = new TillDevice();
        var series = await OpenAsync(till);
        var (id, first) = (Guid.CreateVersion7(), Charged(series, number: 1));
        var good = till.Link(id, first);
        await MustBreakAsync(Charged(series, number: 2));
        await MustBreakAsync(Charged(series, number: 3) with { Journal = new JournalLink("x", "y", "z") });
        await MustBreakAsync(Charged(series, number: 4) with { Journal = good.Journal });
        var other = Charged(series, number: 5);
        await MustBreakAsync(stranger.Link(id, other), id: id);
        var signed = stranger.Link(Guid.CreateVersion7(), Charged(series, number: 6)).Journal!.Signature;
        var (wrong, sale) = (Guid.CreateVersion7(), Charged(series, number: 7));
        var linked = till.Link(wrong, sale);
        await MustBreakAsync(linked with { Journal = linked.Journal! with { Signature = signed } }, wrong);
        Assert.False((await EpochAsync(series)).Verified);
    }

    [DatabaseFact]
    public async Task HandleAsync_NumberGivenTwice_IsAForkThatIsRecorded()
    {
        var series = await OpenSeriesAsync();
        await SendAsync(Guid.CreateVersion7(), Charged(series, number: 1));
        await MustBreakAsync(Charged(series, number: 1));
        var answers = await AtOnceAsync(6, _ => SendAsync(Guid.CreateVersion7(), Charged(series, number: 2)));
        Assert.All(answers, answer => Assert.True(answer.Ok));
        Assert.Equal(5, answers.Count(answer => answer.Value.View.Reviews!.Any(review => review.Kind == ReviewKind.JournalBroken)));
        Assert.Equal([1, 2], (await EpochAsync(series)).Forks);
    }

    [DatabaseFact]
    public async Task HandleAsync_RevokedDevice_IsListedAndGetsATicketOfTheServer()
    {
        using var till = new TillDevice();
        var series = await OpenAsync(till);
        Assert.True((await Get<RevokeKey>().HandleAsync(Till, till.Id, Admin, Token)).Value.Revoked);
        var (id, request) = (Guid.CreateVersion7(), Charged(series, number: 1));
        var code = till.Ticket(1, BusinessDate.Of(request.OccurredAt), new TicketParty(1, 2));
        var view = (await SendAsync(id, till.Link(id, request with { Ticket = code }))).Value.View;
        Assert.Equal([ReviewKind.RevokedDevice, ReviewKind.TicketNotGood], view.Reviews!.Select(review => review.Kind).Order());
        Assert.NotEqual(code, view.Ticket!.Code);
    }

    [DatabaseFact]
    public async Task HandleAsync_TicketAGateMetFirst_BelongsToTheSale()
    {
        using var till = new TillDevice();
        var series = await OpenAsync(till);
        var (id, request) = (Guid.CreateVersion7(), Charged(series, number: 1));
        var code = TicketCode.Read(till.Ticket(1, BusinessDate.Of(request.OccurredAt), new TicketParty(1, 2)))!;
        var met = new Ticket
        {
            Id = code.Payload.Ticket, Site = "akiyoshido", Code = code.ToString(), People = 2, FirstDay = code.Payload.FirstDay, LastDay = code.Payload.LastDay,
        };
        met.Move(1, ScanDirection.In, "akiyoshido", "main", Clock.UtcMicros(), Clock.UtcMicros());
        await WriteAsync(db => db.Add(met));
        var view = (await SendAsync(id, till.Link(id, request with { Ticket = code.ToString() }))).Value.View;
        Assert.Empty(view.Reviews!);
        Assert.Equal((code.Payload.Ticket, 1), (view.Ticket!.Id, view.Ticket.Admitted));
        var (second, again) = (Guid.CreateVersion7(), Charged(series, number: 2));
        var stolen = (await SendAsync(second, till.Link(second, again with { Ticket = code.ToString() }))).Value.View;
        Assert.Equal(ReviewKind.TicketNotGood, Assert.Single(stolen.Reviews!).Kind);
    }

    [DatabaseFact]
    public async Task HandleAsync_ChangedFact_BreaksTheChain()
    {
        using var till = new TillDevice();
        var series = await OpenAsync(till);
        var (id, request) = (Guid.CreateVersion7(), Charged(series, number: 1));
        await SendAsync(id, till.Link(id, request));
        Assert.True((await EpochAsync(series)).Verified);
        await ReadAsync<PosDbContext, int>(db => db.Set<Pos.Sales.Sale>().Where(sale => sale.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(sale => sale.Total, new Yen(2_500)), Token));
        var epoch = await EpochAsync(series);
        Assert.Equal((false, 1), (epoch.Verified, Assert.Single(epoch.Broken)));
    }

    [DatabaseFact]
    public async Task HandleAsync_OneSaleSentAgain_GivesTheSameReviews()
    {
        var (id, request) = (Guid.CreateVersion7(), Charged(await OpenSeriesAsync(), number: 1, unit: 1_000));
        var answers = await AtOnceAsync(12, _ => SendAsync(id, request));
        Assert.Single(answers.Select(answer => JsonSerializer.Serialize(answer.Value.View, Json.Options)).Distinct());
        Assert.Equal(1, await ReadAsync<PosDbContext, int>(db => db.Set<Review>().CountAsync(row => row.Sale == id, Token)));
    }

    private async Task MustBreakAsync(SaleRequest request, Guid? id = null)
    {
        var view = (await SendAsync(id ?? Guid.CreateVersion7(), request)).Value.View;
        Assert.Equal(ReviewKind.JournalBroken, Assert.Single(view.Reviews!).Kind);
    }

    private async Task<int> OpenAsync(TillDevice till) => (await Get<OpenEpoch>().HandleAsync(Till, till.Id, till.Opening, Token)).Value.View.Epoch;

    private async Task<JournalEpochView> EpochAsync(int series) =>
        (await Get<ReadJournal>().HandleAsync(Till, series, Token)).Value.Epochs.Single(epoch => epoch.Epoch == series);
}

public sealed class NeverRefusedOnSqlite(SqliteFixture database) : NeverRefusedContract(database), IClassFixture<SqliteFixture>;

public sealed class NeverRefusedOnPostgreSql(PostgreSqlFixture database) : NeverRefusedContract(database), IClassFixture<PostgreSqlFixture>;
