using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Admissions;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Reviews;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;

namespace Tourism.Pos.Access.Devices;

/// <summary>Ends the trust in a device, asks it to forget what it knows, and notes that its sales were handed over. Doing it again changes nothing.</summary>
internal sealed class EndDevice(Writer<PosDbContext> writer, DeviceBoard board, SeriesStore series, TicketKeys keys, TimeProvider clock)
{
    /// <summary>Lost or stolen: its credential and every key it signed tickets with are good for nothing from now on.</summary>
    public async Task<Result<DeviceView>> RevokeAsync(Guid id, Actor by, CancellationToken ct)
    {
        var revoked = await ChangeAsync(id, async (db, device, now) =>
        {
            var before = device.RevokedAt;
            device.Revoke(now);
            await db.RevokeKeysOfAsync(id, by, now, ct);
            if (before is null)
                db.Audit(Deed.DeviceRevoked, by, device.Name, now, after: device.View());
        }, ct);
        if (revoked is { Ok: true, Value.Till: { } till })
            series.Forget(till);
        keys.Forget();
        return revoked;
    }

    public Task<Result<DeviceView>> AskToForgetAsync(Guid id, Actor by, CancellationToken ct) => ChangeAsync(id, (db, device, now) =>
    {
        if (device.ForgetAt is null)
            db.Audit(Deed.DeviceForgetAsked, by, device.Name, now);
        device.AskToForget(now);
        return Task.CompletedTask;
    }, ct);

    /// <summary>
    /// How much an administrator has sent of what waited on the device. A note and no more: each sale, and a gate's scans, are raised with what they write.
    /// </summary>
    public async Task<Result<DeviceView>> HandOverAsync(Guid id, DeviceHandOver sent, Actor by, CancellationToken ct)
    {
        if (sent.Sales < 0 || sent.Left < 0 || sent.Scans < 0)
            return new WrongCount(sent.Sales < 0 ? "sales" : sent.Left < 0 ? "left" : "scans");
        return await ChangeAsync(id, async (db, device, now) =>
        {
            device.HandOver(now, sent.Left);
            db.Audit(Deed.DeviceHandedOver, by, device.Name, now, after: sent);
            if (sent.Unproven)
                await db.RaiseAsync(Review.Of(Unproven(device), (sent.File ?? id).ToString(), device.Site, sale: null, device.Till, now), ct);
        }, ct);
    }

    private static Doubt Unproven(Device device) => new(
        ReviewKind.RevokedDevice,
        $"失効した端末「{device.Name}」のファイルを読み込みました。ファイルを保存した端末の鍵が登録されていないため、内容を確かめられません。心当たりのない会計や入場がないか確かめてください。",
        $"A file of the revoked device '{device.Name}' was read in. No key of that device is known, so nobody can tell who wrote the file. See whether there are sales or entries nobody knows of.");

    private async Task<Result<DeviceView>> ChangeAsync(Guid id, Func<PosDbContext, Device, DateTime, Task> change, CancellationToken ct)
    {
        var changed = await writer.RunAsync<DeviceView>(async db =>
        {
            if ((await db.Locked<Device>([id]).ToListAsync(ct)).SingleOrDefault() is not { } device)
                return new UnknownDevice(id);
            await change(db, device, clock.UtcMicros());
            return device.View();
        }, ct);
        board.Forget(id);
        return changed;
    }
}

internal static class DeviceKeys
{
    /// <summary>Ends the trust in every key that the device signed tickets with.</summary>
    public static async Task RevokeKeysOfAsync(this PosDbContext db, Guid device, Actor by, DateTime now, CancellationToken ct)
    {
        var ids = await db.Set<TillEpoch>().Where(row => row.Device == device && row.Key != null).Select(row => row.Key!.Value).Distinct().ToListAsync(ct);
        var keys = db.Set<TicketKey>().Where(row => ids.Contains(row.KeyId));
        await keys.HoldAsync(ct);
        foreach (var key in await keys.ToListAsync(ct))
            await db.RevokeAsync(key, by, now, ct);
    }
}
