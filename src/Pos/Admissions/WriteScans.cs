using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Persistence;
using Tourism.Pos.Reviews;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>Decides scans and writes them inside one transaction, one after the other: the next scan of a ticket sees what the last one let in.</summary>
internal sealed class WriteScans(TimeProvider clock) : IGroupWork<PosDbContext, ReadScan, Written<ScanView>>
{
    public async Task<Result<Written<ScanView>>[]> WriteAsync(PosDbContext db, IReadOnlyList<ReadScan> scans, CancellationToken ct)
    {
        var books = await ScanBooks.LoadAsync(db, scans, ct);
        var answers = new List<Result<Written<ScanView>>>(scans.Count);
        foreach (var scan in scans)
            answers.Add(books.Earlier(scan) is { } earlier ? Again(books, scan, earlier) : await WriteAsync(db, books, scan, ct));
        return [.. answers];
    }

    private static Result<Written<ScanView>> Again(ScanBooks books, ReadScan read, Scan earlier) => earlier.RequestHash == read.Attempt.Hash
        ? new Written<ScanView>(View(earlier, read.Attempt.Site, books.Ticket(read), read.Reading) with { Undone = books.IsUndone(earlier) }, First: false)
        : RequestHash.Reused(earlier.Id);

    private async Task<Result<Written<ScanView>>> WriteAsync(PosDbContext db, ScanBooks books, ReadScan read, CancellationToken ct)
    {
        var (attempt, reading, now) = (read.Attempt, books.Beside(read), clock.UtcMicros());
        if (attempt.By.HandsOver is not null && attempt.Request.Happened is null)
            return new NotHappened();
        if (await db.TakeOverAsync(attempt.By, attempt.Site, read.Id, now, ct) is { } refused)
            return refused;
        var ticket = reading.Ticket is null ? null : books.Ticket(read);
        var scan = attempt.Decide(ticket, reading, now);
        db.Insert(scan);
        if (scan.Moved > 0 && ticket is not null && books.IsShownFirst(ticket))
            db.Insert(ticket);
        if (attempt.IsUndone)
            db.Insert(new ScanUndo { Scan = scan.Id, By = scan.By, RecordedAt = scan.RecordedAt });
        if (scan.Conflict)
            await db.RaiseAsync(Review.Of(TooMany(scan), scan.Id.ToString(), attempt.Site, ticket?.Sale, till: null, scan.RecordedAt), ct);
        return new Written<ScanView>(View(scan, attempt.Site, ticket, reading) with { Undone = attempt.IsUndone }, First: true);
    }

    private static Doubt TooMany(Scan scan) => new(
        ReviewKind.AdmittedTwice,
        $"改札「{scan.Gate}」が単独で入場させた {scan.Admitted} 人は、入場券の人数を超えています。",
        $"Gate '{scan.Gate}' was alone and let in {scan.Admitted} people, more than the ticket holds.");

    private static ScanView View(Scan scan, string site, Ticket? ticket, Reading reading) => scan.Ticket is null
        ? scan.View()
        : scan.View() with { Party = reading.Party, ValidFrom = ticket?.FirstDay, ValidTo = ticket?.LastDay, Use = ticket?.UseAt(site).People };
}
