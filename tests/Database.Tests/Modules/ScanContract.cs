using Microsoft.Extensions.DependencyInjection;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Admissions;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;
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
        var first = await SeenAsync("main", Show(code.ToString(), people: 1));
        Assert.Equal((ScanOutcome.Admitted, 1, 1, true), (first.Outcome, first.Admitted, first.Remaining, first.SaleAwaited));
        var sale = (await SalesOfAsync(Till, await SoldSeriesAsync(adults: 2))).Single();
        var issued = await IssueAsync(sale, code.ToString());
        Assert.Equal((true, code.Payload.Ticket, 1), (issued.TillsCodeWasGood, issued.Ticket!.Id, issued.Ticket.Admitted));
        var second = await SeenAsync("elevator", Show(code.ToString(), people: null));
        Assert.Equal((1, 0, false), (second.Admitted, second.Remaining, second.SaleAwaited));
        Assert.Equal(ScanOutcome.AlreadyUsed, (await SeenAsync("main", Show(code.ToString(), people: null))).Outcome);
    }

    [DatabaseFact]
    public async Task IssueAsync_CodeThatIsNotThisSales_IsNotGoodAndTheServerSigns()
    {
        var (own, other) = (await ListKeyAsync(), await ListKeyAsync("akiyoshido-9"));
        var sale = (await SalesOfAsync(Till, await SoldSeriesAsync(adults: 2))).Single();
        var good = Sign(own, adults: 2);
        Assert.True((await IssueAsync(sale, good.ToString())).TillsCodeWasGood);
        var revoked = await ListKeyAsync();
        await Get<RevokeTicketKey>().HandleAsync(revoked.Id, Token);
        string[] bad =
        [
            "", "ABC", Sign(new TillKey(), adults: 2).ToString(), Sign(other, adults: 2).ToString(), Sign(revoked, adults: 2).ToString(), Sign(own, adults: 3).ToString(),
            Sign(own, adults: 2, site: 2).ToString(), Sign(own, adults: 2, also: [2]).ToString(), good.ToString()[..^2] + "00",
        ];
        foreach (var code in bad)
        {
            var issued = await IssueAsync(sale, code);
            Assert.Equal((false, true), (issued.TillsCodeWasGood, issued.Ticket is { People: 2 }));
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
        Assert.True((await Get<RevokeTicketKey>().HandleAsync(key.Id, Token)).Value.Revoked);
        Assert.True((await Get<RevokeTicketKey>().HandleAsync(key.Id, Token)).Value.Revoked);
        Assert.Equal(ScanOutcome.UnknownKey, (await SeenAsync("main", Show(code, 1))).Outcome);
        Assert.Equal("unknown-key", (await Get<RevokeTicketKey>().HandleAsync(1, Token)).Failure?.Code);
        Assert.Equal("key-in-use", (await Get<RevokeTicketKey>().HandleAsync(Get<TicketSigner>().KeyId, Token)).Failure?.Code);
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

    private async Task<int> SoldSeriesAsync(int adults)
    {
        var series = await OpenSeriesAsync();
        await SendAsync(Guid.CreateVersion7(), Cash(series, number: 1, adults));
        return series;
    }

    private async Task<IssuedTicket> IssueAsync(Sale sale, string? code) => (await Get<Writer<PosDbContext>>().RunAsync<IssuedTicket>(async db =>
    {
        var site = (await Get<CatalogueStore>().GetAsync(Token)).Site(sale.Site)!;
        return await Get<IssueTicket>().IssueAsync(db, sale, site, code, Clock.UtcMicros(), Token);
    }, Token)).Value;
}

public sealed class ScansOnSqlite(SqliteFixture database) : ScanContract(database), IClassFixture<SqliteFixture>;

public sealed class ScansOnPostgreSql(PostgreSqlFixture database) : ScanContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class ScansOnSqlServer(SqlServerFixture database) : ScanContract(database), IClassFixture<SqlServerFixture>;
