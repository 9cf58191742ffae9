using System.Net;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;

namespace Tourism.Api.Tests;

/// <summary>Shops join by a sheet: whole or not at all, once, by their own hand or with somebody of the city answering for them.</summary>
public abstract class ShopContract(DatabaseFixture database) : DatabaseSuite(database)
{
    private const string Joining = "/api/v1/joining";

    [DatabaseFact]
    public async Task Shop_FromItsSheetToItsFirstSale_IsMadeOnce()
    {
        await using var host = await NewCity.StartAsync(Database);
        using var admin = await NewCity.AcceptAsync(host.Url, NewInstallation.TokenIn(host.Log));
        var tea = await admin.InviteAsync("田中のお茶屋さん");
        var old = await admin.CodeAsync(tea);
        var code = await admin.CodeAsync(tea);
        await WrongAnswersLeaveNothingAsync(host.Url, admin, old, code);

        using var phone = Staff.Nobody(host.Url);
        await ItJoinsOnceAsync(host.Url, phone, code);
        await ItSellsAsync(phone, "tanaka-chaho");
        await ItsOwnerComesBackByPinAsync(phone);
        await ItsMoneyIsNotMovedByAPinAsync(host.Url, admin, phone, tea);
        await TheCityAnswersForAnotherAsync(host.Url, admin);
        await AnInvitationTakenBackIsDeadAsync(host.Url, admin);
        await TheLongestAccountFitsAsync(host.Url, admin);
        await TheTrailSaysItAllAsync(admin);
        await OfTwoBrowsersAtOnceOneJoinsAsync(host.Url, admin);
        await ShopsOfOneNameHaveCodesOfTheirOwnAsync(admin);
    }

    private static async Task WrongAnswersLeaveNothingAsync(Uri host, Staff admin, string old, string code)
    {
        using var phone = Staff.Nobody(host);
        await phone.RefusedAsync(HttpMethod.Post, Joining, new ShopCode(old), "wrong-shop-code");
        await phone.RefusedAsync(HttpMethod.Put, Joining, ShopSteps.Join(old, ShopSteps.Tea), "wrong-shop-code");
        await phone.RefusedAsync(HttpMethod.Put, Joining, ShopSteps.Join(code, null), "answer-missing");
        await phone.RefusedAsync(HttpMethod.Put, Joining, ShopSteps.Join(code, ShopSteps.Tea) with { Pin = "1234" }, "weak-pin");
        await phone.RefusedAsync(HttpMethod.Put, Joining, ShopSteps.Join(code, ShopSteps.Tea, Guid.Empty), "wrong-shop-code");
        await phone.RefusedAsync(HttpMethod.Put, Joining, ShopSteps.Join(code, ShopSteps.Tea with { RegistrationNumber = "T1123456789012" }), "wrong-check-digit");
        foreach (var (field, answer) in new (string, ShopAnswer)[]
        {
            ("answer.name.ja", ShopSteps.Tea with { Name = " " }), ("answer.registrationNumber", ShopSteps.Tea with { RegistrationNumber = "T12" }),
            ("answer.taxClass", ShopSteps.Tea with { TaxClass = "luxury" }), ("answer.payout.account", Paid(null)),
            ("answer.payout.account.bank", Paid(ShopSteps.Account with { Bank = "" })), ("answer.payout.account.branch", Paid(ShopSteps.Account with { Branch = new string('x', 51) })),
            ("answer.payout.account.number", Paid(ShopSteps.Account with { Number = "12-34" })), ("answer.payout.account.holder", Paid(ShopSteps.Account with { Holder = "山田" })),
            ("answer.phone", ShopSteps.Tea with { Phone = new string('0', 31) }), ("answer.address", ShopSteps.Tea with { Address = "a\nb" }),
        })
        {
            using var refused = await phone.SendAsync(HttpMethod.Put, Joining, ShopSteps.Join(code, answer));
            Assert.Equal((HttpStatusCode.BadRequest, true), (refused.StatusCode, (await refused.Content.ReadAsStringAsync()).Contains($"\"field\":\"{field}\"", StringComparison.Ordinal)));
        }

        Assert.Empty(await admin.GetAsync<IReadOnlyList<DeviceView>>("/api/v1/devices"));
        Assert.DoesNotContain(await admin.GetAsync<IReadOnlyList<KeptSiteView>>("/api/v1/sites"), site => site.Says.Name.Ja == ShopSteps.Tea.Name);
    }

