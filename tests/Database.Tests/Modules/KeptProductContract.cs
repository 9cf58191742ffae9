using Tourism.Kernel;
using Tourism.Pos.Catalogue.Keeping;
using Tourism.Pos.Catalogue.Merchants;
using Tourism.Pos.Receipts;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>Products, issuers and places as the office keeps them: two do not overwrite each other, and nothing that was used disappears.</summary>
public abstract class KeptProductContract(DatabaseFixture database) : CatalogueOffice(database)
{
    [DatabaseFact]
    public async Task Product_ChangedByTwo_TheSecondIsToldWhatItSaysNow()
    {
        var seen = await AddAsync(Farm, "towel", "手ぬぐい");
        Assert.Null((await KeepAsync(Farm, "towel", seen.Says with { Name = new LocalText("手ぬぐい（藍）") })).Failure);

        var second = await KeepAsync(Farm, "towel", seen.Says with { Kana = "てぬぐい" });

        Assert.Equal("product-changed", second.Failure!.Code);
        Assert.Contains("手ぬぐい（藍）", second.Failure.En, StringComparison.Ordinal);
        var now = await FindAsync(Farm, "towel");
        Assert.Equal((1, null), (now.Version, now.Says.Kana));
        var over = (await KeepAsync(Farm, "towel", now.Says with { Kana = "てぬぐい" })).Value.View;
        var again = (await KeepAsync(Farm, "towel", now.Says with { Kana = "てぬぐい" })).Value.View;
        Assert.Equal((2L, 2L), (over.Version, again.Version));
    }

    [DatabaseFact]
    public async Task Product_AddedByManyAtOnce_IsOneAndOthersGetNumbersOfTheirOwn()
    {
        var answers = await AtOnceAsync(8, turn => KeepAsync(Farm, $"cup-{turn % 4}", Goods("湯のみ")));

        Assert.Equal(4, answers.Count(answer => answer.Value.First));
        Assert.Equal(4, answers.Select(answer => answer.Value.View.No).Distinct().Count());
    }

    [DatabaseFact]
    public async Task Product_NoLongerSold_IsRefusedFromThatDayAndKeepsItsCodeAndNumber()
    {
        var lamp = await AddAsync(Farm, "lamp", "行灯", yen: 500);
        Assert.Equal("wrong-product", (await KeepAsync(Farm, "lamp", lamp.Says with { StopsOn = Today.AddDays(-1) })).Failure!.Code);
        var stopped = (await KeepAsync(Farm, "lamp", lamp.Says with { StopsOn = Today.AddDays(2) })).Value.View;

        Assert.Equal([true, true, false], new[] { 0, 1, 2 }.Select(days => OfferAsync(Farm, "lamp", Today.AddDays(days)).Result is not null));
        Clock.Advance(TimeSpan.FromDays(2));
        var series = await OpenSeriesAsync("farm-1");
        var sale = new SaleRequest("farm-1", series, 1, Clock.UtcMicros(), Language.Ja, [new LineRequest("lamp", 1)], new Yen(500), [new TenderRequest(Guid.CreateVersion7(), TenderKind.Qr, new Yen(500))]);
        Assert.Equal("unknown-product", (await SendAsync(Guid.CreateVersion7(), sale)).Failure!.Code);
        Assert.Equal("product-changed", (await KeepAsync(Farm, "lamp", Goods("ちょうちん"))).Failure!.Code);
        Assert.True((await AddAsync(Farm, "lantern")).No > lamp.No);
        Assert.Equal(lamp.No, (await KeepAsync(Farm, "lamp", stopped.Says with { StopsOn = null })).Value.View.No);
    }

    /// <summary>A shop would otherwise sell its way into the cave.</summary>
    [DatabaseFact]
    public async Task Ticket_ToAnotherSite_IsMadeByAdministratorsOnly()
    {
        var ticket = new ProductRequest(new LocalText("入場券"), ProductKind.Admission, "standard", Admits: [Farm, "akiyoshido"]);
        var refused = await KeepAsync(Farm, "way-in", ticket, everywhere: false);
        Assert.Equal(("wrong-product", "admits"), (refused.Failure!.Code, refused.Failure.Field));

        var kept = (await KeepAsync(Farm, "way-in", ticket)).Value.View;
        var renamed = await KeepAsync(Farm, "way-in", kept.Says with { Name = new LocalText("共通券") }, everywhere: false);
        Assert.True(renamed.Ok, renamed.Failure?.En);
    }

