using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Admissions;

/// <summary>
/// Lists the public half of the key file, so that gates accept what it signs, and takes up what was rotated since. Another file than before begins to
/// sign with its own key.
/// </summary>
internal sealed class ListTicketKey(Writer<PosDbContext> writer, TicketSigner signer, TimeProvider clock) : ISeed
{
    public Task SeedAsync(CancellationToken ct) => writer.RunAsync<bool>(async db =>
    {
        var (now, own) = (clock.UtcMicros(), signer.OfFile);
        var servers = db.Set<TicketKey>().Where(key => key.Till == null && key.Site == null);
        await servers.HoldAsync(ct);
        var listed = await servers.OrderBy(key => key.Seq).ToListAsync(ct);
        if (listed.TrueForAll(key => key.KeyId != own.KeyId))
            listed.Add(db.Add(new TicketKey { KeyId = own.KeyId, PublicKey = own.PublicKey, ListedAt = now }).Entity);
        // Somebody has revoked all that this file could sign with: it goes on with a new one.
        else if (!listed.Exists(signer.MaySignWith))
            listed.Add(db.Add(signer.Make(Guid.CreateVersion7(now), now)).Entity);
        await db.SaveChangesAsync(ct);
        signer.Follow(listed);
        foreach (var former in listed.Where(key => key.SignsUntil is null && key.KeyId != signer.KeyId))
            former.Retire(now);
        return true;
    }, ct);
}
