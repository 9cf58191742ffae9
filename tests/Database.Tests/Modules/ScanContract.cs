using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tourism.Kernel;
using Tourism.Kernel.Server.Jobs;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Admissions;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Reviews;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>A ticket lets in its party and nobody else, at however many gates it is shown.</summary>
public abstract class ScanContract(DatabaseFixture database) : GateSuite(database)
{
    [DatabaseFact]
    public async Task HandleAsync_PartyOfFiveComesOneByOneInTenScansAtOnce_LetsInExactlyFive()
    {
        var ticket = await SellTicketAsync(adults: 5);
        var scans = await AtOnceAsync(10, turn => ScanAsync(Gates[turn % 3], Show(ticket, people: 1)));
        var views = scans.Select(scan => scan.Value.View).ToList();
        Assert.Equal([0, 1, 2, 3, 4], views.Where(view => view.Outcome == ScanOutcome.Admitted).Select(view => view.Remaining).Order());
        Assert.Equal(5, views.Count(view => view is { Outcome: ScanOutcome.AlreadyUsed, Admitted: 0, Remaining: 0, LastUsedAt: not null }));
        Assert.Equal((5, 10), await AdmittedAsync(ticket.Id));
    }

    [DatabaseFact]
    public async Task HandleAsync_OneScanSentTenTimesAtOnce_LetsInOnceAndAnswersAlike()
    {
        var ticket = await SellTicketAsync(adults: 5);
        var scan = Show(ticket, people: 2);
        var scans = await AtOnceAsync(10, _ => ScanAsync("main", scan));
        Assert.Single(scans, one => one.Value.First);
        var view = Assert.Single(scans.Select(one => one.Value.View with { Party = null }).Distinct());
        Assert.Equal((scan.Id, ScanOutcome.Admitted, 2, 3, false), (view.Id, view.Outcome, view.Admitted, view.Remaining, view.SaleAwaited));
        Assert.All(scans, one => Assert.Equal(("Adult", 5), (one.Value.View.Party![0].Name.En, one.Value.View.Party![0].Count)));
        Assert.Equal((2, 1), await AdmittedAsync(ticket.Id));
    }

    [DatabaseFact]
    public async Task HandleAsync_WholePartyShownAtEveryGateAtOnce_EntersAtOne()
    {
        var ticket = await SellTicketAsync(adults: 4);
        var scans = await AtOnceAsync(6, turn => ScanAsync(Gates[turn % 3], Show(ticket, people: null)));
        Assert.Equal(4, Assert.Single(scans, scan => scan.Value.View.Outcome == ScanOutcome.Admitted).Value.View.Admitted);
        Assert.Equal(5, scans.Count(scan => scan.Value.View.Outcome == ScanOutcome.AlreadyUsed));
        Assert.Equal((4, 6), await AdmittedAsync(ticket.Id));
    }

    [DatabaseFact]
    public async Task HandleAsync_OtherScanUnderOneId_IsToldAndLetsNobodyIn()
    {
        var ticket = await SellTicketAsync(adults: 3);
        var scan = Show(ticket, people: 1);
        await ScanAsync("main", scan);
        Assert.Equal("id-reused", (await ScanAsync("main", scan with { People = 2 })).Failure?.Code);
        Assert.Equal("id-reused", (await ScanAsync("elevator", scan)).Failure?.Code);
        Assert.Equal((1, 1), await AdmittedAsync(ticket.Id));
    }

    [DatabaseFact]
    public async Task HandleAsync_RefusedScanSentAgainWhenItWouldPass_StaysRefused()
    {
        var ticket = await SellTicketAsync(adults: 2);
        var scan = Show(ticket, people: 3);
        Assert.Equal(ScanOutcome.ExceedsParty, (await ScanAsync("main", scan)).Value.View.Outcome);
        Clock.Advance(TimeSpan.FromMicroseconds(1_500_001));
        var used = (await ScanAsync("kurotani", Show(ticket, people: 1))).Value.View;
        var again = (await ScanAsync("main", scan)).Value;
        Assert.Equal((false, ScanOutcome.ExceedsParty, 2), (again.First, again.View.Outcome, again.View.Remaining));
        // The next one is told when and where the ticket was used, to the microsecond.
        var next = (await ScanAsync("main", Show(ticket, people: null))).Value.View;
        Assert.Equal((ScanOutcome.Admitted, 1, Clock.UtcMicros(), "kurotani"), (used.Outcome, next.Admitted, next.LastUsedAt, next.LastUsedGate));
    }

