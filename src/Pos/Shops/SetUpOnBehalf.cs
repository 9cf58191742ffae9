using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shops;

/// <summary>Somebody of the city answers for a shop, everything but its PIN: of a PIN that two people know nobody could say whose act it was.</summary>
internal sealed class SetUpOnBehalf(Writer<PosDbContext> writer, SetUpShop setUp, ConnectAccounts accounts, CatalogueStore catalogue, TimeProvider clock)
{
    public async Task<Result<ShopView>> HandleAsync(Guid id, ShopAnswer request, Actor by, CancellationToken ct)
    {
        var (answer, places) = (request.Tidy(), await catalogue.GetAsync(ct));
        if (ShopChecks.Check(answer, places, BusinessDate.Of(clock.UtcMicros()), await accounts.AreOfferedAsync(ct)) is { } wrong)
            return wrong;
        var done = await writer.RunAsync<ShopView>(async db =>
        {
            if (await db.Set<Shop>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } shop)
                return new UnknownShop(id);
            if (shop.Site is not null)
                return shop.AnswerHash == RequestHash.Of(answer) ? shop.View(whole: true) : new ShopIsSetUp(shop.Name);
            if (shop.WithdrawnAt is not null)
                return new ShopWithdrawn();
            await setUp.HandleAsync(db, shop, answer, places.Rates, by, ct);
            return shop.View(whole: true);
        }, ct);
        catalogue.Forget();
        return done;
    }
}

internal sealed record ShopIsSetUp(string Name) : Failure(
    "shop-is-set-up", FailureKind.Conflict,
    $"「{Name}」はもう登録されています。商品・受け取り方・施設の画面で直してください。", $"'{Name}' is set up already. Change its goods, its payout or its site on their own screens.");
