using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Admissions;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tills;

/// <summary>Ends the trust in a device's key, when the device is lost for example. Doing it again changes nothing.</summary>
internal sealed class RevokeKey(Writer<PosDbContext> writer, SeriesStore series, TicketKeys keys, TimeProvider clock)
{
    public async Task<Result<EpochView>> HandleAsync(string till, Guid id, Actor by, CancellationToken ct)
    {
        var revoked = await writer.RunAsync(db => RevokeAsync(db, till, id, by, ct), ct);
        series.Forget(till);
        keys.Forget();
        return revoked;
    }

    private async Task<Result<EpochView>> RevokeAsync(PosDbContext db, string till, Guid id, Actor by, CancellationToken ct)
    {
        if (await db.Set<TillEpoch>().SingleOrDefaultAsync(row => row.Id == id && row.Till == till, ct) is not { Key: { } keyId } epoch)
            return new NoKeyToRevoke(till);
        var key = await db.Set<TicketKey>().SingleAsync(row => row.KeyId == keyId, ct);
        await db.RevokeAsync(key, by, clock.UtcMicros(), ct);
        return await OpenEpoch.ViewAsync(db, epoch, ct) with { Revoked = true };
    }
}

internal sealed record NoKeyToRevoke(string Till) : Failure(
    "no-key-to-revoke", FailureKind.NotFound,
    $"レジ「{Till}」のこの採番には鍵がありません。", $"This series of till '{Till}' does not exist or has no key.");
