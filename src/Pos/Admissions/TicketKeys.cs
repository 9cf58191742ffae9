using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Admissions;

/// <summary>
/// The listed keys, ready to verify. Kept for a few seconds, so a revocation or rotation on another host takes no longer to be known here, also where
/// nobody verifies anything.
/// </summary>
internal sealed class TicketKeys(IDbContextFactory<PosDbContext> contexts, TicketSigner signer, TimeProvider clock) : IRound
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private volatile Listed? _listed;
    private int _forgotten;

    /// <summary>The key, also a revoked one; <c>null</c> when it is not listed.</summary>
    public async Task<ListedKey?> FindAsync(uint id, CancellationToken ct)
    {
        var listed = _listed;
        if (listed is not null && clock.GetElapsedTime(listed.ReadAt) < Fresh && listed.Keys.TryGetValue(id, out var known))
            return known;
        // A key may have been listed since, so an unknown one is always looked for.
        return (await ReadAsync(listed, ct)).Keys.GetValueOrDefault(id);
    }

    /// <summary>Looks whether another host has rotated the key that signs.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var listed = _listed;
        if (listed is null || clock.GetElapsedTime(listed.ReadAt) >= Fresh)
            await ReadAsync(listed, ct);
        return 0;
    }

    /// <summary>A key was listed or revoked: the next question reads them all again.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _forgotten);
        _listed = null;
    }

    private async Task<Listed> ReadAsync(Listed? before, CancellationToken ct)
    {
        var (forgotten, readAt) = (Volatile.Read(ref _forgotten), clock.GetTimestamp());
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Set<TicketKey>().AsNoTracking().ToListAsync(ct);
        var listed = new Listed(rows.ToDictionary(row => row.KeyId, row => new ListedKey(row, before?.Keys.GetValueOrDefault(row.KeyId))), readAt);
        if (forgotten != Volatile.Read(ref _forgotten))
            return listed;
        _listed = listed;
        signer.Follow(rows);
        return listed;
    }

    private sealed record Listed(IReadOnlyDictionary<long, ListedKey> Keys, long ReadAt);
}

/// <summary>One listed key. Importing a key costs more than verifying with it, so imported ones are used again, each by one caller at a time.</summary>
internal sealed class ListedKey(TicketKey row, ListedKey? before)
{
    private readonly ConcurrentBag<ECDsa> _idle = before?._idle ?? [];

    public KeyView View { get; } = row.View();

    public bool Verify(TicketCode code) => Verify(code.Signed, code.Signature);

    /// <param name="data">What was signed, before hashing.</param>
    /// <param name="signature">IEEE P1363.</param>
    public bool Verify(byte[] data, byte[] signature)
    {
        var key = _idle.TryTake(out var idle) ? idle : SpkiKey.Import(row.PublicKey);
        var good = key.VerifyData(data, signature, HashAlgorithmName.SHA256);
        _idle.Add(key);
        return good;
    }
}
