using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>Checks a ticket at a gate and lets people in. Every answer is kept under the scan's id and given again on a repeat.</summary>
internal sealed class ScanTicket(Writer<PosDbContext> writer, CatalogueStore catalogue, TimeProvider clock)
{
    private const int MaxCode = 2_000;

    public async Task<Result<Written<ScanView>>> HandleAsync(string gate, ScanRequest request, string by, CancellationToken ct)
    {
        var snapshot = await catalogue.GetAsync(ct);
        if (snapshot.SiteOf(PlaceKind.Gate, gate) is not { } site)
            return new UnknownGate(gate);
        if (request.Id == Guid.Empty)
            return new WrongScan("id", "IDを作って入れてください", "make an id");
        if (string.IsNullOrWhiteSpace(request.Code) || request.Code.Length > MaxCode)
            return new WrongScan("code", $"読み取った文字を1～{MaxCode}字で入れてください", $"give what was read, 1 to {MaxCode} characters");
        if (request.People is < 1)
            return new WrongScan("people", "1 人以上にしてください", "let in at least 1 person");
        if (!SaleChecks.IsPossible(request.OccurredAt))
            return new WrongScan("occurredAt", "改札機の時刻を時差付きで入れてください", "give the gate's time with its offset");
        var hash = RequestHash.Of(new { gate, request });
        return await writer.RunAsync(db => ScanAsync(db, new Attempt(gate, site, request, hash, by), ct), ct);
    }

    private async Task<Result<Written<ScanView>>> ScanAsync(PosDbContext db, Attempt attempt, CancellationToken ct)
    {
        if (await db.Set<Scan>().SingleOrDefaultAsync(row => row.Id == attempt.Request.Id, ct) is { } earlier)
            return earlier.RequestHash == attempt.Hash ? new Written<ScanView>(earlier.View(), First: false) : RequestHash.Reused(earlier.Id);
        var code = TicketCode.Read(attempt.Request.Code);
        var ticket = code is null ? null : await db.Set<Ticket>().SingleOrDefaultAsync(row => row.Id == code.Payload.Ticket, ct);
        var now = clock.UtcMicros();
        var outcome = await CheckAsync(db, attempt, code, ticket, BusinessDate.Of(now), ct);
        var scan = Scan(attempt, ticket, outcome, now);
        db.Add(scan);
        return new Written<ScanView>(scan.View(), First: true);
    }

    /// <summary>In the order that gives the most useful reason: forged before expired before elsewhere before used.</summary>
    private static async Task<ScanOutcome> CheckAsync(
        PosDbContext db, Attempt attempt, TicketCode? code, Ticket? ticket, DateOnly today, CancellationToken ct)
    {
        if (code is null)
            return ScanOutcome.Invalid;
        if (await db.Set<TicketKey>().SingleOrDefaultAsync(key => key.KeyId == code.Payload.Key, ct) is not { } key)
            return ScanOutcome.UnknownKey;
        if (!TicketSigner.Verify(code, key.PublicKey) || ticket is null)
            return ScanOutcome.Invalid;
        if (today < ticket.FirstDay)
            return ScanOutcome.TooEarly;
        if (today > ticket.LastDay)
            return ScanOutcome.TooLate;
        if (ticket.Site != attempt.Site.Code)
            return ScanOutcome.WrongSite;
        if (ticket.Remaining == 0)
            return ScanOutcome.AlreadyUsed;
        return attempt.Request.People > ticket.Remaining ? ScanOutcome.ExceedsParty : ScanOutcome.Admitted;
    }

    private static Scan Scan(Attempt attempt, Ticket? ticket, ScanOutcome outcome, DateTime now)
    {
        var (usedAt, usedGate) = (ticket?.LastUsedAt, ticket?.LastUsedGate);
        var people = outcome == ScanOutcome.Admitted ? attempt.Request.People ?? ticket!.Remaining : 0;
        if (people > 0)
            ticket!.Admit(people, attempt.Gate, now);
        return new Scan
        {
            Id = attempt.Request.Id,
            RequestHash = attempt.Hash,
            Gate = attempt.Gate,
            Ticket = ticket?.Id,
            Outcome = outcome,
            Admitted = people,
            Remaining = ticket?.Remaining ?? 0,
            LastUsedAt = usedAt,
            LastUsedGate = usedGate,
            By = attempt.By,
            OccurredAt = attempt.Request.OccurredAt,
            RecordedAt = now,
        };
    }

    private sealed record Attempt(string Gate, Site Site, ScanRequest Request, string Hash, string By);
}

internal sealed record UnknownGate(string Gate) : Failure(
    "unknown-gate", FailureKind.NotFound, $"改札「{Gate}」は登録されていません。", $"There is no gate '{Gate}'. Use a gate code of the catalogue.");

internal sealed record WrongScan(string At, string JaHint, string EnHint) : Failure(
    "wrong-scan", FailureKind.Invalid, $"読み取りの内容が正しくありません。{JaHint}。", $"The scan is not right: {EnHint}.", At);
