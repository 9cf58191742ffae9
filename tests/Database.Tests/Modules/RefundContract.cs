using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tourism.Analytics.Contracts;
using Tourism.Kernel;
using Tourism.Pos.Persistence;
using Tourism.Pos.Refunds;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>Money goes back once, exactly, and takes its people's tickets with it.</summary>
public abstract class RefundContract(DatabaseFixture database) : RefundSteps(database)
{
    [DatabaseFact]
    public async Task HandleAsync_OneOfTwo_GivesAHalfBackAndAnotherTicketToTheOther()
    {
        var sale = await SellAsync();
        var refund = (await RefundAsync(sale.Id, sale.Request, 2, 1_300, new RefundLineRequest(1, 1))).Value.View;
        Assert.Equal((new Yen(1_300), new Yen(118), 1), (refund.Total, refund.Taxes[0].Tax, refund.Ticket!.People));
        Assert.Equal((TenderKind.Cash, new Yen(1_300), RefundState.Done), (refund.Tenders[0].Kind, refund.Tenders[0].Amount, refund.Tenders[0].State));
        var view = (await SendAsync(sale.Id, sale.Request)).Value.View;
        Assert.Equal(refund.Ticket.Code, view.Ticket!.Code);
        Assert.Equal(refund.Id, Assert.Single(view.Refunds!).Id);
        Assert.Equal([(TicketStanding.Revoked, 2), (TicketStanding.Good, 1)], await TicketsAsync(sale.Id));
    }

    [DatabaseFact]
    public async Task HandleAsync_Everything_CancelsTheTicketAndLeavesNothing()
    {
        var sale = await SellAsync();
        var refund = (await RefundAsync(sale.Id, sale.Request, 2, 2_600)).Value.View;
        Assert.Equal((new Yen(2_600), null, new Yen(236)), (refund.Total, refund.Ticket, refund.Taxes[0].Tax));
        Assert.Equal([(TicketStanding.Cancelled, 2)], await TicketsAsync(sale.Id));
        Assert.Equal("nothing-left", (await RefundAsync(sale.Id, sale.Request, 3, 0)).Failure?.Code);
        Assert.Equal("nothing-left", (await RefundAsync(sale.Id, sale.Request, 3, 1_300, new RefundLineRequest(1, 1))).Failure?.Code);
        Assert.Null((await SendAsync(sale.Id, sale.Request)).Value.View.Ticket);
    }

    [DatabaseFact]
    public async Task HandleAsync_PeopleInside_AreRefundedByOverrideOnly()
    {
        var sale = await SellAsync(adults: 3);
        await AdmitAsync(sale.Id, 2);
        Assert.Equal("already-inside", (await RefundAsync(sale.Id, sale.Request, 2, 2_600, new RefundLineRequest(1, 2))).Failure?.Code);
        var outside = (await RefundAsync(sale.Id, sale.Request, 2, 1_300, new RefundLineRequest(1, 1))).Value.View;
        Assert.Equal((2, 2), (outside.Ticket!.People, outside.Ticket.Admitted));
        Assert.Equal("already-inside", (await RefundAsync(sale.Id, sale.Request, 3, 1_300, new RefundLineRequest(1, 1))).Failure?.Code);
        var request = Wish(sale.Request, 3, 1_300, new RefundLineRequest(1, 1)) with { Override = true };
        var inside = (await HandleAsync(sale.Id, Guid.CreateVersion7(), request)).Value.View;
        Assert.Equal((1, 1), (inside.Ticket!.People, inside.Ticket.Admitted));
    }

    [DatabaseFact]
    public async Task HandleAsync_RefundSentTwice_IsToldToAnalyticsOnceAndTheSaleStaysAsTold()
    {
        var sale = await SellAsync(adults: 3);
        var told = Assert.Single(await FactsOfAsync(sale.Id));
        var (id, wish) = (Guid.CreateVersion7(), Wish(sale.Request, 2, 2_600, new RefundLineRequest(1, 2)));
        await AtOnceAsync(4, _ => HandleAsync(sale.Id, id, wish));
        var back = Assert.Single(await ToldAsync<RefundFact>(id));
        Assert.Equal((id, sale.Id, "akiyoshido", new Yen(2_600), 2), (back.Refund, back.Sale, back.Site, back.Total, back.People));
        Assert.Equal(new SaleFactLine("adult", 2, new Yen(2_600), 10), Assert.Single(back.Lines));
        Assert.Equal(new SaleFactTender("cash", new Yen(2_600)), Assert.Single(back.Tenders));
        Assert.Equal(wish.OccurredAt, back.OccurredAt);
        Assert.Equal(told.Total, Assert.Single(await FactsOfAsync(sale.Id)).Total);
        Assert.False((await RefundAsync(sale.Id, sale.Request, 3, 9_999, new RefundLineRequest(1, 1))).Ok);
        Assert.Single(await ReadAsync<PosDbContext, List<string>>(db =>
            db.Outbox.Where(row => row.Topic == RefundFact.Topic && row.Body.Contains(sale.Id.ToString())).Select(row => row.Key).ToListAsync(Token)));
    }