    private static async Task ItJoinsOnceAsync(Uri host, Staff phone, string code)
    {
        var (typed, request) = (code.Insert(8, " ").Insert(4, " "), ShopSteps.Join(code, ShopSteps.Tea));
        var look = await phone.PostAsync<JoiningView>(Joining, new ShopCode(typed));
        Assert.Equal(("田中のお茶屋さん", false, true), (look.Name, look.SetUp, look.Choices.Stripe));
        Assert.Contains(new TaxClassView("reduced", 8), look.Choices.TaxClasses);

        await phone.PutAsync<JoinedView>(Joining, request with { Pin = "9731" });
        await phone.RefusedAsync(HttpMethod.Post, Joining, new ShopCode(code), "spent-shop-code");
        var lost = await phone.PostAsync<JoiningView>(Joining, new ShopCode(code, request.Enrolment));
        Assert.Equal(("田中茶舗", true), (lost.Name, lost.SetUp));
        var again = await phone.PutAsync<JoinedView>(Joining, request with { Code = typed, Answer = null });

        Assert.Equal((true, "tanaka-chaho", "tanaka-chaho-1"), (again.Session.ByPin, again.Session.Person!.Site, again.Session.Person.Till));
        Assert.Equal([Roles.ShopOwner], again.Session.Person.Roles);
        Assert.Equal((OwnDeviceState.Active, "tanaka-chaho"), (again.Device.State, Assert.Single(again.Device.People).Code));
        using var thief = Staff.Nobody(host);
        await thief.RefusedAsync(HttpMethod.Post, Joining, new ShopCode(code), "spent-shop-code");
        await thief.RefusedAsync(HttpMethod.Put, Joining, ShopSteps.Join(code, ShopSteps.Tea), "spent-shop-code");
        await thief.RefusedAsync(HttpMethod.Put, Joining, ShopSteps.Join(code, null), "spent-shop-code");
    }

    private static async Task ItSellsAsync(Staff phone, string site)
    {
        var (now, till) = (TimeProvider.System.UtcMicros(), site + "-1");
        var shop = (await phone.GetAsync<CatalogueView>("/api/v1/catalogue")).Sites.Single(one => one.Code == site);
        Assert.Equal(["goods", "goods-standard"], shop.Products.Select(product => product.Code));
        Assert.Equal([8, 10], shop.Products.Select(product => product.TaxPercent));
        Assert.Equal(("田中茶舗", null, "Tanaka Chaho"), (shop.Issuer.Name.Ja, shop.Issuer.RegistrationNumber, shop.Name.En));
        var series = await phone.PutAsync<EpochView>($"/api/v1/tills/{till}/epochs/{Guid.CreateVersion7()}", new { });

        var sale = await phone.PutAsync<SaleView>($"/api/v1/sales/{Guid.CreateVersion7()}", new SaleRequest(
            till, series.Epoch, 1, now, "ja", [new("goods", 1, Amount: new Yen(540))], new Yen(540), [new(Guid.CreateVersion7(), TenderKind.Cash, new Yen(540), new Yen(540))]));

        Assert.Equal((new Yen(540), site), (sale.Total, sale.Person));
    }

    private static async Task ItsOwnerComesBackByPinAsync(Staff phone)
    {
        await phone.SendAsync<SessionView>(HttpMethod.Delete, NewCity.Session);
        await phone.RefusedAsync(HttpMethod.Post, NewCity.Session + "/pin", new PinSignIn("tanaka-chaho", "0852"), "wrong-pin");
        var back = await phone.PostAsync<SessionView>(NewCity.Session + "/pin", new PinSignIn("tanaka-chaho", ShopSteps.Pin));
        Assert.Equal("tanaka-chaho", back.Person!.Site);
        await phone.RefusedAsync(HttpMethod.Post, NewCity.Session + "/password", new PasswordSignIn("tanaka-chaho", ShopSteps.Pin), "wrong-sign-in");
    }

