using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Access.Devices;
using Tourism.Pos.Persistence;
using Tourism.Pos.Tills;

namespace Tourism.Pos.Admissions;

/// <summary>Keys are held while something is decided about them: two who change one at the same moment take turns.</summary>
internal static class HeldKeys
{
    /// <summary>Holds these keys until the transaction ends. What is read of them, or of others like them, after this is as the last one left it.</summary>
    public static Task HoldAsync(this IQueryable<TicketKey> keys, CancellationToken ct) =>
        keys.ExecuteUpdateAsync(set => set.SetProperty(key => key.ListedAt, key => key.ListedAt), ct);

    /// <summary>The key, held; <c>null</c> for none.</summary>
    public static async Task<TicketKey?> HeldKeyAsync(this PosDbContext db, long id, CancellationToken ct)
    {
        var key = db.Set<TicketKey>().Where(row => row.KeyId == id);
        await key.HoldAsync(ct);
        return await key.SingleOrDefaultAsync(ct);
    }

    /// <summary>Holds the devices that sign with the key.</summary>
    public static async Task HoldDevicesOfAsync(this PosDbContext db, long key, CancellationToken ct)
    {
        var ids = await db.Set<TillEpoch>().Where(row => row.Key == key && row.Device != null).Select(row => row.Device!.Value).Distinct().ToListAsync(ct);
        if (ids.Count > 0)
            await db.Locked<Device>([.. ids.Order()]).AsNoTracking().ToListAsync(ct);
    }
}