    [DatabaseFact]
    public async Task HandleAsync_WrongWishes_AreNamedAndLeaveNothing()
    {
        var sale = await SellAsync();
        foreach (var (code, wish) in new[]
        {
            ("refund-differs", Wish(sale.Request, 2, 1_299, new RefundLineRequest(1, 1))),
            ("more-than-left", Wish(sale.Request, 2, 3_900, new RefundLineRequest(1, 3))),
            ("wrong-refund", Wish(sale.Request, 2, 1_300, new RefundLineRequest(2, 1))),
            ("receipt-number-taken", Wish(sale.Request, 1, 1_300, new RefundLineRequest(1, 1))),
            ("unknown-epoch", Wish(sale.Request, 2, 1_300, new RefundLineRequest(1, 1)) with { Epoch = 9_999 }),
            ("other-place", Wish(sale.Request, await OpenSeriesAsync("momiji-1"), 2, "momiji-1")),
        })
            Assert.Equal(code, (await HandleAsync(sale.Id, Guid.CreateVersion7(), wish)).Failure?.Code);
        Assert.Equal("unknown-sale", (await HandleAsync(Guid.CreateVersion7(), Guid.CreateVersion7(), Wish(sale.Request, 2, 1_300, new RefundLineRequest(1, 1)))).Failure?.Code);
        Assert.Empty((await SendAsync(sale.Id, sale.Request)).Value.View.Refunds!);
    }

    [DatabaseFact]
    public async Task HandleAsync_OneRefundSentTwentyTimesAtOnce_GivesBackOnce()
    {
        var (sale, id) = (await SellAsync(), Guid.CreateVersion7());
        var wish = Wish(sale.Request, 2, 1_300, new RefundLineRequest(1, 1));
        var answers = await AtOnceAsync(20, _ => HandleAsync(sale.Id, id, wish));
        Assert.Single(answers, answer => answer.Value.First);
        Assert.Single(answers.Select(answer => JsonSerializer.Serialize(answer.Value.View, Json.Options)).Distinct());
        Assert.Equal("id-reused", (await HandleAsync(sale.Id, id, wish with { Reason = "other" })).Failure?.Code);
    }

    [DatabaseFact]
    public async Task HandleAsync_TwoRefundsOfEverythingAtOnce_OneGivesBack()
    {
        var sale = await SellAsync();
        var answers = await AtOnceAsync(8, turn => RefundAsync(sale.Id, sale.Request, turn + 2, 2_600));
        Assert.Single(answers, answer => answer.Ok);
        Assert.All(answers.Where(answer => !answer.Ok), answer => Assert.Equal("nothing-left", answer.Failure!.Code));
    }

    [DatabaseFact]
    public async Task HandleAsync_DiscountOverRates_GivesBackExactlyTheTotalInAnyOrder()
    {
        var (series, id) = (await OpenSeriesAsync(), Guid.CreateVersion7());
        var lines = new[] { new LineRequest("adult", 3), new LineRequest("elementary", 7), new LineRequest("junior-high", 1) };
        ChargedLine[] printed =
        [
            new(new LocalText("大人"), new Yen(1_300), new Yen(3_900), 10), new(new LocalText("小"), new Yen(700), new Yen(4_900), 8),
            new(new LocalText("中"), new Yen(1_050), new Yen(1_050), 10),
        ];
        TaxView[] taxes = [new TaxView(10, new Yen(4_453), new Yen(404)) { Discount = new Yen(497) }, new TaxView(8, new Yen(4_397), new Yen(325)) { Discount = new Yen(503) }];
        var request = Charged(series, 1) with { Lines = lines, Total = new Yen(8_850), Charged = new ChargedBasket(printed, taxes) { Discount = new Yen(1_000) } };
        request = request with { Tenders = [new TenderRequest(Guid.CreateVersion7(), TenderKind.Cash, new Yen(8_850), new Yen(8_850))] };
        Assert.True((await SendAsync(id, request)).Ok);
        var (total, tax, number) = (Yen.Zero, Yen.Zero, 2);
        foreach (var line in new[] { 2, 1, 2, 2, 3, 1, 2, 2, 2, 1, 2 })
        {
            var left = await LeftAsync(id);
            var wish = Wish(request, number++, 0, new RefundLineRequest(line, 1));
            var differs = Assert.IsType<RefundDiffers>((await HandleAsync(id, Guid.CreateVersion7(), wish)).Failure);
            var given = (await HandleAsync(id, Guid.CreateVersion7(), wish with { Total = differs.Server })).Value.View;
            total += given.Total;
            tax += given.Taxes.Select(rate => rate.Tax).Sum();
            Assert.Equal(left.Total - given.Total, (await LeftAsync(id)).Total);
        }

        Assert.Equal((new Yen(8_850), new Yen(729)), (total, tax));
        Assert.Empty((await LeftAsync(id)).Lines);
    }

    [DatabaseFact]
    public async Task HandleAsync_ADevicesSlipAndTicket_VerifyInItsJournal()
    {
        using var till = new TillDevice();
        var series = (await Get<OpenEpoch>().HandleAsync(Till, till.Id, till.Opening, null, Token)).Value.View.Epoch;
        var (id, request) = (Guid.CreateVersion7(), Charged(series, 1));
        await SendAsync(id, till.Link(id, request));
        var code = till.Ticket(1, BusinessDate.Of(request.OccurredAt), new TicketParty(1, 1));
        var (refund, wish) = (Guid.CreateVersion7(), Wish(request, 2, 1_300, new RefundLineRequest(1, 1)) with { Ticket = code });
        var given = (await HandleAsync(id, refund, till.Link(id, refund, wish))).Value.View;
        Assert.Equal(code, given.Ticket!.Code);
        var journal = (await Get<ReadJournal>().HandleAsync(Till, series, Token)).Value.Epochs.Single(epoch => epoch.Epoch == series);
        Assert.Equal((2, true), (journal.LastNumber, journal.Verified));
    }
}

public sealed class RefundsOnSqlite(SqliteFixture database) : RefundContract(database), IClassFixture<SqliteFixture>;

public sealed class RefundsOnPostgreSql(PostgreSqlFixture database) : RefundContract(database), IClassFixture<PostgreSqlFixture>;
