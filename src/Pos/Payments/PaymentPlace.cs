using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sales;

namespace Tourism.Pos.Payments;

/// <summary>Staff touch payments of their own till only. What does not exist is left to the use case to say.</summary>
internal sealed class PaymentPlace(IDbContextFactory<PosDbContext> contexts)
{
    public Task<Failure?> OfSaleAsync(ClaimsPrincipal user, Guid sale, CancellationToken ct) =>
        CheckAsync(user, sales => sales.Where(row => row.Id == sale), ct);

    public Task<Failure?> OfTenderAsync(ClaimsPrincipal user, Guid tender, CancellationToken ct) =>
        CheckAsync(user, sales => sales.Where(row => row.Tenders.Any(part => part.Id == tender)), ct);

    private async Task<Failure?> CheckAsync(ClaimsPrincipal user, Func<IQueryable<Sale>, IQueryable<Sale>> which, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var till = await which(db.Set<Sale>().AsNoTracking()).Select(row => row.Till).SingleOrDefaultAsync(ct);
        return till is null ? null : user.Elsewhere(Places.Till, till);
    }
}
