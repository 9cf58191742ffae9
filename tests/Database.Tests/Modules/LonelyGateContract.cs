using Microsoft.Extensions.DependencyInjection;
using Tourism.Kernel;
using Tourism.Pos.Admissions;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>What gates did while they were alone is recorded as it happened; what was done by mistake is taken back; what changed is told.</summary>
public abstract class LonelyGateContract(DatabaseFixture database) : GateSuite(database)
{
    [DatabaseFact]
    public async Task HandleAsync_TwoLonelyGatesLetTheSamePartyIn_IsKeptAsAConflict()
    {
        var code = Sign(await ListKeyAsync(), adults: 3);
        var first = await SeenAsync("main", Happened(code.ToString(), 3));
        var report = Happened(code.ToString(), 2);
        var second = await SeenAsync("elevator", report);
        Assert.Equal((3, 0, false, true), (first.Admitted, first.Remaining, first.Conflict, first.SaleAwaited));
        Assert.Equal((2, 0, true, "main"), (second.Admitted, second.Remaining, second.Conflict, second.LastUsedGate));
        var again = (await ScanAsync("elevator", report)).Value;
        Assert.Equal((false, 2, true), (again.First, again.View.Admitted, again.View.Conflict));
        Assert.Equal((5, 2), await AdmittedAsync(code.Payload.Ticket));
        Assert.Equal(ScanOutcome.AlreadyUsed, (await SeenAsync("main", Show(code.ToString(), 1))).Outcome);
    }

    [DatabaseFact]
    public async Task HandleAsync_LonelyGateLetInWhoHasNoGoodTicket_IsAConflict()
    {
        var ticket = await SellTicketAsync(adults: 2);
        await ChangeAsync(ticket.Id, row => row.Stand(TicketStanding.Cancelled, Clock.UtcMicros()));
        Assert.True((await SeenAsync("main", Happened(ticket.Code, 1))).Conflict);
        Assert.True((await SeenAsync("main", Happened(Sign(new TillKey(), adults: 1).ToString(), 1))).Conflict);
        var refused = Show("nothing", null) with { Happened = new ScanHappened(ScanOutcome.Invalid, 0) };
        var view = await SeenAsync("main", refused);
        Assert.Equal((ScanOutcome.Invalid, false), (view.Outcome, view.Conflict));
    }

    [DatabaseFact]
    public async Task HandleAsync_GateOfAnotherSite_CountsEveryReportAndTellsOfATicketItMetFirst()
    {
        await WriteAsync(db => db.Add(Farm.Site));
        await using var host = NewHost();
        var (scan, undo, list) = (host.GetRequiredService<ScanTicket>(), host.GetRequiredService<UndoScan>(), host.GetRequiredService<GateList>());
        var ticket = await SellTicketAsync(adults: 3);
        var (first, second) = (Happened(ticket.Code, 1), Happened(ticket.Code, 2));
        Assert.Equal(2, (await scan.HandleAsync(Farm.Gate, first, new Actor("gate"), Token)).Value.View.Remaining);
        Assert.Equal(0, (await scan.HandleAsync(Farm.Gate, second, new Actor("gate"), Token)).Value.View.Remaining);
        Assert.Equal(2, (await undo.HandleAsync(Farm.Gate, second.Id, new Actor("gate"), Token)).Value.View.Remaining);
        var joint = Ticket.Of(Sign(await ListKeyAsync(), adults: 2), (await Get<CatalogueStore>().GetAsync(Token)).Site("akiyoshido")!, [Farm.Site], Clock.UtcMicros());
        joint.Move(2, ScanDirection.In, Farm.Site.Code, Farm.Gate, Clock.UtcMicros(), Clock.UtcMicros());
        await WriteAsync(db => db.Add(joint));
        Assert.Equal(2, (await list.HandleAsync(Farm.Gate, null, Token)).Value.Tickets.Single(one => one.Id == joint.Id).Admitted);
    }

    [DatabaseFact]
    public async Task HandleAsync_LonelyGateTookItBackItself_ThePartyCanEnter()
    {
        var code = Sign(await ListKeyAsync(), adults: 2);
        var taken = await SeenAsync("main", Happened(code.ToString(), 2, undone: true));
        Assert.Equal((2, true, false), (taken.Admitted, taken.Undone, taken.Conflict));
        Assert.Equal(2, (await SeenAsync("main", Show(code.ToString(), null))).Admitted);
    }

