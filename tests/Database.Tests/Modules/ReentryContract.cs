using Tourism.Kernel;
using Tourism.Pos.Admissions;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>Whoever goes out of the second cave comes in again on the same day, and never more people than the party are inside.</summary>
public abstract class ReentryContract(DatabaseFixture database) : GateSuite(database)
{
    private const string Gate = "kagekiyodo-main";
    private const int Kagekiyodo = 4;

    [DatabaseFact]
    public async Task HandleAsync_PartyGoesOutAndComesBack_IsCountedOnce()
    {
        var code = await PartyAsync(3);
        await GoAsync(code, ScanDirection.In, 3);
        var left = await GoAsync(code, ScanDirection.Out, 2);
        Assert.Equal((ScanOutcome.WentOut, 0, 2, 2, 2), (left.Outcome, left.Admitted, left.WentOut, left.Again, left.Remaining));
        Assert.Equal((3, 1, 2), (left.Use!.Admitted, left.Use.Inside, left.Use.Out));
        var page = (await Get<VisitorTickets>().FindAsync(code.ToString(), Token))!;
        Assert.Equal((true, 3, 0), (page.Reentry, page.Sites.Single().Inside, page.Sites.Single().Remaining));
        Assert.Equal(ScanOutcome.ExceedsParty, (await GoAsync(code, ScanDirection.In, 3)).Outcome);
        var back = await GoAsync(code, ScanDirection.In, null);
        Assert.Equal((ScanOutcome.Admitted, 2, 2, 0), (back.Outcome, back.Admitted, back.Again, back.Remaining));
        Assert.Equal(ScanOutcome.AlreadyUsed, (await GoAsync(code, ScanDirection.In, 1)).Outcome);
        Assert.Equal((3, 5), await AdmittedAsync(code.Payload.Ticket));
    }

    [DatabaseFact]
    public async Task HandleAsync_OutWithATicketWithoutSecondEntry_SaysSoAndFreesNobody()
    {
        var ticket = await SellTicketAsync(adults: 2);
        await SeenAsync("main", Show(ticket, 2));
        var left = await SeenAsync("main", Show(ticket, 1) with { Direction = ScanDirection.Out });
        Assert.Equal((ScanOutcome.NoReentry, 0, 0), (left.Outcome, left.WentOut, left.Remaining));
        Assert.False((await Get<VisitorTickets>().FindAsync(ticket.Code, Token))!.Reentry);
        Assert.Equal(ScanOutcome.AlreadyUsed, (await SeenAsync("main", Show(ticket, 1))).Outcome);
    }

    [DatabaseFact]
    public async Task HandleAsync_MoreOutThanAreInside_IsRefused()
    {
        var code = await PartyAsync(3);
        Assert.Equal(ScanOutcome.NotInside, (await GoAsync(code, ScanDirection.Out, null)).Outcome);
        await GoAsync(code, ScanDirection.In, 1);
        var many = await GoAsync(code, ScanDirection.Out, 2);
        Assert.Equal((ScanOutcome.NotInside, 0, 2), (many.Outcome, many.WentOut, many.Remaining));
        Assert.Equal(1, (await GoAsync(code, ScanDirection.Out, null)).WentOut);
    }

    [DatabaseFact]
    public async Task HandleAsync_OneOutSentTenTimesAtOnce_FreesOnce()
    {
        var code = await PartyAsync(3);
        await GoAsync(code, ScanDirection.In, 3);
        var scan = Show(code.ToString(), 1) with { Direction = ScanDirection.Out };
        var scans = await AtOnceAsync(10, _ => ScanAsync(Gate, scan));
        Assert.Single(scans, one => one.Value.First);
        Assert.All(scans, one => Assert.Equal((ScanOutcome.WentOut, 1, 1), (one.Value.View.Outcome, one.Value.View.WentOut, one.Value.View.Remaining)));
        Assert.Equal("id-reused", (await ScanAsync(Gate, scan with { Direction = ScanDirection.In })).Failure?.Code);
        Assert.Equal(ScanOutcome.ExceedsParty, (await GoAsync(code, ScanDirection.In, 2)).Outcome);
    }

    [DatabaseFact]
    public async Task Undo_OfAnOutScan_TakesTheirReturnBackUnlessTheyCameIn()
    {
        var code = await PartyAsync(2);
        await GoAsync(code, ScanDirection.In, 2);
        var left = await GoAsync(code, ScanDirection.Out, 2);
        var undone = (await UndoAsync(Gate, left.Id)).Value;
        Assert.Equal((true, true, 0, 2), (undone.First, undone.View.Undone, undone.View.Remaining, undone.View.Use!.Inside));
        Assert.False((await UndoAsync(Gate, left.Id)).Value.First);
        Assert.Equal(ScanOutcome.AlreadyUsed, (await GoAsync(code, ScanDirection.In, 1)).Outcome);
        var again = await GoAsync(code, ScanDirection.Out, 1);
        var back = await GoAsync(code, ScanDirection.In, 1);
        Assert.Equal("people-moved-on", (await UndoAsync(Gate, again.Id)).Failure?.Code);
        Assert.Equal((1, 1), ((await UndoAsync(Gate, back.Id)).Value.View.Remaining, (await UndoAsync(Gate, again.Id)).Value.View.WentOut));
        Assert.Equal((2, 5), await AdmittedAsync(code.Payload.Ticket));
    }