    [DatabaseFact]
    public async Task HandleAsync_PartyOfTwoHundredOneByOneAtOnce_EveryScanIsAnswered()
    {
        var ticket = await SellTicketAsync(adults: 15);
        var trip = Sign(await ListKeyAsync(), adults: 180);
        var scans = await AtOnceAsync(200, turn => ScanAsync(Gates[turn % 3], Show(trip.ToString(), people: 1)));
        Assert.Equal(180, scans.Count(scan => scan.Value.View.Outcome == ScanOutcome.Admitted));
        Assert.Equal(20, scans.Count(scan => scan.Value.View.Outcome == ScanOutcome.AlreadyUsed));
        Assert.Equal((180, 200), await AdmittedAsync(trip.Payload.Ticket));
        Assert.Equal((0, 0), await AdmittedAsync(ticket.Id));
    }

    [DatabaseFact]
    public async Task HandleAsync_TicketThatIsNotGood_IsRefusedWithItsOwnReason()
    {
        var ticket = await SellTicketAsync(adults: 2);
        foreach (var (standing, outcome) in new[]
        {
            (TicketStanding.Revoked, ScanOutcome.Revoked), (TicketStanding.Cancelled, ScanOutcome.Cancelled), (TicketStanding.Blocked, ScanOutcome.Blocked),
        })
        {
            await ChangeAsync(ticket.Id, row => row.Stand(standing, Clock.UtcMicros()));
            Assert.Equal(outcome, (await SeenAsync("main", Show(ticket, people: 1))).Outcome);
        }

        var (today, now) = (BusinessDate.Of(Clock.UtcMicros()), Clock.UtcMicros());
        await ChangeAsync(ticket.Id, row => row.Stand(TicketStanding.Good, now));
        await ChangeAsync(ticket.Id, row => row.Move(today.AddDays(1), today.AddDays(2), now));
        Assert.Equal(ScanOutcome.TooEarly, (await SeenAsync("main", Show(ticket, people: 1))).Outcome);
        await ChangeAsync(ticket.Id, row => row.Move(today.AddDays(-2), today.AddDays(-1), now));
        Assert.Equal(ScanOutcome.TooLate, (await SeenAsync("main", Show(ticket, people: 1))).Outcome);
        await ChangeAsync(ticket.Id, row => row.Move(today, today, now));
        Assert.Equal(ScanOutcome.ExceedsParty, (await SeenAsync("main", Show(ticket, people: 3))).Outcome);
        Assert.Equal(ScanOutcome.Admitted, (await SeenAsync("main", Show(ticket, people: 2))).Outcome);
    }

    [DatabaseFact]
    public async Task HandleAsync_TillsTicketBeforeItsSale_IsAdmittedOnceAndTheSaleFindsIt()
    {
        var key = await ListKeyAsync();
        var code = Sign(key, adults: 2);
        Assert.Equal((0, 2), (await Get<VisitorTickets>().FindAsync(code.ToString(), Token))!.Sites.Select(site => (site.Inside, site.Remaining)).Single());
        var first = await SeenAsync("main", Show(code.ToString(), people: 1));
        Assert.Equal((1, 1), (await Get<VisitorTickets>().FindAsync(code.ToString(), Token))!.Sites.Select(site => (site.Inside, site.Remaining)).Single());
        Assert.Null(await Get<VisitorTickets>().FindAsync(Sign(new TillKey(), adults: 2).ToString(), Token));
        Assert.Equal((ScanOutcome.Admitted, 1, 1, true), (first.Outcome, first.Admitted, first.Remaining, first.SaleAwaited));
        var sold = await SellAsync(key, code.ToString());
        Assert.Equal((code.Payload.Ticket, 1), (sold.Ticket!.Id, sold.Ticket.Admitted));
        Assert.DoesNotContain(sold.Reviews ?? [], review => review.Kind == ReviewKind.TicketNotGood);
        var second = await SeenAsync("elevator", Show(code.ToString(), people: null));
        Assert.Equal((1, 0, false), (second.Admitted, second.Remaining, second.SaleAwaited));
        Assert.Equal(ScanOutcome.AlreadyUsed, (await SeenAsync("main", Show(code.ToString(), people: null))).Outcome);
    }

    [DatabaseFact]
    public async Task Sell_WithACodeThatIsNotThisSales_GetsTheServersTicketAndAReview()
    {
        var (own, other) = (await ListKeyAsync(), await ListKeyAsync("akiyoshido-9"));
        var good = Sign(own, adults: 2);
        Assert.Equal(good.Payload.Ticket, (await SellAsync(own, good.ToString())).Ticket!.Id);
        var revoked = await ListKeyAsync();
        await Get<RevokeTicketKey>().HandleAsync(revoked.Id, Admin, Token);
        string[] bad =
        [
            "ABC", Sign(new TillKey(), adults: 2).ToString(), Sign(other, adults: 2).ToString(), Sign(revoked, adults: 2).ToString(), Sign(own, adults: 3).ToString(),
            Sign(own, adults: 2, site: 2).ToString(), Sign(own, adults: 2, also: [2]).ToString(), good.ToString()[..^2] + "00",
        ];
        foreach (var code in bad)
        {
            var sold = await SellAsync(own, code);
            Assert.Equal((2, TicketCode.Read(sold.Ticket!.Code)!.Payload.Key), (sold.Ticket.People, Get<TicketSigner>().KeyId));
            Assert.Contains(sold.Reviews!, review => review.Kind == ReviewKind.TicketNotGood);
        }
    }

