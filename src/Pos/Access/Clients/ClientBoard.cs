using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Clients;

/// <summary>Whose key it is, as it was a few seconds ago. Notes at most once a minute that a key was used, and that a known key was refused.</summary>
internal sealed class ClientBoard(IDbContextFactory<PosDbContext> contexts, Writer<PosDbContext> writer, KeepTrail trail, TimeProvider clock)
{
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(1);
    private readonly LatelyRead<string, Client> _open = new(clock);
    private readonly OnceAMinute<Guid> _refused = new(clock);

    public void Forget() => _open.Forget((_, _) => true);

    /// <summary>The client the key opens for; <c>null</c> for an unknown, old, run-out or ended one.</summary>
    public async ValueTask<Client?> FindAsync(string key, CancellationToken ct)
    {
        var hash = ClientKey.HashOf(key);
        return await _open.FindAsync(hash, () => ReadAsync(hash, ct)) is { } client && client.IsOpenBy(hash, clock.UtcMicros()) ? client : null;
    }

    private async Task<Client?> ReadAsync(string hash, CancellationToken ct)
    {
        var now = clock.UtcMicros();
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Client>().AsNoTracking().SingleOrDefaultAsync(row => row.KeyHash == hash || row.OldKeyHash == hash, ct) is not { } client)
            return null;
        if (client.IsOpenBy(hash, now))
        {
            if (client.LastUsedAt is null || now - client.LastUsedAt > Noted)
                await NoteUseAsync(client.Id, now, ct);
            return client;
        }

        if (_refused.IsDue(client.Id))
            await trail.HandleAsync(Deed.ClientRefused, new Actor(ClientScheme.PersonOf(client)), client.Name, ct);
        return null;
    }

    private async Task NoteUseAsync(Guid id, DateTime now, CancellationToken ct) => await writer.RunAsync<int>(async db =>
        await db.Set<Client>().Where(row => row.Id == id && (row.LastUsedAt == null || row.LastUsedAt < now))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastUsedAt, now), ct), ct);
}
