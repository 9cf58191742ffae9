using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Closures;
using Tourism.Pos.Persistence;
using Tourism.Pos.Reviews;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>Checks a ticket at a gate and lets people in. Every answer is kept under the scan's id and given again on a repeat.</summary>
internal sealed class ScanTicket(Writer<PosDbContext> writer, CatalogueStore catalogue, ClosureBoard closures, TicketReader reader, TimeProvider clock)
{
    public async Task<Result<Written<ScanView>>> HandleAsync(string gate, ScanRequest request, string by, CancellationToken ct)
    {
        if (ScanChecks.Shape(request) is { } wrong)
            return wrong;
        var snapshot = await catalogue.GetAsync(ct);
        if (snapshot.SiteOf(PlaceKind.Gate, gate) is not { } site)
            return new UnknownGate(gate);
        var attempt = new ScanAttempt(gate, site.Code, request, RequestHash.Of(new { gate, request }), by);
        var reading = await reader.ReadAsync(snapshot, request.Code, ct);
        if (reading.Refusal is null && await closures.FindAsync(site.Code, BusinessDate.Of(clock.UtcMicros()), ct) is not null)
            reading = reading with { Refusal = ScanOutcome.Blocked };
        return await writer.RunAsync(db => ScanAsync(db, attempt, reading, ct), ct);
    }

    private async Task<Result<Written<ScanView>>> ScanAsync(PosDbContext db, ScanAttempt attempt, Reading read, CancellationToken ct)
    {
        var (known, earlier) = await FindAsync(db, attempt, read.Ticket?.Id, ct);
        var reading = read.Beside(known);
        var ticket = reading.Ticket;
        if (earlier is not null)
            return earlier.RequestHash == attempt.Hash
                ? new Written<ScanView>(View(earlier, reading) with { Undone = await IsUndoneAsync(db, earlier, ct) }, First: false)
                : RequestHash.Reused(earlier.Id);
        var scan = attempt.Decide(ticket, reading.Refusal, clock.UtcMicros());
        Keep(db, attempt, scan, known is null && scan.Admitted > 0 ? ticket : null);
        if (scan.Conflict)
            await db.RaiseAsync(Review.Of(TooMany(scan), scan.Id.ToString(), attempt.Site, ticket?.Sale, till: null, scan.RecordedAt), ct);
        return new Written<ScanView>(View(scan, reading) with { Undone = attempt.IsUndone }, First: true);
    }

    /// <summary>One question for both, because every scan asks it. The ticket is held so that scans of one party queue instead of losing races.</summary>
    private static async Task<(Ticket?, Scan?)> FindAsync(PosDbContext db, ScanAttempt attempt, Guid? ticket, CancellationToken ct)
    {
        var scan = attempt.Request.Id;
        if (ticket is { } id && await (
            from row in db.Locked<Ticket>(id)
            from before in db.Set<Scan>().Where(one => one.Id == scan).DefaultIfEmpty()
            select new { Ticket = row, Before = before }).SingleOrDefaultAsync(ct) is { } found)
        {
            if (found.Ticket.MayBeUsedElsewhere(attempt.Site))
                await db.Entry(found.Ticket).Collection(row => row.Elsewhere).LoadAsync(ct);
            return (found.Ticket, found.Before);
        }

        return (null, await db.Set<Scan>().SingleOrDefaultAsync(row => row.Id == scan, ct));
    }

    private static void Keep(PosDbContext db, ScanAttempt attempt, Scan scan, Ticket? shownFirst)
    {
        if (shownFirst is not null)
            db.Add(shownFirst);
        db.Add(scan);
        if (attempt.IsUndone)
            db.Add(new ScanUndo { Scan = scan.Id, By = scan.By, RecordedAt = scan.RecordedAt });
    }

    private static Doubt TooMany(Scan scan) => new(
        ReviewKind.AdmittedTwice,
        $"改札「{scan.Gate}」が単独で入場させた {scan.Admitted} 人は、入場券の人数を超えています。",
        $"Gate '{scan.Gate}' was alone and let in {scan.Admitted} people, more than the ticket holds.");

    private static Task<bool> IsUndoneAsync(PosDbContext db, Scan scan, CancellationToken ct) =>
        db.Set<ScanUndo>().AnyAsync(undo => undo.Scan == scan.Id, ct);

    private static ScanView View(Scan scan, Reading reading) => scan.Ticket is null
        ? scan.View()
        : scan.View() with { Party = reading.Party, ValidFrom = reading.Ticket?.FirstDay, ValidTo = reading.Ticket?.LastDay };
}
