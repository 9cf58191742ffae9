using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Admissions;
using Tourism.Pos.Audit;
using Tourism.Pos.Closures;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;
using Xunit;

namespace Tourism.Database.Tests.Modules;

/// <summary>A site closes: its unused tickets are counted, and two people decide what becomes of them.</summary>
public abstract class ClosureContract(DatabaseFixture database) : SellingSuite(database)
{
    private const string Cave = "akiyoshido";
    private static readonly RemedyRequest Refund = new(RemedyKind.Refund);

    [DatabaseFact]
    public async Task Close_Twice_IsOneClosureAndSaysWhatIsUnused()
    {
        var ticket = await SellTicketAsync(adults: 3);
        var id = Guid.CreateVersion7();

        var first = await CloseAsync(id);
        var again = await CloseAsync(id);

        Assert.Equal((true, false), (first.Value.First, again.Value.First));
        var mine = Assert.Single(first.Value.View.Unused.List, one => one.Ticket == ticket.Id);
        Assert.Equal((3, Yen.Zero, new Yen(3_900)), (mine.People, mine.ByProvider, mine.AtCounter));
        Assert.NotNull(await Get<ClosureBoard>().FindAsync(Cave, Today, Token));
        await ReopenAsync(id);
        Assert.Null(await Get<ClosureBoard>().FindAsync(Cave, Today, Token));
    }

    [DatabaseFact]
    public async Task Confirm_ByWhoeverProposed_IsRefused()
    {
        var id = await ClosedAsync();
        await ProposeAsync(id, new RemedyRequest(RemedyKind.Refund), "hanako");

        Assert.Equal("same-person", (await Get<DecideRemedy>().ConfirmAsync(Cave, id, Refund, Hanako, Token)).Failure!.Code);
        Assert.Null((await Get<ClosureViews>().FindAsync(Cave, id, Token)).Value.Remedy!.ConfirmedAt);
    }

    [DatabaseFact]
    public async Task Confirm_WhatWasChangedMeanwhile_IsAConflict()
    {
        var id = await ClosedAsync();
        await ProposeAsync(id, new RemedyRequest(RemedyKind.Extend, Today.AddDays(9)), "hanako");
        await ProposeAsync(id, Refund, "hanako");

        Assert.Equal("remedy-changed", (await Get<DecideRemedy>().ConfirmAsync(Cave, id, new RemedyRequest(RemedyKind.Extend, Today.AddDays(9)), Admin, Token)).Failure!.Code);
    }

    [DatabaseFact]
    public async Task Extend_Confirmed_MovesEveryUnusedTicketOnce()
    {
        var ticket = await SellTicketAsync(adults: 2);
        var id = await ClosedAsync();
        await ProposeAsync(id, new RemedyRequest(RemedyKind.Extend, Today.AddDays(30)), "hanako");

        var confirmed = await Get<DecideRemedy>().ConfirmAsync(Cave, id, new RemedyRequest(RemedyKind.Extend, Today.AddDays(30)), Admin, Token);
        await CarryOutAsync();

        Assert.Equal(Today.AddDays(30), (await TicketAsync(ticket.Id)).LastDay);
        var remedy = (await Get<ClosureViews>().FindAsync(Cave, id, Token)).Value.Remedy!;
        Assert.Equal((confirmed.Value.Remedy!.Tickets, 0), (remedy.Done, remedy.Failed));
        Assert.Equal("remedy-is-confirmed", (await ProposeAsync(id, new RemedyRequest(RemedyKind.Refund), "hanako")).Failure!.Code);
    }

    [DatabaseFact]
    public async Task Refund_CashAndPhone_CashWaitsAtTheCounterAndPhoneGoesBackOnce()
    {
        var cash = await SellTicketAsync(adults: 2);
        var (phoneSale, phone) = await SellByPhoneAsync(adults: 2);
        var id = await ClosedAsync();
        await ProposeAsync(id, new RemedyRequest(RemedyKind.Refund), "hanako");
        await Get<DecideRemedy>().ConfirmAsync(Cave, id, Refund, Admin, Token);
        await Get<DecideRemedy>().ConfirmAsync(Cave, id, Refund, Admin, Token);

        await CarryOutAsync();
        await CarryOutAsync();

        Assert.Equal(TicketStanding.Good, (await TicketAsync(cash.Id)).Standing);
        Assert.Equal(TicketStanding.Cancelled, (await TicketAsync(phone)).Standing);
        var refund = await ReadAsync<PosDbContext, Pos.Refunds.Refund>(db => db.Set<Pos.Refunds.Refund>().AsNoTracking().Include(row => row.Tenders).SingleAsync(row => row.Sale == phoneSale, Token));
        Assert.Equal((new Yen(2_600), TenderKind.Qr), (refund.Total, refund.Tenders.Single().Kind));
        Assert.Equal((TicketRemedy.AtCounter, TicketRemedy.Refunded), (await RemedyAsync(cash.Id), await RemedyAsync(phone)));
    }

