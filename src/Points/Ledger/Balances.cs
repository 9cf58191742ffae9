using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Points.Persistence;

namespace Tourism.Points.Ledger;

/// <summary>What a member has. Spendable is decided by the date in Japan and never by whether a sweep has run.</summary>
internal static class Balances
{
    /// <summary>
    /// Takes the member's row lock on every database: whoever comes second waits here and then reads what the first one left.
    /// A plain read first and a versioned update later would make waiting writers fail and start over.
    /// </summary>
    public static async Task<Wallet> LockWalletAsync(this PointsDbContext db, Guid member, CancellationToken ct)
    {
        await db.Wallets.Where(row => row.Member == member).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), ct);
        return await db.Wallets.SingleAsync(row => row.Member == member, ct);
    }

    /// <summary>Lots with points free on <paramref name="day"/>, soonest to expire first, then oldest first.</summary>
    public static IQueryable<PointLot> SpendableLots(this PointsDbContext db, Guid member, DateOnly day) =>
        db.SpendableLots(day).Where(lot => lot.Member == member).OrderBy(lot => lot.ExpiresOn).ThenBy(lot => lot.Seq);

    /// <summary>Lots of everyone with points free on <paramref name="day"/>.</summary>
    public static IQueryable<PointLot> SpendableLots(this PointsDbContext db, DateOnly day) =>
        db.Lots.Where(lot => lot.ValidFrom <= day && lot.ExpiresOn >= day && lot.Remaining > lot.Held);

    /// <summary>What the member can spend on <paramref name="day"/>.</summary>
    public static async Task<PointAmount> AvailableAsync(this PointsDbContext db, Guid member, DateOnly day, CancellationToken ct) =>
        (await db.SpendableLots(member, day).AsNoTracking().ToListAsync(ct)).Available();

    /// <summary>Checked sum of what is free in <paramref name="lots"/>.</summary>
    public static PointAmount Available(this IEnumerable<PointLot> lots) => lots.Aggregate(PointAmount.Zero, (sum, lot) => sum + lot.Free);
}