    /// <summary>Whoever knows four digits opens a counter, and does not say where its money goes.</summary>
    private static async Task ItsMoneyIsNotMovedByAPinAsync(Uri host, Staff admin, Staff phone, string tea)
    {
        var own = Assert.Single(await phone.GetAsync<IReadOnlyList<ShopView>>("/api/v1/shops"));
        Assert.Equal(("ヤマダ ハナコ", "0123456"), (own.Payout!.Account!.Holder, own.Payout.Account.Number));
        var stripe = new PayoutRequest(PayoutWay.Stripe, null, own.Payout.Version);
        await phone.RefusedAsync(HttpMethod.Put, tea + "/payout", stripe, "password-first");
        await phone.RefusedAsync(HttpMethod.Put, tea + "/stripe/link", new { }, "not-by-stripe");
        await admin.RefusedAsync(HttpMethod.Put, tea + "/payout", stripe with { Version = 7 }, "payout-changed");
        await admin.RefusedAsync(HttpMethod.Put, tea + "/payout", stripe with { Account = ShopSteps.Account }, "wrong-shop");

        var changed = await admin.PutAsync<ShopView>(tea + "/payout", stripe);
        Assert.Equal(changed.Payout, (await admin.PutAsync<ShopView>(tea + "/payout", stripe)).Payout);

        Assert.Equal((PayoutWay.Stripe, null, StripeState.Unfinished), (changed.Payout!.Way, changed.Payout.Account, changed.Payout.Stripe));
        var first = await phone.PutAsync<StripeLinkView>(tea + "/stripe/link", new { });
        var link = await phone.PutAsync<StripeLinkView>(tea + "/stripe/link", new { });
        Assert.NotEqual(first.Url, link.Url);
        await FillInAsync(host, link.Url, "checking");
        Assert.Equal(StripeState.Checking, (await phone.PutAsync<ShopView>(tea + "/stripe", new { })).Payout!.Stripe);
        await FillInAsync(host, first.Url, "verified");
        Assert.Equal(StripeState.Ready, (await phone.PutAsync<ShopView>(tea + "/stripe", new { })).Payout!.Stripe);
    }

