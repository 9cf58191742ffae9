using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Http;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shops;

/// <summary>Makes the one-time code by which a shop joins. A newer one voids the older.</summary>
internal sealed class MakeShopCode(Writer<PosDbContext> writer, PublicAddress address, TimeProvider clock)
{
    public Task<Result<ShopCodeView>> HandleAsync(Guid id, Actor by, CancellationToken ct) => writer.RunAsync<ShopCodeView>(
        async db => await db.Set<Shop>().SingleOrDefaultAsync(row => row.Id == id, ct) is { } shop ? Make(db, shop, by) : new UnknownShop(id), ct);

    /// <summary>In a write that goes on.</summary>
    public Result<ShopCodeView> Make(PosDbContext db, Shop shop, Actor by)
    {
        if (shop.State is not (ShopState.Invited or ShopState.SetUp))
            return shop.State == ShopState.Open ? new ShopIsOpen() : new ShopWithdrawn();
        var (code, now) = (JoiningCode.New(), clock.UtcMicros());
        var until = now + JoiningCode.Lives;
        shop.Offer(JoiningCode.HashOf(code), until);
        db.Audit(Deed.ShopCodeMade, by, shop.Name, now);
        return new ShopCodeView(code, JoiningCode.Link(address.Root, code), until);
    }
}

internal sealed record ShopWithdrawn() : Failure(
    "shop-withdrawn", FailureKind.Conflict, "この店の招待は取り消されています。先に元へ戻してください。", "This invitation was taken back. Restore it first.");
