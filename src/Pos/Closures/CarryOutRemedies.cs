using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Admissions;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;
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
            await writer.RunAsync(db => EndAsync(db, seq, RemedyState.Failed, ct), ct);
        }
    }

    private async Task<Result<bool>> CarryOutAsync(PosDbContext db, long seq, CancellationToken ct)
    {
        var row = await db.Set<RemedyTicket>().SingleAsync(one => one.Seq == seq, ct);
        if (row.State != RemedyState.Waiting)
            return false;
        var closure = await db.Set<Closure>().SingleAsync(one => one.Id == row.Closure, ct);
        var ticket = await db.Set<Ticket>().SingleAsync(one => one.Id == row.Ticket, ct);
        row.End(closure.Remedy == RemedyKind.Extend ? Extend(ticket, closure) : await refund.RunAsync(db, closure, ticket, row.Refund, ct), clock.UtcMicros());
        return true;
    }

    private RemedyState Extend(Ticket ticket, Closure closure)
    {
        if (ticket.LastDay < closure.LastDay)
            ticket.Move(ticket.FirstDay, closure.LastDay.Value, clock.UtcMicros());
        return RemedyState.Done;
    }

    private async Task<Result<bool>> EndAsync(PosDbContext db, long seq, RemedyState state, CancellationToken ct)
    {
        (await db.Set<RemedyTicket>().SingleAsync(one => one.Seq == seq, ct)).End(state, clock.UtcMicros());
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Ticket {Seq} of a closure's remedy could not be remedied")]
    private static partial void Stuck(ILogger log, long seq, Exception error);
}
