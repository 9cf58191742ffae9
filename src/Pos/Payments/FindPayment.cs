using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments;

/// <summary>Reads a payment as our books have it.</summary>
internal sealed class FindPayment(IDbContextFactory<PosDbContext> contexts)
{
    public async Task<Result<PaymentView>> HandleAsync(Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Payment>().AsNoTracking().Include(row => row.Attempts).SingleOrDefaultAsync(row => row.Id == id, ct) is { } payment
            ? payment.View
            : new NoPayment(id);
    }

    /// <summary>A payment that there is.</summary>
    public async Task<Payment> RowAsync(Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Payment>().AsNoTracking().Include(row => row.Attempts).SingleAsync(row => row.Id == id, ct);
    }

    /// <summary>The payment behind a visitor's page, with its receipt; <c>null</c> for an unknown token.</summary>
    public async Task<Payment?> ByTokenAsync(string token, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var wanted = token.ToUpperInvariant();
        return await db.Set<Payment>().AsNoTracking().Include(row => row.Attempts).SingleOrDefaultAsync(row => row.PageToken == wanted, ct);
    }
}