    [DatabaseFact]
    public async Task HandleAsync_NextDay_WhoWentOutStaysOut()
    {
        var code = await PartyAsync(3);
        await GoAsync(code, ScanDirection.In, 2);
        await GoAsync(code, ScanDirection.Out, 2);
        await ChangeAsync(code.Payload.Ticket, row => row.Move(row.FirstDay, row.LastDay.AddDays(1), Clock.UtcMicros()));
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(ScanOutcome.NotInside, (await GoAsync(code, ScanDirection.Out, 1)).Outcome);
        Assert.Equal(ScanOutcome.ExceedsParty, (await GoAsync(code, ScanDirection.In, 2)).Outcome);
        Assert.Equal((1, 0), ((await GoAsync(code, ScanDirection.In, null)).Admitted, (await ToldAsync(code)).Use!.Out));
    }

    [DatabaseFact]
    public async Task HandleAsync_WhatALonelyGateNoted_IsRecordedAsItHappened()
    {
        var code = await PartyAsync(3);
        var (entered, left, back) = (Report(code, ScanDirection.In, 3), Report(code, ScanDirection.Out, 3), Report(code, ScanDirection.In, 2));
        foreach (var report in new[] { entered, left, back, left, back })
            Assert.False((await SeenAsync(Gate, report)).Conflict);
        Assert.Equal((3, 2, 1), await SumsAsync(code));
        // What another gate let in has not been heard of yet: they are out, but nobody knows that they were in.
        var late = await PartyAsync(2);
        Assert.Equal((2, 0, false), await SeenAsync(Gate, Report(late, ScanDirection.Out, 2)) is var gone ? (gone.WentOut, gone.Again, gone.Conflict) : default);
        Assert.False((await SeenAsync(Gate, Report(late, ScanDirection.In, 2))).Conflict);
        Assert.Equal((2, 2, 0), await SumsAsync(late));
        var undone = Report(late, ScanDirection.Out, 1);
        await SeenAsync(Gate, undone with { Happened = undone.Happened! with { Undone = true } });
        Assert.Equal((2, 2, 0), await SumsAsync(late));
    }

    [DatabaseFact]
    public async Task HandleAsync_SiteThatIsBlocked_LetsPeopleOut()
    {
        var code = await PartyAsync(2);
        await GoAsync(code, ScanDirection.In, 2);
        await ChangeAsync(code.Payload.Ticket, row => row.Stand(TicketStanding.Blocked, Clock.UtcMicros()));
        Assert.Equal(ScanOutcome.WentOut, (await GoAsync(code, ScanDirection.Out, 2)).Outcome);
        Assert.Equal(ScanOutcome.Blocked, (await GoAsync(code, ScanDirection.In, 2)).Outcome);
    }

    [DatabaseFact]
    public async Task RandomDays_OfComingGoingUndoingAndRepeating_KeepThePartyAsPlainSumsSay()
    {
        foreach (var seed in Enumerable.Range(1, 25))
            await DayAsync(new Random(seed));
    }

    private async Task DayAsync(Random random)
    {
        var (people, inside, sent) = (random.Next(1, 6), 0, new List<(ScanRequest Scan, ScanView View)>());
        var code = await PartyAsync(people);
        for (var step = 0; step < 14; step++)
        {
            if (sent.Count > 0 && random.Next(4) == 0)
            {
                var (scan, view) = sent[^1];
                Assert.Equal(view.Outcome, (await SeenAsync(Gate, scan)).Outcome);
                if (random.Next(2) == 0 && view.Admitted + view.WentOut > 0)
                {
                    Assert.True((await UndoAsync(Gate, scan.Id)).Value.View.Undone);
                    inside += view.WentOut - view.Admitted;
                    sent.Clear();
                }
            }
            else
            {
                var count = random.Next(1, people + 2);
                var direction = random.Next(2) == 0 ? ScanDirection.In : ScanDirection.Out;
                var scan = Show(code.ToString(), count) with { Direction = direction };
                var view = await SeenAsync(Gate, scan);
                var may = direction == ScanDirection.In ? inside + count <= people : count <= inside;
                Assert.Equal(may ? count : 0, view.Admitted + view.WentOut);
                inside += view.Admitted - view.WentOut;
                Assert.Equal(people - inside, view.Remaining);
                sent.Add((scan, view));
            }

            Assert.InRange(inside, 0, people);
        }
    }

    private async Task<TicketCode> PartyAsync(int adults) => Sign(await ListKeyAsync("kagekiyodo-1", "kagekiyodo"), adults, Kagekiyodo);

    private Task<ScanView> GoAsync(TicketCode code, ScanDirection direction, int? people) => SeenAsync(Gate, Show(code.ToString(), people) with { Direction = direction });

    private ScanRequest Report(TicketCode code, ScanDirection direction, int people)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        var happened = direction == ScanDirection.In ? new ScanHappened(ScanOutcome.Admitted, people) : new ScanHappened(ScanOutcome.WentOut, 0, WentOut: people);
        return Show(code.ToString(), null) with { Direction = direction, Happened = happened };
    }

    /// <summary>What a gate is told, for the time when it is alone.</summary>
    private async Task<TicketStateView> ToldAsync(TicketCode code) =>
        (await Get<GateList>().HandleAsync(Gate, null, Token)).Value.Tickets.Single(ticket => ticket.Id == code.Payload.Ticket);

    private async Task<(int Entered, int Inside, int Out)> SumsAsync(TicketCode code)
    {
        var told = await ToldAsync(code);
        Assert.Equal(told.Admitted, told.Use!.Admitted);
        return (told.Admitted, told.Use.Inside, told.Use.Out);
    }
}

public sealed class ReentryOnSqlite(SqliteFixture database) : ReentryContract(database), IClassFixture<SqliteFixture>;

public sealed class ReentryOnPostgreSql(PostgreSqlFixture database) : ReentryContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class ReentryOnSqlServer(SqlServerFixture database) : ReentryContract(database), IClassFixture<SqlServerFixture>;
