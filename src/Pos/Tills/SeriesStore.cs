using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Admissions;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Tills;

/// <summary>A till's series with the key of the device that writes it.</summary>
internal sealed record Series(Guid Id, string Till, int Epoch, TillKey? Key);

/// <summary>The public half of a device's key, imported once.</summary>
internal sealed class TillKey(uint id, byte[] publicKey, DateTime? revokedAt)
{
    private readonly ECDsa _key = SpkiKey.Import(publicKey);

    public uint Id { get; } = id;

    public bool Revoked { get; } = revokedAt is not null;

    /// <param name="data">What was signed, before hashing.</param>
    /// <param name="signature">IEEE P1363.</param>
    public bool Verifies(byte[] data, byte[] signature)
    {
        lock (_key)
            return _key.VerifyData(data, signature, HashAlgorithmName.SHA256);
    }
}

/// <summary>Open series as every sale needs them. A copy is kept for a few seconds, so another host's revocation is seen that late.</summary>
internal sealed class SeriesStore(IDbContextFactory<PosDbContext> contexts, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<(string Till, int Epoch), (Series Series, long ReadAt)> _known = new();

    /// <summary><c>null</c> for a series that nobody opened.</summary>
    public async ValueTask<Series?> FindAsync(string till, int epoch, CancellationToken ct)
    {
        if (_known.TryGetValue((till, epoch), out var known) && clock.GetElapsedTime(known.ReadAt) < Fresh)
            return known.Series;
        var readAt = clock.GetTimestamp();
        if (await ReadAsync(till, epoch, ct) is not { } series)
            return null;
        _known[(till, epoch)] = (series, readAt);
        return series;
    }

    /// <summary>Something about a series of this till changed.</summary>
    public void Forget(string till)
    {
        foreach (var key in _known.Keys.Where(key => key.Till == till))
            _known.TryRemove(key, out _);
    }

    private async Task<Series?> ReadAsync(string till, int epoch, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await db.Set<TillEpoch>().AsNoTracking().Where(row => row.Till == till && row.Epoch == epoch)
            .Select(row => new { row.Id, Key = db.Set<TicketKey>().FirstOrDefault(key => key.KeyId == row.Key) }).SingleOrDefaultAsync(ct);
        return found is null ? null : new Series(found.Id, till, epoch, found.Key is { } key ? new TillKey((uint)key.KeyId, key.PublicKey, key.RevokedAt) : null);
    }
}
