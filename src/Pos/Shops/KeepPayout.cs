using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shops;

/// <summary>Says from now on how a shop gets its money. The trail keeps before and after, with the last digits of an account only.</summary>
internal sealed class KeepPayout(Writer<PosDbContext> writer, ConnectAccounts accounts, TimeProvider clock)
{
    public async Task<Result<ShopView>> HandleAsync(Guid id, PayoutRequest request, Actor by, CancellationToken ct)
    {
        var wanted = request.Tidy();
        if (ShopChecks.Check(wanted, await accounts.AreOfferedAsync(ct), "payout") is { } wrong)
            return wrong;
        return await writer.RunAsync<ShopView>(async db =>
        {
            if (await db.Set<Shop>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } shop)
                return new UnknownShop(id);
            if (shop.Payout is not { } before)
                return new ShopNotSetUp();
            if ((before.Way, before.Account) == (wanted.Way, wanted.Account))
                return shop.View(whole: true);
            if (wanted.Version != before.Version)
                return new PayoutChanged(before.Masked()!.Account?.Number ?? "Stripe");
            shop.PayOut(wanted);
            db.Audit(Deed.PayoutKept, by, shop.Site!, clock.UtcMicros(), before.Masked(), shop.Payout.Masked());
            return shop.View(whole: true);
        }, ct);
    }
}

internal sealed record ShopNotSetUp() : Failure(
    "shop-not-set-up", FailureKind.Conflict, "この店はまだ登録されていません。", "This shop is not set up yet.");

internal sealed record PayoutChanged(string Now) : Failure(
    "payout-changed", FailureKind.Conflict,
    $"ほかの人が先に変えました。いまは「{Now}」です。見直してから、もう一度保存してください。",
    $"Somebody else has changed this: it is '{Now}' now. Look at it and save again.");
