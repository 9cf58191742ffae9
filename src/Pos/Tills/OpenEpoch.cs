using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tills;

/// <summary>Gives a device its own series of receipt numbers.</summary>
internal sealed class OpenEpoch(Writer<PosDbContext> writer, CatalogueStore catalogue, TimeProvider clock)
{
    public async Task<Result<Written<EpochView>>> HandleAsync(string till, Guid id, CancellationToken ct)
    {
        var snapshot = await catalogue.GetAsync(ct);
        if (snapshot.SiteOf(PlaceKind.Till, till) is null)
            return new UnknownTill(till);
        return await writer.RunAsync(db => OpenAsync(db, till, id, ct), ct);
    }

    private async Task<Result<Written<EpochView>>> OpenAsync(PosDbContext db, string till, Guid id, CancellationToken ct)
    {
        var epochs = db.Set<TillEpoch>();
        if (await epochs.SingleOrDefaultAsync(row => row.Id == id, ct) is { } known)
            return known.Till == till ? new Written<EpochView>(await ViewAsync(db, known, ct), First: false) : RequestHash.Reused(id);
        var last = await epochs.Where(row => row.Till == till).MaxAsync(row => (int?)row.Epoch, ct) ?? 0;
        var epoch = new TillEpoch { Id = id, Till = till, Epoch = last + 1, OpenedAt = clock.UtcMicros() };
        epochs.Add(epoch);
        return new Written<EpochView>(new EpochView(id, till, epoch.Epoch, LastNumber: 0), First: true);
    }

    private static async Task<EpochView> ViewAsync(PosDbContext db, TillEpoch epoch, CancellationToken ct)
    {
        var last = await db.Set<Sale>().Where(sale => sale.Till == epoch.Till && sale.Epoch == epoch.Epoch).MaxAsync(sale => (int?)sale.Number, ct);
        return new EpochView(epoch.Id, epoch.Till, epoch.Epoch, last ?? 0);
    }
}