    [DatabaseFact]
    public async Task HandleAsync_KeyOfAnotherSiteOrRevoked_IsNoKeyOfOurs()
    {
        var (key, shop) = (await ListKeyAsync(), await ListKeyAsync("momiji-1", "momiji"));
        Assert.Equal(ScanOutcome.UnknownKey, (await SeenAsync("main", Show(Sign(shop, adults: 1).ToString(), 1))).Outcome);
        Assert.Equal(ScanOutcome.WrongSite, (await SeenAsync("main", Show(Sign(shop, adults: 1, site: 2).ToString(), 1))).Outcome);
        // The catalogue sells nothing at the shop that admits to the cave, whatever its till writes.
        Assert.Equal(ScanOutcome.WrongSite, (await SeenAsync("main", Show(Sign(shop, adults: 1, site: 2, also: [1]).ToString(), 1))).Outcome);
        Assert.Equal(ScanOutcome.UnknownKey, (await SeenAsync("main", Show(Sign(new TillKey(), adults: 1).ToString(), 1))).Outcome);
        var code = Sign(key, adults: 2).ToString();
        Assert.Equal(ScanOutcome.Admitted, (await SeenAsync("main", Show(code, 1))).Outcome);
        Assert.True((await Get<RevokeTicketKey>().HandleAsync(key.Id, Admin, Token)).Value.Revoked);
        Assert.True((await Get<RevokeTicketKey>().HandleAsync(key.Id, Admin, Token)).Value.Revoked);
        Assert.Equal(ScanOutcome.UnknownKey, (await SeenAsync("main", Show(code, 1))).Outcome);
        Assert.Equal("unknown-key", (await Get<RevokeTicketKey>().HandleAsync(1, Admin, Token)).Failure?.Code);
        Assert.Equal("key-in-use", (await Get<RevokeTicketKey>().HandleAsync(Get<TicketSigner>().KeyId, Admin, Token)).Failure?.Code);
    }

    [DatabaseFact]
    public async Task HandleAsync_TillsTicketThatNoTillSells_IsGoodOnlyWithItsSale()
    {
        var key = await ListKeyAsync();
        var payload = Sign(key, adults: 2).Payload;
        foreach (var forged in new[] { payload with { Days = 2 }, payload with { Party = [new TicketParty(1, 10_000)] } })
            Assert.Equal(ScanOutcome.Invalid, (await SeenAsync("main", Show(key.Sign(forged).ToString(), 1))).Outcome);
        Assert.True((await SeenAsync("main", Happened(key.Sign(payload with { Days = 2 }).ToString(), 1))).Conflict);
        Assert.Null(await Get<VisitorTickets>().FindAsync(key.Sign(payload with { Days = 2 }).ToString(), Token));
    }

    [DatabaseFact]
    public async Task HandleAsync_TicketSoldBeforeItsKeyWasRevoked_IsGoodAndToldToGates()
    {
        var key = await ListKeyAsync();
        var (sold, unsold) = (Sign(key, adults: 2), Sign(key, adults: 2));
        Assert.Equal(sold.Payload.Ticket, (await SellAsync(key, sold.ToString())).Ticket!.Id);
        Assert.Equal(ScanOutcome.Admitted, (await SeenAsync("main", Show(unsold.ToString(), 1))).Outcome);
        Assert.DoesNotContain((await ListAsync()).Tickets, ticket => ticket.Id == sold.Payload.Ticket);
        await Get<RevokeTicketKey>().HandleAsync(key.Id, Admin, Token);
        Assert.False((await ListAsync()).Tickets.Single(ticket => ticket.Id == sold.Payload.Ticket).SaleAwaited);
        Assert.True((await ListAsync()).Tickets.Single(ticket => ticket.Id == unsold.Payload.Ticket).SaleAwaited);
        Assert.Equal(ScanOutcome.UnknownKey, (await SeenAsync("main", Show(unsold.ToString(), 1))).Outcome);
        // Whoever has the key can sign the same ticket again, but that is not the code that was sold.
        Assert.Equal(ScanOutcome.UnknownKey, (await SeenAsync("main", Show(key.Sign(sold.Payload with { Days = 3 }).ToString(), 1))).Outcome);
        var entered = await SeenAsync("main", Show(sold.ToString(), 2));
        Assert.Equal((ScanOutcome.Admitted, 2, false), (entered.Outcome, entered.Admitted, entered.SaleAwaited));
    }