    [DatabaseFact]
    public async Task HandleAsync_ReportThatCannotBe_IsNamed()
    {
        async Task<string?> FieldAsync(ScanOutcome outcome, int admitted, bool undone) =>
            (await ScanAsync("main", Show("ABC", null) with { Happened = new ScanHappened(outcome, admitted, undone) })).Failure?.Field;
        foreach (var admitted in (int[])[0, -1, int.MaxValue])
            Assert.Equal("happened.admitted", await FieldAsync(ScanOutcome.Admitted, admitted, undone: false));
        Assert.Equal("happened.admitted", await FieldAsync(ScanOutcome.Invalid, 1, undone: false));
        Assert.Equal("happened.undone", await FieldAsync(ScanOutcome.Invalid, 0, undone: true));
    }

    [DatabaseFact]
    public async Task UndoAsync_WithinAMinute_LetsThePartyInAgainAndOnlyOnce()
    {
        var ticket = await SellTicketAsync(adults: 4);
        var (early, late) = (Show(ticket, 1), Show(ticket, 2));
        var entered = Clock.UtcMicros();
        await ScanAsync("main", early);
        Clock.Advance(TimeSpan.FromSeconds(30));
        await ScanAsync("elevator", late);
        Assert.Equal("unknown-scan", (await UndoAsync("main", late.Id)).Failure?.Code);
        var undone = await AtOnceAsync(6, _ => UndoAsync("elevator", late.Id));
        Assert.Single(undone, one => one.Value.First);
        Assert.All(undone, one => Assert.Equal((true, 3), (one.Value.View.Undone, one.Value.View.Remaining)));
        Assert.Equal((1, 2), await AdmittedAsync(ticket.Id));
        Assert.True((await ScanAsync("elevator", late)).Value.View.Undone);
        var next = await SeenAsync("kurotani", Show(ticket, null));
        Assert.Equal((3, 0, entered, "main"), (next.Admitted, next.Remaining, next.LastUsedAt, next.LastUsedGate));
        Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("too-late-to-undo", (await UndoAsync("main", early.Id)).Failure?.Code);
        Assert.False((await UndoAsync("elevator", late.Id)).Value.First);
        var refused = Show(ticket, 1);
        await ScanAsync("main", refused);
        Assert.Equal("nobody-to-take-back", (await UndoAsync("main", refused.Id)).Failure?.Code);
    }

    [DatabaseFact]
    public async Task List_SinceTheLastOne_TellsWhatChanged()
    {
        var (quiet, used, moved) = (await SellTicketAsync(adults: 1), await SellTicketAsync(adults: 2), await SellTicketAsync(adults: 1));
        await ScanAsync("main", Show(used, 1));
        var whole = await ListAsync(null);
        Assert.Equal(1, whole.Tickets.Single(one => one.Id == used.Id).Admitted);
        Assert.DoesNotContain(whole.Tickets, one => one.Id == quiet.Id || one.Id == moved.Id);
        Assert.Contains(whole.Keys, key => key is { Till: null, Revoked: false });
        Clock.Advance(TimeSpan.FromMinutes(10));
        var calm = await ListAsync((await ListAsync(whole.Next)).Next);
        Assert.Equal((0, 0, false), (calm.Keys.Count, calm.Tickets.Count, calm.More));
        var (key, tomorrow) = (await ListKeyAsync(), BusinessDate.Of(Clock.UtcMicros()).AddDays(1));
        await ChangeAsync(used.Id, row => row.Stand(TicketStanding.Revoked, Clock.UtcMicros()));
        await ChangeAsync(moved.Id, row => row.Move(row.FirstDay, tomorrow, Clock.UtcMicros()));
        var news = await ListAsync(calm.Next);
        Assert.Equal(TicketStanding.Revoked, news.Tickets.Single(one => one.Id == used.Id).Standing);
        Assert.Equal((2, tomorrow), (news.Tickets.Count, news.Tickets.Single(one => one.Id == moved.Id).LastDay));
        Assert.Equal([key.Id], news.Keys.Select(one => one.Key));
        await Get<RevokeTicketKey>().HandleAsync(key.Id, Admin, Token);
        Assert.True(Assert.Single((await ListAsync(news.Next)).Keys).Revoked);
    }

    [DatabaseFact]
    public async Task List_SinceNoPlace_IsNamed()
    {
        foreach (var since in (string[])["yesterday", "1", "1-2-3", "-1-0", "99999999999999999999-0", "9223372036854775807-0", "1-'; DROP TABLE pos_ticket; --"])
            Assert.Equal("since", (await Get<GateList>().HandleAsync("main", since, Token)).Failure?.Field);
    }

    private async Task<GateListView> ListAsync(string? since) => (await Get<GateList>().HandleAsync("main", since, Token)).Value;
}

public sealed class LonelyGatesOnSqlite(SqliteFixture database) : LonelyGateContract(database), IClassFixture<SqliteFixture>;

public sealed class LonelyGatesOnPostgreSql(PostgreSqlFixture database) : LonelyGateContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class LonelyGatesOnSqlServer(SqlServerFixture database) : LonelyGateContract(database), IClassFixture<SqlServerFixture>;
