using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shops;

/// <summary>Asks a shop to join, corrects the invitation, and takes it back as long as the shop is not open.</summary>
internal sealed class InviteShop(Writer<PosDbContext> writer, TimeProvider clock)
{
    public async Task<Result<Written<ShopView>>> HandleAsync(Guid id, ShopInvitationRequest request, Actor by, CancellationToken ct)
    {
        var wanted = new ShopInvitationRequest((request.Name ?? "").Trim(), string.IsNullOrWhiteSpace(request.Email) ? null : request.Email.Trim());
        if (ShopChecks.Check(wanted) is { } wrong)
            return wrong;
        return await writer.RunAsync<Written<ShopView>>(async db => await db.Set<Shop>().SingleOrDefaultAsync(row => row.Id == id, ct) is { } known
            ? Correct(db, known, wanted, by)
            : Add(db, id, wanted, by), ct);
    }

    /// <summary>What was set up meanwhile stays: its site can be retired like any other.</summary>
    public Task<Result<ShopView>> WithdrawAsync(Guid id, bool withdrawn, Actor by, CancellationToken ct) => writer.RunAsync<ShopView>(async db =>
    {
        if (await db.Set<Shop>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } shop)
            return new UnknownShop(id);
        if (shop.State == ShopState.Open)
            return new ShopIsOpen();
        if (withdrawn == shop.WithdrawnAt is null)
        {
            var before = shop.State;
            shop.Withdraw(withdrawn ? clock.UtcMicros() : null);
            db.Audit(Deed.ShopWithdrawn, by, shop.Name, clock.UtcMicros(), new { State = before }, new { shop.State });
        }

        return shop.View(whole: true);
    }, ct);

    private Written<ShopView> Add(PosDbContext db, Guid id, ShopInvitationRequest wanted, Actor by)
    {
        var now = clock.UtcMicros();
        var shop = db.Add(new Shop { Id = id, Name = wanted.Name, Email = wanted.Email, InvitedAt = now, InvitedBy = by.Person! }).Entity;
        db.Audit(Deed.ShopInvited, by, shop.Name, now);
        return new Written<ShopView>(shop.View(whole: true), First: true);
    }

    /// <summary>The name of a shop that is set up stands on its receipts and changes with its issuer and its site.</summary>
    private Result<Written<ShopView>> Correct(PosDbContext db, Shop shop, ShopInvitationRequest wanted, Actor by)
    {
        if (shop.Site is not null && wanted.Name != shop.Name)
            return new ShopNameStays(shop.Name);
        if ((shop.Name, shop.Email) != (wanted.Name, wanted.Email))
        {
            db.Audit(Deed.ShopInvited, by, wanted.Name, clock.UtcMicros(), new { shop.Name }, new { wanted.Name });
            (shop.Name, shop.Email) = (wanted.Name, wanted.Email);
        }

        return new Written<ShopView>(shop.View(whole: true), First: false);
    }
}

internal sealed record UnknownShop(Guid Id) : Failure("unknown-shop", FailureKind.NotFound, "その店は招待されていません。", "There is no such shop.");

internal sealed record ShopIsOpen() : Failure(
    "shop-is-open", FailureKind.Conflict, "この店はもう開いています。止めるときは、端末・人・レジを止めてください。", "This shop is open already. To stop it, end its devices, its people and its till.");

internal sealed record ShopNameStays(string Name) : Failure(
    "shop-name-stays", FailureKind.Conflict,
    $"「{Name}」はもう登録されています。名前は「施設と事業者」で日付を決めて変えてください。",
    $"'{Name}' is set up already. Change its name under Merchants and places, from a day on.", "name");
