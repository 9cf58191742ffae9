using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Access.Devices;

/// <summary>An enrolled device that may act: which one, and where.</summary>
internal sealed record DeviceBadge(Guid Id, string Site, string? Till, string? Gate);

/// <summary>Which device a credential is of. A good answer is kept for a few seconds, so another host's revocation is seen that late; a bad one never.</summary>
internal sealed class DeviceBoard(IDbContextFactory<PosDbContext> contexts, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, (DeviceBadge Badge, long ReadAt)> _known = new();

    /// <summary><c>null</c> for a credential that is none, or no longer one.</summary>
    public async ValueTask<DeviceBadge?> FindAsync(string credential, CancellationToken ct)
    {
        var hash = DeviceSecret.HashOf(credential);
        if (_known.TryGetValue(hash, out var known) && clock.GetElapsedTime(known.ReadAt) < Fresh)
            return known.Badge;
        var readAt = clock.GetTimestamp();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var badge = await db.Set<Device>().Where(row => row.CredentialHash == hash && row.RevokedAt == null)
            .Select(row => new DeviceBadge(row.Id, row.Site, row.Till, row.Gate)).SingleOrDefaultAsync(ct);
        if (badge is null)
            _known.TryRemove(hash, out _);
        else
            _known[hash] = (badge, readAt);
        return badge;
    }

    /// <summary>Something about the device changed.</summary>
    public void Forget(Guid device)
    {
        foreach (var (hash, known) in _known)
        {
            if (known.Badge.Id == device)
                _known.TryRemove(hash, out _);
        }
    }
}
