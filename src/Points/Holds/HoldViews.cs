using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Points.Ledger;
using Tourism.Points.Persistence;

namespace Tourism.Points.Holds;

internal static class HoldViews
{
    /// <summary>What the shop may know: nothing of the member but what is left.</summary>
    public static HoldView View(this Hold hold, PointAmount availableAfter) =>
        new(hold.Id, hold.Shop, hold.Points, hold.Owner, hold.State, availableAfter);

    /// <summary>The hold as it stands now; <c>null</c> when there is none under this id.</summary>
    public static async Task<HoldView?> HoldViewAsync(this PointsDbContext db, Guid id, DateTime now, CancellationToken ct) =>
        await db.Holds.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is { } hold
            ? hold.View(await db.AvailableAsync(hold.Member, BusinessDate.Of(now), ct))
            : null;
}
