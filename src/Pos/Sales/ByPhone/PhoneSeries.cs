using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Journals;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;

namespace Tourism.Pos.Sales.ByPhone;

/// <summary>The series of receipt numbers that the server itself keeps, one per site. It gives a number in the transaction that uses it.</summary>
internal sealed class PhoneSeries(
    Writer<PosDbContext> writer, IDbContextFactory<PosDbContext> contexts, IGroupWork<PosDbContext, ReadySale, Recorded?> sales, TimeProvider clock)
{
    /// <summary>
    /// Payments of one site that visitors have begun and not ended. Each is a page at the provider that is asked about; somebody who begins them for
    /// fun must not make the tills wait.
    /// </summary>
    public const int MostUnpaid = 200;

    /// <summary>Far more than can be unpaid: older ones ended long ago.</summary>
    private const int Recent = 2_000;

    /// <summary>The newest epoch of a phone till; opened when there is none.</summary>
    public async Task<int> EpochAsync(string till, CancellationToken ct)
    {
        await using (var read = await contexts.CreateDbContextAsync(ct))
        {
            if (await Newest(read, till).AsNoTracking().FirstOrDefaultAsync(ct) is { } open)
                return open.Epoch;
        }

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
        if (await UnpaidAsync(db, open, last.LastNumber, ct) >= MostUnpaid)
            return new TooManyUnpaid();
        return (await sales.WriteAsync(db, [ready with { Request = Numbered(ready, open, last) }], ct))[0];
    }, ct);

    private static Task<int> UnpaidAsync(PosDbContext db, TillEpoch epoch, int last, CancellationToken ct) => db.Set<Sale>()
        .Where(sale => sale.Till == epoch.Till && sale.Epoch == epoch.Epoch && sale.Number > last - Recent && sale.State == SaleState.AwaitingPayment).CountAsync(ct);

    private static SaleRequest Numbered(ReadySale ready, TillEpoch epoch, EpochView last)
    {
        var sale = ready.Request with { Epoch = epoch.Epoch, Number = last.LastNumber + 1 };
        var previous = last.LastHash ?? Journal.Start(epoch.Id);
        return sale with { Journal = new JournalLink(previous, Journal.Next(previous, ready.Id, sale)) };
    }

    private static IQueryable<TillEpoch> Newest(PosDbContext db, string till) =>
        db.Set<TillEpoch>().Where(row => row.Till == till).OrderByDescending(row => row.Epoch);
}

internal sealed record TooManyUnpaid() : Failure(
    "too-many-unpaid", FailureKind.Unavailable,
    "支払いの終わっていない会計が多すぎます。しばらく待ってからやり直してください。", "Too many payments have been begun and not ended. Wait a little and try again.");
