using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Admissions;

/// <summary>Lists the public half of this installation's signing key, so that gates accept what it signs.</summary>
internal sealed class ListTicketKey(Writer<PosDbContext> writer, TicketSigner signer, TimeProvider clock) : ISeed
{
    public Task SeedAsync(CancellationToken ct) => writer.RunAsync<bool>(async db =>
    {
        if (await db.Set<TicketKey>().AnyAsync(key => key.KeyId == signer.KeyId, ct))
            return false;
        db.Add(new TicketKey { KeyId = signer.KeyId, PublicKey = signer.PublicKey, ListedAt = clock.UtcMicros() });
        return true;
    }, ct);
}
