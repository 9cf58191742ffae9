using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Access.Accounts;
using Tourism.Pos.Access.Devices;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shops;

/// <summary>A shop that is open: its owner, its till's first device, and what that device shows from now on.</summary>
internal sealed record Joined(Account Owner, Device Device, string Credential);

/// <summary>
/// Whoever has a good code becomes the shop's owner, and the browser becomes its till: everything or nothing. For ten minutes the same browser may
/// ask again and gets a fresh credential, because its first answer may have been lost; anybody else's code is spent.
/// </summary>
internal sealed class JoinShop(
    AccountManagers accounts, SetUpShop setUp, ConnectAccounts connect, CatalogueStore catalogue, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    public async Task<Result<Joined>> HandleAsync(JoinRequest request, CancellationToken ct)
    {
        var (asked, places) = (request with { Answer = request.Answer?.Tidy() }, await catalogue.GetAsync(ct));
        if ((asked.Answer is { } answer ? ShopChecks.Check(answer, places, BusinessDate.Of(clock.UtcMicros()), await connect.AreOfferedAsync(ct)) : null) is { } wrong)
            return wrong;
        if (!KeepPin.IsGood(asked.Pin))
            return new WeakPin();
        // Before the write, which must not wait for a slow hash.
        var (pin, hash, credential) = (hasher.HashPassword(null!, asked.Pin), JoiningCode.HashOf(asked.Code ?? ""), DeviceSecret.NewCredential());
        var joined = await accounts.RunAsync<Outcome>(async (db, manager) =>
        {
            if (await db.Set<Shop>().SingleOrDefaultAsync(row => row.CodeHash == hash, ct) is not { } shop || asked.Enrolment == Guid.Empty)
                return new WrongShopCode();
            if (shop.Refuse(asked.Enrolment, clock.UtcMicros()) is { } refusal)
                return Refused(db, shop, refusal);
            if (shop.Site is null && asked.Answer is null)
                return new AnswerMissing();
            if (shop.Site is not null && asked.Answer is { } late && RequestHash.Of(late) != shop.AnswerHash)
                return new CityHasAnswered(shop.Name);
            return shop.OpenedAt is null
                ? new Outcome(await OpenAsync(new Opening(db, manager, shop), asked, places, pin, credential, ct), null)
                : await AgainAsync(db, shop, asked.Enrolment, pin, credential, ct);
        }, ct);
        catalogue.Forget();
        return joined is { Ok: true, Value.Refusal: { } refused } ? refused : joined.Map(outcome => outcome.Joined!);
    }

    private Outcome Refused(PosDbContext db, Shop shop, Failure refusal)
    {
        db.Audit(Deed.ShopCodeRefused, Actor.Nobody, shop.Name, clock.UtcMicros(), after: new { refusal.Code });
        return new Outcome(null, refusal);
    }

    private async Task<Joined> OpenAsync(Opening open, JoinRequest asked, Snapshot places, string pin, string credential, CancellationToken ct)
    {
        var (db, shop, now) = (open.Db, open.Shop, clock.UtcMicros());
        if (shop.Site is null)
            await setUp.HandleAsync(db, shop, asked.Answer!, places.Rates, Actor.Nobody, ct);
        var (site, till) = (shop.Site!, SetUpShop.TillOf(shop.Site!));
        var owner = await OwnerAsync(open, site, till, pin, now, ct);
        var device = new Device { Id = Guid.CreateVersion7(now), Name = owner.DisplayName, Site = site, Till = till, CreatedAt = now, EnrolledBy = owner.UserName! };
        device.Enrol(asked.Enrolment, DeviceSecret.HashOf(credential), now);
        db.Add(device);
        shop.Open(asked.Enrolment, owner.Id, device.Id, now);
        var actor = new Actor(owner.UserName, site, till, null, device.Id);
        db.Audit(Deed.ShopOpened, actor, site, now);
        db.Audit(Deed.PinKept, actor, owner.UserName!, now);
        db.Audit(Deed.DeviceEnrolled, actor, device.Name, now);
        return new Joined(owner, device, credential);
    }

    /// <summary>An account that has a PIN and no password: who wants more gets a link from an administrator, as everybody does.</summary>
    private static async Task<Account> OwnerAsync(Opening open, string site, string till, string pin, DateTime now, CancellationToken ct)
    {
        var name = site;
        for (var number = 2; await open.Db.Set<Account>().AnyAsync(row => row.UserName == name, ct); number++)
            name = $"{site}-{number}";
        var owner = new Account
        {
            Id = Guid.CreateVersion7(now), UserName = name, DisplayName = open.Shop.Name.Cut(WrongDisplayName.Longest), CreatedAt = now,
            Posts = [Post.Of(new PostView([Roles.ShopOwner], site, till, null))],
        };
        owner.WriteTo(open.Shop.Email);
        owner.Accept(now);
        owner.KeepPin(pin);
        (await open.Manager.CreateAsync(owner)).Check();
        open.Db.Audit(Deed.AccountKept, new Actor(name, site, till), name, now, before: null, owner.ViewWithoutAddress());
        return owner;
    }

    private async Task<Outcome> AgainAsync(PosDbContext db, Shop shop, Guid enrolment, string pin, string credential, CancellationToken ct)
    {
        var device = await db.Set<Device>().SingleAsync(row => row.Id == shop.Device, ct);
        var owner = await db.Set<Account>().Include(row => row.Posts).SingleAsync(row => row.Id == shop.Owner, ct);
        if (device.RevokedAt is not null || !owner.MayEnter)
            return Refused(db, shop, new SpentShopCode());
        owner.KeepPin(pin);
        db.Audit(Deed.PinKept, new Actor(owner.UserName, device.Site, device.Till, null, device.Id), owner.UserName!, clock.UtcMicros());
        device.Enrol(enrolment, DeviceSecret.HashOf(credential), clock.UtcMicros());
        return new Outcome(new Joined(owner, device, credential), null);
    }

    private sealed record Outcome(Joined? Joined, Failure? Refusal);

    private sealed record Opening(PosDbContext Db, UserManager<Account> Manager, Shop Shop);
}

internal sealed record WrongShopCode() : Failure(
    "wrong-shop-code", FailureKind.Refused,
    "この番号は使えません。案内の紙の16桁を確かめてください。新しい案内が届いているときは、そちらを使ってください。",
    "This number is not good. Check the 16 digits on your sheet. A newer sheet ends the one before it.", "code");

internal sealed record SpentShopCode() : Failure(
    "spent-shop-code", FailureKind.Refused,
    "この案内はもう使われました。お店は登録済みです。心当たりがなければ、すぐに市の担当に知らせてください。",
    "This invitation has been used: the shop is registered. If it was not you, tell the city at once.", "code");

internal sealed record ExpiredShopCode() : Failure(
    "expired-shop-code", FailureKind.Refused, "この案内は期限が切れたか、取り消されました。市の担当に新しい案内を頼んでください。", "This invitation has expired or was taken back. Ask the city for a new one.", "code");

internal sealed record AnswerMissing() : Failure(
    "answer-missing", FailureKind.Invalid, "お店について、名前などを入れてください。", "Say something about the shop: 'answer' is missing.", "answer");

internal sealed record CityHasAnswered(string Name) : Failure(
    "city-has-answered", FailureKind.Conflict,
    $"市の担当が先に「{Name}」を登録しました。入れた内容は使われていません。違うところは市の担当に伝え、ここではPINだけを決めてください。",
    $"The city has registered '{Name}' meanwhile, and what you typed was not used. Tell the city what differs, and choose the PIN here.", "answer");
