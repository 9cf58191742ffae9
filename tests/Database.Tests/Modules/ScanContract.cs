using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Admissions;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>A ticket lets in its party and nobody else, at however many gates it is shown.</summary>
public abstract class ScanContract(DatabaseFixture database) : SellingSuite(database)
{
    private static readonly string[] Gates = ["main", "elevator", "kurotani"];

    [DatabaseFact]
    public async Task HandleAsync_PartyOfFiveComesOneByOneInTenScansAtOnce_LetsInExactlyFive()
    {
        var ticket = await SellTicketAsync(adults: 5);
        var scans = await AtOnceAsync(10, turn => ScanAsync(Gates[turn % 3], Show(ticket, people: 1)));
        var views = scans.Select(scan => scan.Value.View).ToList();
        Assert.Equal([0, 1, 2, 3, 4], views.Where(view => view.Outcome == ScanOutcome.Admitted).Select(view => view.Remaining).Order());
        Assert.Equal(5, views.Count(view => view is { Outcome: ScanOutcome.AlreadyUsed, Admitted: 0, Remaining: 0, LastUsedAt: not null }));
        Assert.Equal((5, 10), await AdmittedAsync(ticket));
    }

    [DatabaseFact]
    public async Task HandleAsync_OneScanSentTenTimesAtOnce_LetsInOnceAndAnswersAlike()
    {
        var ticket = await SellTicketAsync(adults: 5);
        var scan = Show(ticket, people: 2);
        var scans = await AtOnceAsync(10, _ => ScanAsync("main", scan));
        Assert.Single(scans, one => one.Value.First);
        Assert.Equal(new ScanView(scan.Id, ScanOutcome.Admitted, 2, 3, null, null), Assert.Single(scans.Select(one => one.Value.View).Distinct()));
        Assert.Equal((2, 1), await AdmittedAsync(ticket));
    }

    [DatabaseFact]
    public async Task HandleAsync_WholePartyShownAtEveryGateAtOnce_EntersAtOne()
    {
        var ticket = await SellTicketAsync(adults: 4);
        var scans = await AtOnceAsync(6, turn => ScanAsync(Gates[turn % 3], Show(ticket, people: null)));
        Assert.Equal(4, Assert.Single(scans, scan => scan.Value.View.Outcome == ScanOutcome.Admitted).Value.View.Admitted);
        Assert.Equal(5, scans.Count(scan => scan.Value.View.Outcome == ScanOutcome.AlreadyUsed));
        Assert.Equal((4, 6), await AdmittedAsync(ticket));
    }

    [DatabaseFact]
    public async Task HandleAsync_OtherScanUnderOneId_IsToldAndLetsNobodyIn()
    {
        var ticket = await SellTicketAsync(adults: 3);
        var scan = Show(ticket, people: 1);
        await ScanAsync("main", scan);
        Assert.Equal("id-reused", (await ScanAsync("main", scan with { People = 2 })).Failure?.Code);
        Assert.Equal("id-reused", (await ScanAsync("elevator", scan)).Failure?.Code);
        Assert.Equal((1, 1), await AdmittedAsync(ticket));
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

    private ScanRequest Show(TicketView ticket, int? people) => new(Guid.CreateVersion7(), ticket.Url, people, Clock.UtcMicros());

    private Task<Result<Written<ScanView>>> ScanAsync(string gate, ScanRequest scan) => Get<ScanTicket>().HandleAsync(gate, scan, "gate", Token);

    /// <summary>How many the books say are inside, by the ticket and by its scans alike, and how many scans are kept.</summary>
    private async Task<(int Admitted, int Scans)> AdmittedAsync(TicketView ticket)
    {
        var scans = await ReadAsync<PosDbContext, List<int>>(db =>
            db.Set<Scan>().Where(scan => scan.Ticket == ticket.Id).Select(scan => scan.Admitted).ToListAsync(Token));
        var admitted = await ReadAsync<PosDbContext, int>(db =>
            db.Set<Ticket>().Where(row => row.Id == ticket.Id).Select(row => row.Admitted).SingleAsync(Token));
        Assert.Equal(admitted, scans.Sum());
        return (admitted, scans.Count);
    }
}

public sealed class ScansOnSqlite(SqliteFixture database) : ScanContract(database), IClassFixture<SqliteFixture>;

public sealed class ScansOnPostgreSql(PostgreSqlFixture database) : ScanContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class ScansOnSqlServer(SqlServerFixture database) : ScanContract(database), IClassFixture<SqlServerFixture>;