    [DatabaseFact]
    public async Task Propose_LastDayThatIsNone_NamesTheField()
    {
        var id = await ClosedAsync();

        Assert.Equal("lastDay", (await ProposeAsync(id, new RemedyRequest(RemedyKind.Extend), "hanako")).Failure!.Field);
        Assert.Equal("lastDay", (await ProposeAsync(id, new RemedyRequest(RemedyKind.Extend, Today), "hanako")).Failure!.Field);
        Assert.Equal("until", (await Get<CloseSite>().CloseAsync(Cave, Guid.CreateVersion7(), new ClosureRequest(ClosureReason.Flood, Today, Today.AddDays(-1)), Hanako, Token)).Failure!.Field);
        Assert.Equal("unknown-site", (await Get<CloseSite>().CloseAsync("nowhere", Guid.CreateVersion7(), new ClosureRequest(ClosureReason.Flood, Today), Hanako, Token)).Failure!.Code);
        Assert.Equal("from", (await Get<CloseSite>().CloseAsync(Cave, Guid.CreateVersion7(), new ClosureRequest(ClosureReason.Flood, DateOnly.MaxValue), Hanako, Token)).Failure!.Field);
        Assert.Equal("nothing-proposed", (await Get<DecideRemedy>().ConfirmAsync(Cave, id, Refund, Admin, Token)).Failure!.Code);
    }

    private DateOnly Today => BusinessDate.Of(Clock.UtcMicros());

    private Task<Result<Written<ClosureView>>> CloseAsync(Guid id) =>
        Get<CloseSite>().CloseAsync(Cave, id, new ClosureRequest(ClosureReason.Flood, Today), Hanako, Token);

    private async Task<Guid> ClosedAsync()
    {
        var id = Guid.CreateVersion7();
        Assert.True((await CloseAsync(id)).Ok);
        await ReopenAsync(id);
        return id;
    }

    private async Task ReopenAsync(Guid id) => Assert.True((await Get<CloseSite>().ReopenAsync(Cave, id, Hanako, Token)).Ok);

    private Task<Result<ClosureView>> ProposeAsync(Guid id, RemedyRequest request, string by) => Get<DecideRemedy>().ProposeAsync(Cave, id, request, new Actor(by), Token);

    private async Task CarryOutAsync()
    {
        while (await Get<CarryOutRemedies>().RunAsync(Token) > 0)
        {
        }
    }

    private Task<TicketRemedy?> RemedyAsync(Guid ticket) => Get<ClosureViews>().RemedyOfAsync(ticket, Token);

    private Task<Ticket> TicketAsync(Guid id) => ReadAsync<PosDbContext, Ticket>(db => db.Set<Ticket>().AsNoTracking().SingleAsync(row => row.Id == id, Token));

    private async Task<(Guid Sale, Guid Ticket)> SellByPhoneAsync(int adults)
    {
        var (sale, tender) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var request = Cash(await OpenSeriesAsync(), number: 1, adults);
        Assert.True((await SendAsync(sale, request with { Tenders = [new TenderRequest(tender, TenderKind.Qr, request.Total)] })).Ok);
        var paid = await Get<Writer<PosDbContext>>().RunAsync<bool>(
            async db => await Get<SaleSettlement>().OnTenderPaidAsync(db, sale, tender, Clock.UtcMicros(), Token), Token);
        Assert.True(paid.Value);
        return (sale, await ReadAsync<PosDbContext, Guid>(db => db.Set<Ticket>().Where(row => row.Sale == sale).Select(row => row.Id).SingleAsync(Token)));
    }
}

public sealed class ClosuresOnSqlite(SqliteFixture database) : ClosureContract(database), IClassFixture<SqliteFixture>;

public sealed class ClosuresOnPostgreSql(PostgreSqlFixture database) : ClosureContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class ClosuresOnSqlServer(SqlServerFixture database) : ClosureContract(database), IClassFixture<SqlServerFixture>;
