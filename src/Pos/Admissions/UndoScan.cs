using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>Takes a scan back that let the wrong people in or out, within a minute. The scan stays as it was.</summary>
internal sealed class UndoScan(Writer<PosDbContext> writer, CatalogueStore catalogue, TimeProvider clock)
{
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(1);

    public async Task<Result<Written<ScanView>>> HandleAsync(string gate, Guid id, Actor by, CancellationToken ct) =>
        (await catalogue.GetAsync(ct)).SiteOf(PlaceKind.Gate, gate) is { } site
            ? await writer.RunAsync(db => UndoAsync(db, gate, site, id, by, ct), ct)
            : new UnknownGate(gate);

    private async Task<Result<Written<ScanView>>> UndoAsync(PosDbContext db, string gate, Site at, Guid id, Actor by, CancellationToken ct)
    {
        var site = at.Code;
        if (await db.Set<Scan>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Gate == gate, ct) is not { } scan)
            return new UnknownScan(id);
        var ticket = await TicketAsync(db, scan, site, ct);
        var now = clock.UtcMicros();
        if (await db.Set<ScanUndo>().AnyAsync(row => row.Scan == id, ct))
            return new Written<ScanView>(View(scan, ticket, site, now), First: false);
        if (Wrong(scan, now) is { } wrong)
            return wrong;
        if (await TakeOverAsync(db, scan, site, by, now, ct) is { } refused)
            return refused;
        if (ticket is not null && (await WentOnAsync(db, scan, at, ct) || !ticket.TakeBack(scan, site, now)))
            return new MovedOn();
        db.Add(new ScanUndo { Scan = id, By = by.Person!, RecordedAt = now });
        return new Written<ScanView>(View(scan, ticket, site, now), First: true);
    }

    private static async Task<Failure?> TakeOverAsync(PosDbContext db, Scan scan, string site, Actor by, DateTime now, CancellationToken ct) =>
        by.HandsOver is not null && scan.Device != by.Device ? new NoLostGate(scan.Gate) : await db.TakeOverAsync(by, site, scan.Id, now, ct);

    private static Failure? Wrong(Scan scan, DateTime now) =>
        scan.Moved == 0 ? new NobodyToTakeBack() : now - scan.RecordedAt > Within ? new TooLateToUndo() : null;

    /// <summary>Whoever moved the other way at this site since may be among these people: what never was could not be told from what was.</summary>
    private static Task<bool> WentOnAsync(PosDbContext db, Scan scan, Site site, CancellationToken ct)
    {
        List<string> gates = [.. site.Places.Where(place => place.Kind == PlaceKind.Gate).Select(place => place.Code)];
        return db.Set<Scan>()
            .Where(later => later.Ticket == scan.Ticket && later.Seq > scan.Seq && later.Leaving != scan.Leaving && later.Admitted + later.WentOut > 0)
            .Where(later => gates.Contains(later.Gate))
            .AnyAsync(later => !db.Set<ScanUndo>().Any(undo => undo.Scan == later.Id), ct);
    }

    private static async Task<Ticket?> TicketAsync(PosDbContext db, Scan scan, string site, CancellationToken ct)
    {
        var ticket = scan.Ticket is { } id ? await db.Locked<Ticket>([id]).SingleOrDefaultAsync(ct) : null;
        if (ticket?.MayBeUsedElsewhere(site) ?? false)
            await db.Entry(ticket).Collection(row => row.Elsewhere).LoadAsync(ct);
        return ticket;
    }

    private static ScanView View(Scan scan, Ticket? ticket, string site, DateTime now) => scan.View() with
    {
        Undone = true,
        Remaining = ticket?.MayEnter(site, BusinessDate.Of(now)) ?? 0,
        ValidFrom = ticket?.FirstDay,
        ValidTo = ticket?.LastDay,
        Use = ticket?.UseAt(site).People,
    };
}

internal sealed record UnknownScan(Guid Id) : Failure(
    "unknown-scan", FailureKind.NotFound, $"この改札に読み取り {Id} はありません。", $"This gate has no scan {Id}. Undo it at the gate that scanned.");

internal sealed record NobodyToTakeBack() : Failure(
    "nobody-to-take-back", FailureKind.Refused, "この読み取りでは誰も出入りしていません。取り消しは要りません。", "This scan let nobody in or out. There is nothing to undo.");

internal sealed record TooLateToUndo() : Failure(
    "too-late-to-undo", FailureKind.Refused, "取り消せるのは読み取りから1分以内です。窓口に知らせてください。", "A scan can be undone within a minute. Tell the counter instead.");

internal sealed record MovedOn() : Failure(
    "people-moved-on", FailureKind.Refused, "この読み取りの人は、そのあと出たか、また入りました。取り消さず、もう一度読み取ってください。",
    "Some of these people have gone out or come in since. Scan the ticket again instead of undoing.");
