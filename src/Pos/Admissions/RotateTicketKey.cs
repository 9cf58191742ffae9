using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Access.Devices;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;

namespace Tourism.Pos.Admissions;

/// <summary>
/// Lets another key sign from now on; what the one before has signed stays good. The server makes its own; a till's device is asked to, because the
/// private half never leaves it.
/// </summary>
internal sealed class RotateTicketKey(Writer<PosDbContext> writer, TicketKeys keys, TicketSigner signer, TimeProvider clock)
{
    /// <param name="id">Name of the rotation; the same one again changes nothing.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="ct">Given up.</param>
    public async Task<Result<Written<KeyView>>> HandleAsync(Guid id, Actor by, CancellationToken ct)
    {
        var rotated = await writer.RunAsync<Written<KeyView>>(async db =>
        {
            var now = clock.UtcMicros();
            if (await db.Set<TicketKey>().AsNoTracking().SingleOrDefaultAsync(row => row.Rotation == id, ct) is { } done)
                return new Written<KeyView>(done.View(), First: false);
            var servers = db.Set<TicketKey>().Where(row => row.Till == null && row.Site == null);
            await servers.HoldAsync(ct);
            var made = db.Add(signer.Make(id, now)).Entity;
            foreach (var former in await servers.Where(row => row.SignsUntil == null).ToListAsync(ct))
                former.Retire(now, await db.LastSignedAsync(former.KeyId, ct));
            db.Audit(Deed.KeyRotated, by, made.Subject, now, after: made.View());
            return new Written<KeyView>(made.View(), First: true);
        }, ct);
        keys.Forget();
        await keys.RunAsync(ct);
        return rotated;
    }

    /// <summary>The device makes another one when its till is opened next.</summary>
    public Task<Result<KeyView>> AskAsync(long id, Actor by, CancellationToken ct) => writer.RunAsync<KeyView>(async db =>
    {
        if (await db.HeldKeyAsync(id, ct) is not { } key)
            return new UnknownKey(id);
        if (key.State != TicketKeyState.Signing || !await db.IsHeldByADeviceAsync(id, ct))
            return new NothingToRenew();
        if (key.RenewAskedAt is null)
        {
            key.AskToRenew(clock.UtcMicros());
            db.Audit(Deed.KeyRenewalAsked, by, key.Subject, clock.UtcMicros());
        }

        return key.View();
    }, ct);
}

internal static class KeyHolders
{
    /// <summary>A device that is still trusted signs with it.</summary>
    public static Task<bool> IsHeldByADeviceAsync(this PosDbContext db, long key, CancellationToken ct) =>
        db.Set<TillEpoch>().AnyAsync(epoch => epoch.Key == key && db.Set<Device>().Any(device => device.Id == epoch.Device && device.RevokedAt == null), ct);

    /// <summary>The device was revoked, and its key with it.</summary>
    public static Task<bool> IsOfRevokedDeviceAsync(this PosDbContext db, long key, CancellationToken ct) =>
        db.Set<TillEpoch>().AnyAsync(epoch => epoch.Key == key && db.Set<Device>().Any(device => device.Id == epoch.Device && device.RevokedAt != null), ct);

    /// <summary>Its device has made another one: this one signs no more.</summary>
    public static async Task RetireFormerAsync(this PosDbContext db, Guid device, long key, DateTime now, CancellationToken ct)
    {
        var former = await db.Set<TillEpoch>().Where(epoch => epoch.Device == device && epoch.Key != null && epoch.Key != key).Select(epoch => epoch.Key!.Value).ToListAsync(ct);
        foreach (var one in await db.Set<TicketKey>().Where(row => former.Contains(row.KeyId) && row.SignsUntil == null).ToListAsync(ct))
            one.Retire(now);
    }
}

internal sealed record NothingToRenew() : Failure(
    "nothing-to-renew", FailureKind.Refused,
    "この鍵で署名している端末がありません。使用中の端末の、いま署名に使っている鍵を選んでください。", "No device signs with this key. Choose a key that a device in use signs with now.");