    private static async Task FillInAsync(Uri host, string url, string act)
    {
        using var owner = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("act", act)]);
        using var answer = await owner.PostAsync(new Uri(host, new Uri(url).PathAndQuery), form);
        Assert.EndsWith("/app/shops", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private static async Task TheCityAnswersForAnotherAsync(Uri host, Staff admin)
    {
        var shop = await admin.InviteAsync("河野陶房");
        var answer = ShopSteps.Tea with { Name = "河野陶房", RegistrationNumber = "t7123456789012", TaxClass = "standard", Names = null };
        await admin.PutAsync<ShopView>(shop + "/answer", answer);
        var set = await admin.PutAsync<ShopView>(shop + "/answer", answer);
        Assert.Equal((ShopState.SetUp, NewCity.Administrator, "shop-1"), (set.State, set.SetUpBy, set.Site));
        await AnOwnerWhoWasFasterToTypeIsToldAsync(host, admin, shop, answer);
        await admin.RefusedAsync(HttpMethod.Put, shop + "/answer", answer with { Name = "別の店" }, "shop-is-set-up");
        await admin.RefusedAsync(HttpMethod.Put, shop, new ShopInvitationRequest("別の店"), "shop-name-stays");
        var code = await admin.CodeAsync(shop);

        using var tablet = Staff.Nobody(host);
        Assert.True((await tablet.PostAsync<JoiningView>(Joining, new ShopCode(code))).SetUp);
        var joined = await tablet.PutAsync<JoinedView>(Joining, ShopSteps.Join(code, null));

        Assert.Equal(("shop-1", "shop-1-1"), (joined.Session.Person!.Site, joined.Session.Person.Till));
        Assert.Equal((ShopState.Open, NewCity.Administrator), ((await admin.ShopAsync(shop)).State, (await admin.ShopAsync(shop)).SetUpBy));
        await admin.RefusedAsync(HttpMethod.Put, shop + "/code", new { }, "shop-is-open");
        Assert.Equal("T7123456789012", (await tablet.GetAsync<IReadOnlyList<KeptIssuerView>>("/api/v1/issuers")).Single(one => one.Code == "shop-1").Says.RegistrationNumber);
    }

    /// <summary>What the owner typed meanwhile is neither used nor dropped in silence.</summary>
    private static async Task AnOwnerWhoWasFasterToTypeIsToldAsync(Uri host, Staff admin, string shop, ShopAnswer theirs)
    {
        var code = await admin.CodeAsync(shop);
        using var phone = Staff.Nobody(host);
        await phone.RefusedAsync(HttpMethod.Put, Joining, ShopSteps.Join(code, theirs with { Payout = new PayoutRequest(PayoutWay.Stripe) }), "city-has-answered");
        Assert.Equal(ShopState.SetUp, (await admin.ShopAsync(shop)).State);
    }

    /// <summary>As long as banks and holders may be, in signs that take most room.</summary>
    private static async Task TheLongestAccountFitsAsync(Uri host, Staff admin)
    {
        var shop = await admin.InviteAsync("長い名前の店");
        var account = new BankAccount(new string('銀', 50), new string('支', 50), "12345678", new string('ヤ', 48), BankAccountKind.Current);
        var name = new string('店', 49) + "𠮷の店";
        var set = await admin.PutAsync<ShopView>(shop + "/answer", ShopSteps.Tea with { Name = name, Names = null, Payout = new PayoutRequest(PayoutWay.City, account) });
        Assert.Equal((name, account), (set.Name, set.Payout!.Account));
        using var phone = Staff.Nobody(host);
        var joined = await phone.PutAsync<JoinedView>(Joining, ShopSteps.Join(await admin.CodeAsync(shop), null));
        Assert.Equal(new string('店', 49), joined.Session.Person!.Name.Ja);
    }

    private static async Task AnInvitationTakenBackIsDeadAsync(Uri host, Staff admin)
    {
        var shop = await admin.InviteAsync("幻の店");
        var code = await admin.CodeAsync(shop);
        await admin.SendAsync<ShopView>(HttpMethod.Delete, shop + "/invitation");
        using var phone = Staff.Nobody(host);
        await phone.RefusedAsync(HttpMethod.Put, Joining, ShopSteps.Join(code, ShopSteps.Tea), "expired-shop-code");
        await admin.RefusedAsync(HttpMethod.Put, shop + "/code", new { }, "shop-withdrawn");
        await admin.RefusedAsync(HttpMethod.Put, shop + "/answer", ShopSteps.Tea, "shop-withdrawn");
        Assert.Equal(ShopState.Invited, (await admin.PutAsync<ShopView>(shop + "/invitation", new { })).State);
        await phone.RefusedAsync(HttpMethod.Post, Joining, new ShopCode(code), "expired-shop-code");
        await admin.RefusedAsync(HttpMethod.Put, $"/api/v1/shops/{Guid.CreateVersion7()}/code", new { }, "unknown-shop");
    }

    private static async Task TheTrailSaysItAllAsync(Staff admin)
    {
        var trail = (await admin.GetAsync<AuditPage>("/api/v1/audit?limit=100")).Items;
        foreach (var deed in new[] { Deed.ShopInvited, Deed.ShopCodeMade, Deed.ShopCodeRefused, Deed.ShopSetUp, Deed.ShopOpened, Deed.PayoutKept, Deed.ShopStripeOpened, Deed.ShopWithdrawn })
            Assert.Contains(trail, entry => entry.Deed == deed);
        Assert.Equal([NewCity.Administrator, NewCity.Administrator, "tanaka-chaho"], trail.Where(entry => entry.Deed == Deed.ShopSetUp).Select(entry => entry.Person));
        var said = string.Concat(trail.Select(entry => $"{entry.Before}{entry.After}"));
        Assert.DoesNotContain("0123456", said, StringComparison.Ordinal);
        Assert.Contains("456", said, StringComparison.Ordinal);
        Assert.True((await admin.GetAsync<AuditCheck>("/api/v1/audit/check")).Whole);
    }

    private static async Task OfTwoBrowsersAtOnceOneJoinsAsync(Uri host, Staff admin)
    {
        var before = (await admin.GetAsync<IReadOnlyList<DeviceView>>("/api/v1/devices")).Count;
        var code = await admin.CodeAsync(await admin.InviteAsync("二人の店"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            using var phone = Staff.Nobody(host);
            using var answer = await phone.SendAsync(HttpMethod.Put, Joining, ShopSteps.Join(code, ShopSteps.Tea with { Name = "二人の店", Names = null }));
            return answer.StatusCode;
        }));

        Assert.Single(answers, HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(status => status == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(before + 1, (await admin.GetAsync<IReadOnlyList<DeviceView>>("/api/v1/devices")).Count);
        var site = Assert.Single(await admin.GetAsync<IReadOnlyList<KeptSiteView>>("/api/v1/sites"), one => one.Says.Name.Ja == "二人の店");
        Assert.Single(await admin.GetAsync<IReadOnlyList<AccountView>>("/api/v1/accounts"), one => one.Posts[0].Site == site.Code);
    }

    /// <summary>The street has a shop "momiji" already. Two clerks answer at the same moment.</summary>
    private static async Task ShopsOfOneNameHaveCodesOfTheirOwnAsync(Staff admin)
    {
        var shops = new List<string>();
        for (var shop = 0; shop < 3; shop++)
            shops.Add(await admin.InviteAsync("もみじ"));

        var sites = await Task.WhenAll(shops.Select(async shop =>
            (await admin.PutAsync<ShopView>(shop + "/answer", ShopSteps.Tea with { Name = "もみじ", Names = null })).Site!));

        Assert.Equal(["momiji-2", "momiji-3", "momiji-4"], sites.Order(StringComparer.Ordinal));
    }

    private static ShopAnswer Paid(BankAccount? account) => ShopSteps.Tea with { Payout = new PayoutRequest(PayoutWay.City, account) };
}

public sealed class ShopsOnSqlite(SqliteFixture database) : ShopContract(database), IClassFixture<SqliteFixture>;

public sealed class ShopsOnPostgreSql(PostgreSqlFixture database) : ShopContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class ShopsOnSqlServer(SqlServerFixture database) : ShopContract(database), IClassFixture<SqlServerFixture>;