    [DatabaseFact]
    public async Task RunAsync_EntryWithoutASaleForADay_IsRaisedOnce()
    {
        var (lost, taken, job) = (Sign(await ListKeyAsync(), adults: 2), Sign(await ListKeyAsync(), adults: 2), Get<IEnumerable<IJob>>().OfType<TicketsWithoutSale>().Single());
        await ScanAsync("main", Show(lost.ToString(), 1));
        await SeenAsync("main", Happened(taken.ToString(), 1, undone: true));
        Clock.Advance(TimeSpan.FromHours(23));
        await job.RunAsync(Token);
        Assert.Empty(await RaisedAsync(lost));
        Clock.Advance(TimeSpan.FromHours(2));
        await job.RunAsync(Token);
        await job.RunAsync(Token);
        Assert.Equal((Till, "akiyoshido"), Assert.Single(await RaisedAsync(lost)));
        Assert.Empty(await RaisedAsync(taken));
    }

    [DatabaseFact]
    public async Task HandleAsync_CombinedTicket_LetsThePartyInOnceAtEachSite()
    {
        await WriteAsync(db => db.Add(Farm.Site));
        await using var host = NewHost();
        var signer = Get<TicketSigner>();
        var code = signer.Sign(new TicketPayload(signer.KeyId, Guid.CreateVersion7(), 1, BusinessDate.Of(Clock.UtcMicros()), 1, [new TicketParty(1, 3)], [Farm.Site.No]));
        await WriteAsync(db => db.Add(Ticket.Of(code, new() { No = 1, Code = "akiyoshido", Name = Farm.Site.Name, Issuer = "" }, [Farm.Site], Clock.UtcMicros())));
        var scan = host.GetRequiredService<ScanTicket>();
        async Task<(ScanOutcome, int, int)> At(string gate, int people)
        {
            var view = (await scan.HandleAsync(gate, Show(code.ToString(), people), "gate", Token)).Value.View;
            return (view.Outcome, view.Admitted, view.Remaining);
        }

        Assert.Equal((ScanOutcome.Admitted, 3, 0), await At("main", 3));
        Assert.Equal((ScanOutcome.Admitted, 2, 1), await At(Farm.Gate, 2));
        Assert.Equal((ScanOutcome.ExceedsParty, 0, 1), await At(Farm.Gate, 2));
        Assert.Equal((ScanOutcome.Admitted, 1, 0), await At(Farm.Gate, 1));
        Assert.Equal((ScanOutcome.AlreadyUsed, 0, 0), await At(Farm.Gate, 1));
        Assert.Equal((ScanOutcome.AlreadyUsed, 0, 0), await At("elevator", 1));
        var farm = (await host.GetRequiredService<GateList>().HandleAsync(Farm.Gate, null, Token)).Value.Tickets;
        Assert.Equal((3, Farm.Gate), farm.Where(one => one.Id == code.Payload.Ticket).Select(one => (one.Admitted, one.LastUsedGate)).Single());
    }

    private async Task<GateListView> ListAsync() => (await Get<GateList>().HandleAsync("main", null, Token)).Value;

    private Task<List<(string?, string)>> RaisedAsync(TicketCode code)
    {
        var subject = code.Payload.Ticket.ToString();
        return ReadAsync<PosDbContext, List<(string?, string)>>(async db => [.. (await db.Set<Review>()
            .Where(review => review.Kind == ReviewKind.TicketWithoutSale && review.Subject == subject).ToListAsync(Token)).Select(review => (review.Till, review.Site))]);
    }

    /// <summary>Sells for cash on a till whose device has this key and handed this code over.</summary>
    private async Task<SaleView> SellAsync(TillKey key, string code)
    {
        var request = new EpochRequest(Convert.ToBase64String(key.PublicKey));
        var series = (await Get<OpenEpoch>().HandleAsync(Till, Guid.CreateVersion7(), request, Token)).Value.View.Epoch;
        return (await SendAsync(Guid.CreateVersion7(), Cash(series, number: 1, adults: 2) with { Ticket = code })).Value.View;
    }
}

public sealed class ScansOnSqlite(SqliteFixture database) : ScanContract(database), IClassFixture<SqliteFixture>;

public sealed class ScansOnPostgreSql(PostgreSqlFixture database) : ScanContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class ScansOnSqlServer(SqlServerFixture database) : ScanContract(database), IClassFixture<SqlServerFixture>;
