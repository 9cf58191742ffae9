using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Closures;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>Checks a ticket at a gate and lets people in. Every answer is kept under the scan's id and given again on a repeat.</summary>
internal sealed class ScanTicket(
    GroupWriter<PosDbContext, ReadScan, Written<ScanView>> scans, CatalogueStore catalogue, ClosureBoard closures, TicketReader reader, TimeProvider clock)
{
    public async Task<Result<Written<ScanView>>> HandleAsync(string gate, ScanRequest request, Actor by, CancellationToken ct)
    {
        if (ScanChecks.Shape(request) is { } wrong)
            return wrong;
        var snapshot = await catalogue.GetAsync(ct);
        if (snapshot.SiteOf(PlaceKind.Gate, gate) is not { } site)
            return new UnknownGate(gate);
        // Who hands a scan over says on which device it was made; it is the same scan.
        var attempt = new ScanAttempt(gate, site.Code, request, RequestHash.Of(new { gate, request = request with { Device = null } }), by);
        var reading = await reader.ReadAsync(snapshot, request.Code, ct);
        if (reading.Refusal is null && request.Direction == ScanDirection.In && await closures.FindAsync(site.Code, BusinessDate.Of(clock.UtcMicros()), ct) is not null)
            reading = reading with { Refusal = ScanOutcome.Blocked };
        return await scans.RunAsync(new ReadScan(attempt, reading), ct);
    }
}

/// <summary>A scan whose code was read and verified: what the books say of its ticket is all that is left to see.</summary>
internal sealed record ReadScan(ScanAttempt Attempt, Reading Reading) : IGroupCommand
{
    public Guid Id => Attempt.Request.Id;
}
