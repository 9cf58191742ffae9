using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Points.Holds;
using Tourism.Points.Members;
using Tourism.Points.Persistence;

namespace Tourism.Points.Ledger;

internal sealed class PointsWallet(IDbContextFactory<PointsDbContext> contexts, TimeProvider clock) : IPointsWallet
{
    private const int MaxMovements = 20;

    public async Task<HoldView?> FindHoldAsync(Guid hold, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.HoldViewAsync(hold, clock.UtcMicros(), ct);
    }

    public async Task<CardView?> FindCardAsync(string card, CancellationToken ct)
    {
        if (CardToken.Read(card) is not { } token)
            return null;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(row => row.Card == token, ct);
        return member is null ? null : await ViewAsync(db, member, ct);
    }

    private async Task<CardView> ViewAsync(PointsDbContext db, Member member, CancellationToken ct)
    {
        var lots = await db.SpendableLots(member.Id, BusinessDate.Of(clock.UtcMicros())).AsNoTracking().ToListAsync(ct);
        var wallet = await db.Wallets.AsNoTracking().SingleAsync(row => row.Member == member.Id, ct);
        var movements = await GrantedAsync(db, member.Id, ct);
        movements.AddRange(await UsedAsync(db, member.Id, ct));
        var next = lots.FirstOrDefault()?.ExpiresOn;
        return new CardView(
            member.Card, lots.Available(), wallet.Held, next, [.. movements.OrderByDescending(movement => movement.At).Take(MaxMovements)])
        {
            Expiring = lots.Where(lot => lot.ExpiresOn == next).Available(),
        };
    }

    private static async Task<List<CardMovement>> GrantedAsync(PointsDbContext db, Guid member, CancellationToken ct)
    {
        var rows = await db.Lots.AsNoTracking().Where(lot => lot.Member == member).OrderByDescending(lot => lot.Seq).Take(MaxMovements)
            .Join(db.Programmes, lot => new { Code = lot.Programme, lot.RuleVersion }, row => new { row.Code, row.RuleVersion },
                (lot, row) => new { lot.GrantedAt, lot.Granted, row.Name }).ToListAsync(ct);
        return rows.ConvertAll(row => new CardMovement(row.GrantedAt, MovementKind.Granted, row.Granted, row.Name));
    }

    private static async Task<List<CardMovement>> UsedAsync(PointsDbContext db, Guid member, CancellationToken ct)
    {
        var rows = await db.Holds.AsNoTracking().Where(hold => hold.Member == member && hold.State == HoldState.Captured)
            .OrderByDescending(hold => hold.ResolvedAt).Take(MaxMovements).ToListAsync(ct);
        return rows.ConvertAll(row => new CardMovement(row.ResolvedAt!.Value, MovementKind.Used, PointAmount.Zero - row.Points, row.ShopName));
    }
}
