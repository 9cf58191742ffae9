using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Devices;

/// <summary>
/// What waited on a revoked device comes in by an administrator. It is noted in the transaction that writes it down: what the device or the office
/// says of the whole afterwards may never arrive.
/// </summary>
internal static class HandedOver
{
    /// <summary>
    /// The revoked device that the fact was made on, held until the transaction ends; <c>null</c> for any other. The site is looked at and not the
    /// place: staff of a gate may have signed in on the counter's tablet.
    /// </summary>
    public static async Task<Device?> HandedOverFromAsync(this PosDbContext db, Actor by, string site, CancellationToken ct) =>
        by is { HandsOver: not null, Device: { } id }
        && (await db.Locked<Device>([id]).ToListAsync(ct)).SingleOrDefault() is { RevokedAt: not null } device
        && device.Site == site
            ? device
            : null;

    /// <summary>The trail is told once a day and not for each of some hundred facts.</summary>
    public static void NoteHandOver(this PosDbContext db, Device device, Actor by, DateTime now)
    {
        if (device.HandOver(now))
            db.Audit(Deed.DeviceHandedOver, new Actor(by.HandsOver), device.Name, now);
    }
}
