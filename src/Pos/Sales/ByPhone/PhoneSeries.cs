using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Journals;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;

namespace Tourism.Pos.Sales.ByPhone;

/// <summary>The series of receipt numbers that the server itself keeps, one per site. It gives a number in the transaction that uses it.</summary>
internal sealed class PhoneSeries(Writer<PosDbContext> writer, IGroupWork<PosDbContext, ReadySale, Recorded?> sales, TimeProvider clock)
{
    /// <summary>The newest epoch of a phone till; opened when there is none.</summary>
    public async Task<int> EpochAsync(string till, CancellationToken ct)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        return (await writer.RunAsync<int>(async db =>
        {
            if (await Newest(db, till).AsNoTracking().FirstOrDefaultAsync(ct) is { } open)
                return open.Epoch;
            return db.Add(new TillEpoch { Id = id, Till = till, Epoch = 1, OpenedAt = clock.UtcMicros() }).Entity.Epoch;
        }, ct)).Value;
    }

    /// <summary>Writes a checked sale under the next number; <c>null</c> when another call wrote it first.</summary>
    public Task<Result<Recorded?>> WriteAsync(ReadySale ready, CancellationToken ct) => writer.RunAsync(async db =>
    {
        var epoch = await Newest(db, ready.Request.Till).AsNoTracking().Select(row => row.Id).FirstAsync(ct);
        // Held against the other hosts until the number is used: one after the other, and without a gap.
        var open = await db.Locked<TillEpoch>([epoch]).AsNoTracking().SingleAsync(ct);
        var last = await OpenEpoch.ViewAsync(db, open, ct);
        return (await sales.WriteAsync(db, [ready with { Request = Numbered(ready, open, last) }], ct))[0];
    }, ct);

    private static SaleRequest Numbered(ReadySale ready, TillEpoch epoch, EpochView last)
    {
        var sale = ready.Request with { Epoch = epoch.Epoch, Number = last.LastNumber + 1 };
        var previous = last.LastHash ?? Journal.Start(epoch.Id);
        return sale with { Journal = new JournalLink(previous, Journal.Next(previous, ready.Id, sale)) };
    }

    private static IQueryable<TillEpoch> Newest(PosDbContext db, string till) =>
        db.Set<TillEpoch>().Where(row => row.Till == till).OrderByDescending(row => row.Epoch);
}
