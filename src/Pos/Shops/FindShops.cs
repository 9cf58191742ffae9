using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shops;

/// <summary>Reads the shops that were asked to join.</summary>
internal sealed class FindShops(IDbContextFactory<PosDbContext> contexts)
{
    /// <param name="elsewhere">Why a site is not the caller's; <c>null</c> when it is.</param>
    /// <param name="everywhere">The caller also sees shops that have no site yet.</param>
    /// <param name="whole">The caller sees whole bank accounts.</param>
    /// <param name="ct">Given up.</param>
    public async Task<IReadOnlyList<ShopView>> HandleAsync(Func<string, Failure?> elsewhere, bool everywhere, bool whole, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var shops = await db.Set<Shop>().AsNoTracking().OrderByDescending(row => row.InvitedAt).ToListAsync(ct);
        return [.. shops.Where(shop => shop.Site is { } site ? elsewhere(site) is null : everywhere).Select(shop => shop.View(whole))];
    }

    public async Task<Result<Shop>> FindAsync(Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Shop>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is { } shop ? shop : new UnknownShop(id);
    }
}
