using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>
/// A day at three gates from a seed: online and alone, sent twice, taken back, tickets replaced and refunded. A plain model that holds
/// one number per ticket says what must be on the books.
/// </summary>
public abstract class GateDayContract(DatabaseFixture database) : GateSuite(database)
{
    private const int Steps = 300;

    [DatabaseFact]
    public async Task ADayAtTheGates_EndsAsThePlainModelSays()
    {
        foreach (var seed in (int[])[1, 2, 3])
            await DayAsync(seed);
    }

    private async Task DayAsync(int seed)
    {
        var random = new Random(seed);
        var key = await ListKeyAsync();
        var tickets = Enumerable.Range(0, 12).Select(_ => random.Next(1, 9)).Select(people => new Model(Sign(key, people).ToString(), people)).ToList();
        for (var step = 0; step < Steps; step++)
        {
            var ticket = tickets[random.Next(tickets.Count)];
            var gate = Gates[random.Next(Gates.Length)];
            Clock.Advance(TimeSpan.FromSeconds(random.Next(20)));
            await (random.Next(10) switch
            {
                < 5 => OnlineAsync(ticket, gate, random),
                < 8 => AloneAsync(ticket, gate, random),
                8 => UndoAsync(ticket),
                _ => ReplaceAsync(ticket, random),
            });
        }

        foreach (var ticket in tickets)
            Assert.Equal((ticket.Inside, ticket.Scans), await AdmittedAsync(ticket.Id));
    }

    private async Task OnlineAsync(Model ticket, string gate, Random random)
    {
        int? people = random.Next(3) == 0 ? null : random.Next(1, 5);
        var expected = ticket.Good && ticket.Left > 0 && (people ?? 1) <= ticket.Left ? people ?? ticket.Left : 0;
        var view = await SendAsync(ticket, gate, Show(ticket.Code, people), random, expected);
        Assert.Equal((expected > 0 ? expected : 0, false), (view.Admitted, view.Conflict));
        Assert.Equal(expected > 0, view.Outcome == ScanOutcome.Admitted);
        Assert.Equal(ticket.Left, view.Remaining);
    }

    private async Task AloneAsync(Model ticket, string gate, Random random)
    {
        var (people, undone) = (random.Next(1, 4), random.Next(5) == 0);
        var view = await SendAsync(ticket, gate, Happened(ticket.Code, people, undone), random, undone ? 0 : people);
        Assert.Equal((people, undone), (view.Admitted, view.Undone));
        Assert.Equal(!undone && (!ticket.Good || ticket.Inside > ticket.People), view.Conflict);
    }

    /// <summary>Sent once, or again because the answer was lost, or by both at once.</summary>
    private async Task<ScanView> SendAsync(Model ticket, string gate, ScanRequest scan, Random random, int expected)
    {
        var answers = await AtOnceAsync(random.Next(1, 4), _ => ScanAsync(gate, scan));
        Assert.Single(answers, answer => answer.Value.First);
        var view = Assert.Single(answers.Select(answer => answer.Value.View with { Party = null }).Distinct());
        (ticket.Inside, ticket.Scans) = (ticket.Inside + expected, ticket.Scans + 1);
        if (expected > 0)
            ticket.Last = (gate, scan.Id, expected, Clock.GetUtcNow());
        return view;
    }

    private async Task UndoAsync(Model ticket)
    {
        if (ticket.Last is not { } last)
            return;
        var answer = await UndoAsync(last.Gate, last.Scan);
        if (Clock.GetUtcNow() - last.At > TimeSpan.FromMinutes(1))
        {
            Assert.Equal("too-late-to-undo", answer.Failure?.Code);
            return;
        }

        ticket.Inside -= last.People;
        ticket.Last = null;
        Assert.Equal(ticket.Left, answer.Value.View.Remaining);
        Assert.False((await UndoAsync(last.Gate, last.Scan)).Value.First);
    }

    /// <summary>Only a ticket that is on record can be refunded or replaced.</summary>
    private async Task ReplaceAsync(Model ticket, Random random)
    {
        if (ticket.Inside == 0 || random.Next(4) > 0)
            return;
        await ChangeAsync(ticket.Id, row => row.Stand(random.Next(2) == 0 ? TicketStanding.Revoked : TicketStanding.Cancelled, Clock.GetUtcNow().UtcDateTime));
        ticket.Good = false;
    }

    private sealed class Model(string code, int people)
    {
        public string Code { get; } = code;

        public Guid Id { get; } = Pos.Shared.Tickets.TicketCode.Read(code)!.Payload.Ticket;

        public int People { get; } = people;

        public int Inside { get; set; }

        public int Scans { get; set; }

        public bool Good { get; set; } = true;

        public (string Gate, Guid Scan, int People, DateTimeOffset At)? Last { get; set; }

        public int Left => Good ? Math.Max(0, People - Inside) : 0;
    }
}

public sealed class GateDayOnSqlite(SqliteFixture database) : GateDayContract(database), IClassFixture<SqliteFixture>;

public sealed class GateDayOnPostgreSql(PostgreSqlFixture database) : GateDayContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class GateDayOnSqlServer(SqlServerFixture database) : GateDayContract(database), IClassFixture<SqlServerFixture>;
