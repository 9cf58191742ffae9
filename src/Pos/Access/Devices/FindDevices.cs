using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Devices;

/// <summary>The devices of the city, or of one site.</summary>
internal sealed class FindDevices(IDbContextFactory<PosDbContext> contexts)
{
    /// <param name="elsewhere">Says why a site is not the caller's.</param>
    /// <param name="ct">Given up.</param>
    public async Task<IReadOnlyList<DeviceView>> HandleAsync(Func<string, Failure?> elsewhere, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var devices = await db.Set<Device>().AsNoTracking().OrderByDescending(row => row.CreatedAt).ThenBy(row => row.Name).ToListAsync(ct);
        return [.. devices.Where(device => elsewhere(device.Site) is null).Select(device => device.View())];
    }

    public async Task<Result<DeviceView>> FindAsync(Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Device>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is { } device ? device.View() : new UnknownDevice(id);
    }
}
