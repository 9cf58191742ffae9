using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Jobs;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales;

/// <summary>Cancels sales whose payment was never even begun, because the till died in between: their points go back to the member.</summary>
internal sealed class CancelAbandoned(Writer<PosDbContext> writer, IDbContextFactory<PosDbContext> contexts, TimeProvider clock) : IJob
{
    private const int Batch = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public string Name => "pos-abandoned-sales";

    public string Cron => "* * * * *";

    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var sale in await FindAsync(ct))
            await writer.RunAsync<bool>(db => CancelAsync(db, sale, ct), ct);
    }

    private async Task<List<Guid>> FindAsync(CancellationToken ct)
    {
        var before = clock.UtcMicros() - Patience;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Abandoned(db).Where(sale => sale.RecordedAt < before)
            .OrderBy(sale => sale.Seq).Take(Batch).Select(sale => sale.Id).ToListAsync(ct);
    }

    /// <summary>Beginning a payment changes the sale's version, so whichever of the two commits second runs again and sees the other.</summary>
    private async Task<Result<bool>> CancelAsync(PosDbContext db, Guid sale, CancellationToken ct)
    {
        if (!await Abandoned(db).AnyAsync(row => row.Id == sale, ct))
            return false;
        await SaleSettlement.OnTenderDeadAsync(db, sale, clock.UtcMicros(), ct);
        return true;
    }

    private static IQueryable<Sale> Abandoned(PosDbContext db) => db.Set<Sale>()
        .Where(sale => sale.State == SaleState.AwaitingPayment && !db.Set<Payment>().Any(payment => payment.Sale == sale.Id));
}