    [DatabaseFact]
    public async Task Product_ThatCannotBe_IsRefusedByField()
    {
        foreach (var (code, field, request) in new (string, string, ProductRequest)[]
        {
            ("UPPER", "code", Goods("x")), ("a", "name.ja", Goods(" ")), ("a", "name", Goods(new string('長', 201))), ("a", "name", Goods("a\nb")),
            ("a", "taxClass", Goods("x") with { TaxClass = "luxury" }), ("a", "eatInTaxClass", Goods("x") with { EatInTaxClass = "luxury" }), ("a", "kana", Goods("x") with { Kana = "カナ" }),
            ("a", "reentry", Goods("x") with { Reentry = ReentryRule.SameDay }), ("a", "admits", Goods("x") with { Admits = [Farm] }),
            ("a", "admits", Goods("x") with { Kind = ProductKind.Admission, Admits = ["atlantis"] }),
            ("a", "admits", Goods("x") with { Kind = ProductKind.Admission, Admits = [.. Enumerable.Repeat(new string('s', 40), 5)] }), ("a", "startsOn", Goods("x") with { StartsOn = Today.AddDays(-1) }),
            ("a", "stopsOn", Goods("x") with { StartsOn = Today.AddDays(5), StopsOn = Today.AddDays(4) }),
        })
            Assert.Equal(field, (await KeepAsync(Farm, code, request)).Failure?.Field);
        await AddAsync(Farm, "kettle");
        Assert.Equal("kind-stays", (await KeepAsync(Farm, "kettle", Goods("x") with { Kind = ProductKind.Weighed })).Failure!.Code);
        Assert.Equal("unknown-site", (await KeepAsync("nowhere", "a", Goods("x"))).Failure!.Code);
    }

    [DatabaseFact]
    public async Task Issuer_ChangedFromADay_LeavesEarlierReceiptsAsTheyWere()
    {
        var (issuers, day) = (Get<KeepIssuer>(), Today.AddDays(1));
        var series = await OpenSeriesAsync();
        var sold = (await SendAsync(Guid.CreateVersion7(), Cash(series, number: 1))).Value.View;
        var says = (await IssuerAsync(sold)) with { Name = new LocalText("美祢市観光公社"), RegistrationNumber = "T4011001098993" };

        Assert.Equal("wrong-issuer-day", (await issuers.HandleAsync("mine-tourism", new IssuerRequest(says, From: Today, Version: 0), Admin, Token)).Failure!.Code);
        Assert.Equal("wrong-check-digit", (await issuers.HandleAsync("mine-tourism", new IssuerRequest(says with { RegistrationNumber = "T1234567890123" }, From: day, Version: 0), Admin, Token)).Failure!.Code);
        Assert.Null((await issuers.HandleAsync("mine-tourism", new IssuerRequest(says, From: day, Version: 0), Admin, Token)).Failure);
        Assert.Equal("issuer-changed", (await issuers.HandleAsync("mine-tourism", new IssuerRequest(says with { Phone = "0837-62-0304" }, From: day, Version: 0), Admin, Token)).Failure!.Code);
        Clock.Advance(TimeSpan.FromDays(1));
        var later = (await SendAsync(Guid.CreateVersion7(), Cash(series, number: 2))).Value.View;

        Assert.Equal(("T7123456789012", "T4011001098993"), ((await IssuerAsync(sold)).RegistrationNumber, (await IssuerAsync(later)).RegistrationNumber));
        Assert.Equal("price-has-begun", (await issuers.WithdrawAsync("mine-tourism", day, Admin, Token)).Failure!.Code);
    }

    [DatabaseFact]
    public async Task Till_Retired_SellsWhatItHasOpenAndOpensNothingNew()
    {
        var request = new SiteRequest(new LocalText("茶屋"), SiteKind.Shop, "momiji", [new KeptPlace("tea-1", new LocalText("レジ"))], []);
        var added = (await Get<KeepSite>().HandleAsync("tea", request, Admin, Token)).Value.View;
        var series = await OpenSeriesAsync("tea-1");
        Assert.Equal("place-taken", (await Get<KeepSite>().HandleAsync("other-tea", request, Admin, Token)).Failure!.Code);
        Assert.Equal("place-stays", (await Get<KeepSite>().HandleAsync("tea", request with { Tills = [], Version = added.Version }, Admin, Token)).Failure!.Code);
        Assert.Equal("site-stays", (await Get<KeepSite>().HandleAsync("tea", request with { Issuer = "mine-farm", Version = added.Version }, Admin, Token)).Failure!.Code);
        await KeepAsync("tea", "cake", Goods("菓子") with { Kind = ProductKind.Amount });

        Assert.Null((await Get<KeepSite>().HandleAsync("tea", request with { Tills = [request.Tills[0] with { Retired = true }], Version = added.Version }, Admin, Token)).Failure);

        Assert.Equal("till-retired", (await Get<OpenEpoch>().HandleAsync("tea-1", Guid.CreateVersion7(), null, null, Token)).Failure!.Code);
        var waiting = new SaleRequest("tea-1", series, 1, Clock.UtcMicros(), Language.Ja, [new LineRequest("cake", 1, new Yen(400))], new Yen(400), [new TenderRequest(Guid.CreateVersion7(), TenderKind.Cash, new Yen(400), new Yen(400))]);
        Assert.Null((await SendAsync(Guid.CreateVersion7(), waiting)).Failure);
        Assert.Equal("site-changed", (await Get<KeepSite>().HandleAsync("tea", request with { Name = new LocalText("茶店"), Version = added.Version }, Admin, Token)).Failure!.Code);
    }

    private Task<IssuerView> IssuerAsync(SaleView sale) => Get<PrintPaper>().IssuerAsync(sale, Token);
}

public sealed class KeptProductsOnSqlite(SqliteFixture database) : KeptProductContract(database), IClassFixture<SqliteFixture>;

public sealed class KeptProductsOnPostgreSql(PostgreSqlFixture database) : KeptProductContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class KeptProductsOnSqlServer(SqlServerFixture database) : KeptProductContract(database), IClassFixture<SqlServerFixture>;
