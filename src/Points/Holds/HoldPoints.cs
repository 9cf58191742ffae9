using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Points.Contracts;
using Tourism.Points.Http;
using Tourism.Points.Ledger;
using Tourism.Points.Members;
using Tourism.Points.Persistence;

namespace Tourism.Points.Holds;

internal sealed class HoldPoints(Operations operations, TimeProvider clock)
{
    public async Task<Result<Written<HoldView>>> HandleAsync(Guid id, HoldRequest request, CancellationToken ct)
    {
        if (Check(id, request) is { } wrong)
            return wrong;
        if (CardToken.Read(request.Card) is not { } card)
            return CardToken.Unreadable;
        var plain = request with { Card = card };
        return await operations.RunAsync(
            new OperationName(id, OperationKind.Hold, RequestHash.Of(plain)),
            (db, operation) => HoldAsync(db, operation, plain, ct),
            async db => await db.HoldViewAsync(id, clock.UtcMicros(), ct) ?? throw new InvalidOperationException($"The operation {id} left no hold."),
            ct);
    }

    private static Failure? Check(Guid id, HoldRequest request) =>
        Fields.Id(id, "id") ?? Fields.Code(request.Shop, "shop") ?? Fields.Text(request.ShopName, "shopName")
        ?? Fields.Points(request.Points, "points") ?? Fields.Id(request.Owner, "owner");

    private static async Task<Result<HoldView>> HoldAsync(PointsDbContext db, Operation operation, HoldRequest request, CancellationToken ct)
    {
        var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(row => row.Card == request.Card, ct);
        if (member is null)
            return CardToken.Unknown;

        var today = BusinessDate.Of(operation.RecordedAt);
        var wallet = await db.LockWalletAsync(member.Id, ct);
        var lots = await db.SpendableLots(member.Id, today).ToListAsync(ct);
        var available = lots.Available();
        if (available < request.Points)
            return new NotEnoughPoints(available);

        var hold = Hold.Of(operation, member.Id, request);
        hold.Pin(lots);
        wallet.Hold(hold.Points);
        db.Holds.Add(hold);
        var posting = new Posting(Account.Wallet(member.Id), Account.Hold(hold.Id), hold.Points);
        db.Entries.Add(Entry.Of(operation, posting, today, $"sale {hold.Owner}"));
        return hold.View(available - hold.Points);
    }

    private sealed record NotEnoughPoints(PointAmount Available) : Failure(
        "points-insufficient", FailureKind.Refused,
        $"使えるポイントは{Available}ポイントです。この数以内に減らして、もう一度お試しください。",
        $"{Available} points can be spent. Use at most that many and try again.", "points");
}
