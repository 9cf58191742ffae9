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
    public async Task<Result<KeyView>> HandleAsync(long id, Actor by, CancellationToken ct)
    {
        if (id == signer.KeyId)
            return new KeyInUse();
        var revoked = await writer.RunAsync(db => RevokeAsync(db, id, by, ct), ct);
        keys.Forget();
        if (revoked is { Ok: true, Value.Till: { } till })
            series.Forget(till);
        return revoked;
    }

    private async Task<Result<KeyView>> RevokeAsync(PosDbContext db, long id, Actor by, CancellationToken ct)
    {
        if (await db.Set<TicketKey>().SingleOrDefaultAsync(key => key.KeyId == id, ct) is not { } key)
            return new UnknownKey(id);
        await db.RevokeAsync(key, by, clock.UtcMicros(), ct);
        return key.View();
    }
}

internal sealed record UnknownKey(long Id) : Failure(
    "unknown-key", FailureKind.NotFound, $"鍵 {Id} は登録されていません。", $"There is no key {Id}. Use a number of the list of keys.");

internal sealed record KeyInUse() : Failure(
    "key-in-use", FailureKind.Refused, "サーバーが今この鍵で署名しています。別の鍵を Tourism:Tickets:KeyFile に設定してから失効させてください。",
    "The server signs with this key now. Name another one in Tourism:Tickets:KeyFile first, then revoke it.");
