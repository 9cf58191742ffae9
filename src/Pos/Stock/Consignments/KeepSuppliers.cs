using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Stock.Consignments;

/// <summary>The suppliers of a site, with their terms.</summary>
internal sealed class KeepSuppliers(Writer<PosDbContext> writer, IDbContextFactory<PosDbContext> contexts, TimeProvider clock)
{
    public async Task<IReadOnlyList<SupplierView>> ListAsync(string site, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.KeepsStockAsync(site, ct))
            return [];
        var terms = (await db.Set<Consignment>().AsNoTracking().Where(row => row.Site == site).ToListAsync(ct)).ToLookup(row => row.Supplier);
        var suppliers = await db.Set<Supplier>().AsNoTracking().Where(row => row.Site == site).OrderBy(row => row.Seq).ToListAsync(ct);
        return suppliers.ConvertAll(supplier => supplier.View(terms[supplier.Code]));
    }

    /// <summary>The second of two people who change somebody at once is told; sending the same again changes nothing.</summary>
    public async Task<Result<SupplierView>> KeepAsync(string site, string code, SupplierRequest request, Actor by, CancellationToken ct)
    {
        if (SupplierChecks.Check(code, request) is { } wrong)
            return wrong;
        var kept = await writer.RunAsync<bool>(async db =>
        {
            if (!await db.KeepsStockAsync(site, ct))
                return new StockOff(site);
            var known = await db.Set<Supplier>().SingleOrDefaultAsync(row => row.Site == site && row.Code == code, ct);
            if (known?.Says(request) ?? false)
                return false;
            if (known?.Version != request.Version)
                return new SupplierChanged((known?.Name ?? request.Name).Ja);
            db.Audit(Deed.SupplierKept, by, $"{site}/{code}", clock.UtcMicros(), known?.View([]), request);
            if (known is null)
                db.Add(new Supplier { Site = site, Code = code, Name = request.Name, RegistrationNumber = request.RegistrationNumber, PayoutNote = request.PayoutNote });
            else
                known.Take(request);
            return true;
        }, ct);
        return kept.Ok ? (await ListAsync(site, ct)).Single(supplier => supplier.Code == code) : kept.Failure;
    }
}
