using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Admissions;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;
using Tourism.Pos.Reviews;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Closures;

/// <summary>Does for each ticket what two people decided, each in its own transaction: a host that dies goes on where it was.</summary>
internal sealed partial class CarryOutRemedies(
    Writer<PosDbContext> writer, IDbContextFactory<PosDbContext> contexts, RefundOutside refund, TimeProvider clock, ILogger<CarryOutRemedies> log) : IRound
{
    private const int Batch = 100;

    public async Task<int> RunAsync(CancellationToken ct)
    {
        var waiting = await WaitingAsync(ct);
        foreach (var ticket in waiting)
            await TryAsync(ticket, ct);
        return waiting.Count;
    }

    private async Task<List<long>> WaitingAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<RemedyTicket>().Where(row => row.State == RemedyState.Waiting).OrderBy(row => row.Seq).Select(row => row.Seq).Take(Batch).ToListAsync(ct);
    }

    /// <summary>One ticket that cannot be remedied must not hold up the others: it is set aside for a person.</summary>
    private async Task TryAsync(long seq, CancellationToken ct)
    {
        try
        {
            await writer.RunAsync(db => CarryOutAsync(db, seq, ct), ct);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            Stuck(log, seq, error);
            await writer.RunAsync(db => FailAsync(db, seq, ct), ct);
        }
    }

    private async Task<Result<bool>> CarryOutAsync(PosDbContext db, long seq, CancellationToken ct)
    {
        var row = await db.Set<RemedyTicket>().SingleAsync(one => one.Seq == seq, ct);
        if (row.State != RemedyState.Waiting)
            return false;
        var closure = await db.Set<Closure>().SingleAsync(one => one.Id == row.Closure, ct);
        var ticket = await CurrentAsync(db, row.Ticket, ct);
        row.End(closure.Remedy == RemedyKind.Extend ? Extend(ticket, closure) : await refund.RunAsync(db, closure, ticket, row.Refund, ct), clock.UtcMicros());
        return true;
    }

    /// <summary>The ticket, or the one that replaced it.</summary>
    private static async Task<Ticket> CurrentAsync(PosDbContext db, Guid id, CancellationToken ct)
    {
        var ticket = await db.Set<Ticket>().SingleAsync(one => one.Id == id, ct);
        return ticket is { Standing: TicketStanding.Revoked, Sale: { } sale }
            ? await db.Set<Ticket>().Where(one => one.Sale == sale && one.Standing == TicketStanding.Good).OrderByDescending(one => one.Seq).FirstOrDefaultAsync(ct) ?? ticket
            : ticket;
    }

    private RemedyState Extend(Ticket ticket, Closure closure)
    {
        if (ticket.Standing == TicketStanding.Good && ticket.LastDay < closure.LastDay)
            ticket.Move(ticket.FirstDay, closure.LastDay.Value, clock.UtcMicros());
        return RemedyState.Done;
    }

    private async Task<Result<bool>> FailAsync(PosDbContext db, long seq, CancellationToken ct)
    {
        var row = await db.Set<RemedyTicket>().SingleAsync(one => one.Seq == seq, ct);
        var closure = await db.Set<Closure>().AsNoTracking().SingleAsync(one => one.Id == row.Closure, ct);
        row.End(RemedyState.Failed, clock.UtcMicros());
        await db.RaiseAsync(Review.Of(NotRemedied(row), row.Ticket.ToString(), closure.Site, sale: null, till: null, clock.UtcMicros()), ct);
        return true;
    }

    private static Doubt NotRemedied(RemedyTicket row) => new(
        ReviewKind.RefundFailed,
        $"休止で使えなかった入場券 {row.Ticket} の返金・延長ができませんでした。窓口で対応してください。",
        $"Ticket {row.Ticket}, unused because of a closure, could not be refunded or extended. See to it at the counter.");

    [LoggerMessage(Level = LogLevel.Error, Message = "Ticket {Seq} of a closure's remedy could not be remedied")]
    private static partial void Stuck(ILogger log, long seq, Exception error);
}
