using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Clients;

/// <summary>
/// Whose key it is. A good answer is kept for a few seconds, so another host's change is seen that late. Notes at most once a minute that a key
/// was used, and that a known key was refused.
/// </summary>
internal sealed class ClientBoard(IDbContextFactory<PosDbContext> contexts, Writer<PosDbContext> writer, KeepTrail trail, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, (Client Client, long ReadAt)> _known = new();
    private readonly ConcurrentDictionary<Guid, long> _told = new();

    public void Forget() => _known.Clear();

    /// <summary>The client the key opens for; <c>null</c> for an unknown, old, run-out or ended one.</summary>
    public async ValueTask<Client?> FindAsync(string key, CancellationToken ct)
    {
        var (hash, now) = (ClientKey.HashOf(key), clock.UtcMicros());
        if (_known.TryGetValue(hash, out var known) && clock.GetElapsedTime(known.ReadAt) < Fresh && known.Client.IsOpenBy(hash, now))
            return known.Client;
        var readAt = clock.GetTimestamp();
        if (await ReadAsync(hash, ct) is not { } client)
            return null;
        if (!client.IsOpenBy(hash, now))
        {
            if (IsDue(client.Id))
                await trail.HandleAsync(Deed.ClientRefused, new Actor(ClientScheme.PersonOf(client)), client.Name, ct);
            return null;
        }

        _known[hash] = (client, readAt);
        if (client.LastUsedAt is null || now - client.LastUsedAt > Noted)
            await NoteUseAsync(client.Id, now, ct);
        return client;
    }

    private async Task<Client?> ReadAsync(string hash, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Client>().AsNoTracking().SingleOrDefaultAsync(row => row.KeyHash == hash || row.OldKeyHash == hash, ct);
    }

    private async Task NoteUseAsync(Guid id, DateTime now, CancellationToken ct) => await writer.RunAsync<int>(async db =>
        await db.Set<Client>().Where(row => row.Id == id && (row.LastUsedAt == null || row.LastUsedAt < now))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastUsedAt, now), ct), ct);

    private bool IsDue(Guid client)
    {
        var now = clock.GetTimestamp();
        return _told.AddOrUpdate(client, now, (_, last) => clock.GetElapsedTime(last, now) < Noted ? last : now) == now;
    }
}
