using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Access;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shops;

/// <summary>A shop's own account at Stripe: opened once, filled in by its owner on Stripe's own form, read when somebody looks.</summary>
internal sealed class ShopStripe(FindShops find, ConnectAccounts accounts, Writer<PosDbContext> writer, TimeProvider clock)
{
    /// <summary>Stripe's form for the shop, good for some minutes.</summary>
    /// <param name="id">The shop.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="byPin">They have shown a PIN and no more.</param>
    /// <param name="ct">Given up.</param>
    public async Task<Result<StripeLinkView>> LinkAsync(Guid id, Actor by, bool byPin, CancellationToken ct)
    {
        var found = await FindAsync(id, ct);
        if (!found.Ok)
            return found.Failure;
        if (byPin && !found.Value.MayLinkByPin(by.Device, clock.UtcMicros()))
            return new PasswordFirst();
        if (!await accounts.AreOfferedAsync(ct))
            return new NoStripe("way");
        var account = found.Value.StripeAccount ?? await OpenAsync(found.Value, by, ct);
        return account.Ok ? await accounts.LinkAsync(account.Value, ct) : account.Failure;
    }

    /// <summary>The shop with what Stripe says of it now.</summary>
    public async Task<Result<ShopView>> RefreshAsync(Guid id, CancellationToken ct)
    {
        var found = await FindAsync(id, ct);
        if (!found.Ok)
            return found.Failure;
        if (found.Value.StripeAccount is not { } account)
            return found.Value.View(whole: true);
        var state = await accounts.ReadAsync(account, ct);
        return state.Ok ? await ChangeAsync(id, (_, shop) => shop.Heard(state.Value), shop => shop.View(whole: true), ct) : state.Failure;
    }

    private async Task<Result<string>> OpenAsync(Shop shop, Actor by, CancellationToken ct)
    {
        var opened = await accounts.OpenAsync(shop, ct);
        return opened.Ok
            ? await ChangeAsync(shop.Id, (db, row) =>
            {
                if (row.StripeAccount is null)
                    db.Audit(Deed.ShopStripeOpened, by, row.Site!, clock.UtcMicros());
                row.Connect(opened.Value);
            }, row => row.StripeAccount!, ct)
            : opened;
    }

    private Task<Result<T>> ChangeAsync<T>(Guid id, Action<PosDbContext, Shop> change, Func<Shop, T> view, CancellationToken ct) => writer.RunAsync<T>(async db =>
    {
        var shop = await db.Set<Shop>().SingleAsync(row => row.Id == id, ct);
        change(db, shop);
        return view(shop);
    }, ct);

    private async Task<Result<Shop>> FindAsync(Guid id, CancellationToken ct)
    {
        var found = await find.FindAsync(id, ct);
        return found is { Ok: true, Value.Way: not PayoutWay.Stripe } ? new NotByStripe() : found;
    }
}

internal sealed record NotByStripe() : Failure(
    "not-by-stripe", FailureKind.Refused, "この店は市からの振り込みで受け取ります。先に受け取り方をStripeに変えてください。", "This shop is paid by the city. Change how it gets its money first.");
