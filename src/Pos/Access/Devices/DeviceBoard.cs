using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Access.Devices;

/// <summary>An enrolled device that may act: which one, and where.</summary>
internal sealed record DeviceBadge(Guid Id, string Site, string? Till, string? Gate);

/// <summary>Which device a credential is of, as it was a few seconds ago.</summary>
internal sealed class DeviceBoard(IDbContextFactory<PosDbContext> contexts, TimeProvider clock)
{
    private readonly LatelyRead<string, DeviceBadge> _badges = new(clock);

    /// <summary><c>null</c> for a credential that is none, or no longer one.</summary>
    public ValueTask<DeviceBadge?> FindAsync(string credential, CancellationToken ct)
    {
        var hash = DeviceSecret.HashOf(credential);
        return _badges.FindAsync(hash, () => ReadAsync(hash, ct));
    }

    /// <summary>Something about the device changed.</summary>
    public void Forget(Guid device) => _badges.Forget((_, badge) => badge.Id == device);

    private async Task<DeviceBadge?> ReadAsync(string hash, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Device>().Where(row => row.CredentialHash == hash && row.RevokedAt == null)
            .Select(row => new DeviceBadge(row.Id, row.Site, row.Till, row.Gate)).SingleOrDefaultAsync(ct);
    }
}
