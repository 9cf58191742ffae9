using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Stock.Consignments;

/// <summary>Settles with a supplier: every line that no settlement covers yet, up to a day.</summary>
internal sealed class SettleSupplier(Writer<PosDbContext> writer, TimeProvider clock)
{
    public async Task<Result<Written<SettlementView>>> HandleAsync(string site, string supplier, Guid id, SettlementRequest request, Actor by, CancellationToken ct)
    {
        if (SupplierChecks.Period(request.From, request.To, BusinessDate.Of(clock.UtcMicros())) is { } wrong)
            return wrong;
        var hash = RequestHash.Of(request);
        return await writer.RunAsync<Written<SettlementView>>(async db =>
        {
            // Held first: of two that send the same at once, the second waits here and then finds it.
            var kept = await db.HoldStockAsync(site, ct);
            if (await db.Set<Settlement>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is { } known)
                return (known.Site, known.Supplier, known.RequestHash) == (site, supplier, hash) ? new Written<SettlementView>(known.View, First: false) : RequestHash.Reused(id);
            return kept ? await SettleAsync(db, site, supplier, id, request, by, ct) : new StockOff(site);
        }, ct);
    }

    private async Task<Result<Written<SettlementView>>> SettleAsync(PosDbContext db, string site, string supplier, Guid id, SettlementRequest request, Actor by, CancellationToken ct)
    {
        if (!await db.Set<Supplier>().AnyAsync(row => row.Site == site && row.Code == supplier, ct))
            return new UnknownSupplier(supplier);
        var open = (await Dues.OfAsync(db, site, supplier, request.From, request.To, ct)).Open;
        if (Against(open, request) is { } refused)
            return refused;
        var settlement = New(site, supplier, id, request, open, by.Person!);
        db.Insert(settlement);
        db.Audit(Deed.SupplierSettled, by, $"{site}/{supplier}", settlement.SettledAt, after: settlement.View);
        return new Written<SettlementView>(settlement.View, First: true);
    }

    private static Failure? Against(IReadOnlyList<DueLine> open, SettlementRequest request)
    {
        if (open.Count == 0)
            return new NothingToSettle();
        var total = open.Select(line => line.Due).Sum();
        return total == request.Total ? null : new SettlementDiffers(request.Total, total);
    }

    private Settlement New(string site, string supplier, Guid id, SettlementRequest request, IReadOnlyList<DueLine> open, string by) => new()
    {
        Id = id, RequestHash = RequestHash.Of(request), Site = site, Supplier = supplier, From = request.From, To = request.To, Total = request.Total, LineCount = open.Count,
        SettledAt = clock.UtcMicros(), By = by, Lines = [.. open.Select(line => line.Settle())],
    };
}
