using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Access.Accounts;
using Tourism.Pos.Admissions;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;

namespace Tourism.Pos.Access.Devices;

/// <summary>What a device is told, and whether it had not been seen on this business date before.</summary>
internal sealed record Contact(OwnDeviceView View, bool FirstToday);

/// <summary>
/// A device says how it is and hears what it needs: who may stand at it, whether it is still trusted, what it should forget. A revoked one hears
/// that much and no more.
/// </summary>
internal sealed class ContactDevice(
    IDbContextFactory<PosDbContext> contexts, Writer<PosDbContext> writer, DeviceBoard board, SeriesStore series, TicketKeys keys, TimeProvider clock)
{
    private static readonly Contact None = new(new OwnDeviceView(OwnDeviceState.None), FirstToday: false);

    public async Task<Contact> HandleAsync(string? credential, DeviceReport report, CancellationToken ct)
    {
        if (credential is null)
            return None;
        var hash = DeviceSecret.HashOf(credential);
        if (!await IsKnownAsync(hash, ct))
            return None;
        var told = await writer.RunAsync<Contact>(async db =>
            await db.Set<Device>().SingleOrDefaultAsync(row => row.CredentialHash == hash, ct) is { } device ? await HearAsync(db, device, report, ct) : None, ct);
        if (report.Forgotten && told.Value.View is { Id: { } id } own)
        {
            board.Forget(id);
            keys.Forget();
            if (own.Till is { } till)
                series.Forget(till);
        }

        return told.Value;
    }

    /// <summary>What a device is told right after it has been enrolled.</summary>
    public async Task<Contact> HandleAsync(string credential, CancellationToken ct) => await HandleAsync(credential, new DeviceReport(), ct);

    /// <summary>Read before anything is written: a stranger's question must not stand in the way of sales.</summary>
    private async Task<bool> IsKnownAsync(string hash, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Device>().AnyAsync(row => row.CredentialHash == hash, ct);
    }

    private async Task<Contact> HearAsync(PosDbContext db, Device device, DeviceReport report, CancellationToken ct)
    {
        var now = clock.UtcMicros();
        var isFirst = device.Seen(report, now);
        if (report.PublicKey is { } shown && SpkiKey.Read(shown) is { } key)
            device.Show(key);
        if (report.Forgotten && device.ForgetAt is not null)
        {
            var actor = new Actor(device.EnrolledBy, device.Site, device.Till, device.Gate, device.Id);
            if (device.ForgottenAt is null)
                db.Audit(Deed.DeviceForgot, actor, device.Name, now);
            device.Forgot(now);
            if (device.RevokedAt is not null)
                await db.RevokeKeysOfAsync(device.Id, actor, now, ct);
        }

        return new Contact(await TellAsync(db, device, ct), isFirst);
    }

    private static async Task<OwnDeviceView> TellAsync(PosDbContext db, Device device, CancellationToken ct)
    {
        var active = device.State == DeviceState.Active;
        return new OwnDeviceView(active ? OwnDeviceState.Active : OwnDeviceState.Revoked)
        {
            Id = device.Id,
            Name = device.Name,
            Site = device.Site,
            Till = device.Till,
            Gate = device.Gate,
            Forget = device.ForgetAt is not null && device.ForgottenAt is null,
            People = active && device.ForgetAt is null ? await PeopleAsync(db, device, ct) : [],
        };
    }

    private static async Task<IReadOnlyList<DevicePersonView>> PeopleAsync(PosDbContext db, Device device, CancellationToken ct)
    {
        var (till, gate) = (device.Till, device.Gate);
        var accounts = await db.Set<Account>().AsNoTracking().Include(row => row.Posts)
            .Where(row => row.PinHash != null && row.AcceptedAt != null && row.DisabledAt == null)
            .Where(row => row.Posts.Any(post => (till != null && post.Till == till) || (gate != null && post.Gate == gate))).ToListAsync(ct);
        return [.. accounts.Where(account => account.PostsAt(till, gate).Count > 0).OrderBy(account => account.DisplayName, StringComparer.Ordinal)
            .Select(account => new DevicePersonView(account.UserName!, account.DisplayName, account.PinVersion))];
    }
}
