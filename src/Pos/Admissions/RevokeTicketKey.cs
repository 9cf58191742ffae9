using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;

namespace Tourism.Pos.Admissions;

/// <summary>Nothing a lost or stolen device signs is good any more but what it has sold. For ever: its next epoch brings a new key.</summary>
internal sealed class RevokeTicketKey(Writer<PosDbContext> writer, TicketKeys keys, SeriesStore series, TicketSigner signer, TimeProvider clock)
{
    /// <summary>How long a slip of the finger can be taken back.</summary>
    public static readonly TimeSpan TakenBackWithin = TimeSpan.FromMinutes(10);

    public Task<Result<KeyView>> HandleAsync(long id, Actor by, CancellationToken ct) => ChangeAsync(id, async (db, key) =>
    {
        if (key.KeyId == signer.KeyId || key is { IsServers: true, State: TicketKeyState.Signing })
            return new KeyInUse();
        await db.RevokeAsync(key, by, clock.UtcMicros(), ct);
        return null;
    }, ct);

    /// <summary>It was the wrong one: it is good again, within ten minutes and unless its device was revoked.</summary>
    public Task<Result<KeyView>> RestoreAsync(long id, Actor by, CancellationToken ct) => ChangeAsync(id, async (db, key) =>
    {
        var now = clock.UtcMicros();
        if (key.RevokedAt is not { } revokedAt)
            return null;
        if (now - revokedAt > TakenBackWithin)
            return new RevokedForGood();
        if (await db.IsOfRevokedDeviceAsync(id, ct))
            return new KeyOfRevokedDevice();
        key.Restore(now);
        db.Audit(Deed.KeyRestored, by, key.Subject, now);
        return null;
    }, ct);

    private async Task<Result<KeyView>> ChangeAsync(long id, Func<PosDbContext, TicketKey, Task<Failure?>> change, CancellationToken ct)
    {
        var changed = await writer.RunAsync<KeyView>(async db =>
        {
            // Its device first, as whoever revokes that does: a key must not come back behind their back.
            await db.HoldDevicesOfAsync(id, ct);
            if (await db.HeldKeyAsync(id, ct) is not { } key)
                return new UnknownKey(id);
            return await change(db, key) is { } refused ? refused : key.View();
        }, ct);
        keys.Forget();
        if (changed is { Ok: true, Value.Till: { } till })
            series.Forget(till);
        return changed;
    }
}

internal sealed record UnknownKey(long Id) : Failure(
    "unknown-key", FailureKind.NotFound, $"鍵 {Id} は登録されていません。", $"There is no key {Id}. Use a number of the list of keys.");

internal sealed record KeyInUse() : Failure(
    "key-in-use", FailureKind.Refused, "サーバーが今この鍵で署名しています。先に「新しい鍵に切り替える」を行ってから失効させてください。",
    "The server signs with this key now. Rotate it first, then revoke it.");

internal sealed record RevokedForGood() : Failure(
    "revoked-for-good", FailureKind.Refused, "失効を取り消せるのは10分以内です。端末には新しい鍵を作らせてください。", "A revocation can be taken back within ten minutes. Let the device make another key.");

internal sealed record KeyOfRevokedDevice() : Failure(
    "key-of-revoked-device", FailureKind.Refused, "端末が失効しているので、鍵を戻せません。端末を登録し直してください。", "Its device is revoked, and the key with it. Enrol the device anew.");
