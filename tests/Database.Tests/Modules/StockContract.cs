using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Stock;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>How much there is follows from what happened, in the order in which it happened.</summary>
public abstract class StockContract(DatabaseFixture database) : StockSteps(database)
{
    [DatabaseFact]
    public async Task Level_IsTheLastCountAndEverythingAfterIt()
    {
        var shop = await OpenShopAsync();
        await SellAsync(shop, 4);
        Assert.Null(await LevelAsync(shop));
        Clock.Advance(TimeSpan.FromMinutes(1));
        await EnteredAsync(shop, StockKind.Received, 10);
        Clock.Advance(TimeSpan.FromMinutes(1));
        var sale = await SellAsync(shop, 3);
        Assert.Equal(7, await LevelAsync(shop));
        await EnteredAsync(shop, StockKind.Wasted, 1);
        Assert.Equal(6, await LevelAsync(shop));
        Clock.Advance(TimeSpan.FromMinutes(1));
        await EnteredAsync(shop, StockKind.Counted, 5);
        Assert.Equal(5, await LevelAsync(shop));
        Clock.Advance(TimeSpan.FromMinutes(1));
        await SellAsync(shop, 2);
        await BringBackAsync(shop, sale, 1, CupPrice);
        var item = await ItemAsync(shop);
        Assert.Equal((4L, 2L, 1L), (item.Level, item.Sold, item.Returned));
        Assert.Null(await LevelAsync(shop, Bowl));
    }

    [DatabaseFact]
    public async Task LateSale_TakesOffOnlyWhatWasSoldAfterTheCount()
    {
        var shop = await OpenShopAsync();
        var opened = Clock.UtcMicros();
        Clock.Advance(TimeSpan.FromHours(1));
        await EnteredAsync(shop, StockKind.Counted, 20);
        Clock.Advance(TimeSpan.FromHours(1));
        await SellAsync(shop, 3, at: opened.AddMinutes(30));
        Assert.Equal(20, await LevelAsync(shop));
        await SellAsync(shop, 3, at: opened.AddMinutes(90));
        Assert.Equal(17, await LevelAsync(shop));
        await EnteredAsync(shop, StockKind.Received, 6, at: opened.AddMinutes(45));
        Assert.Equal(17, await LevelAsync(shop));
    }

    /// <summary>A till whose clock is a day fast sells now, not tomorrow: later counts put an end to it.</summary>
    [DatabaseFact]
    public async Task FastClock_DoesNotOutlastALaterCount()
    {
        var shop = await OpenShopAsync();
        await EnteredAsync(shop, StockKind.Counted, 9);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await SellAsync(shop, 2, at: Clock.UtcMicros().AddDays(1));
        Assert.Equal(7, await LevelAsync(shop));
        Clock.Advance(TimeSpan.FromMinutes(1));
        await EnteredAsync(shop, StockKind.Counted, 7, at: Clock.UtcMicros().AddMinutes(5));
        Clock.Advance(TimeSpan.FromMinutes(1));
        await SellAsync(shop, 1);
        Assert.Equal(6, await LevelAsync(shop));
    }

    [DatabaseFact]
    public async Task Entry_SentTwentyTimesAtOnce_CountsOnceAndAnotherBodyIsTold()
    {
        var (shop, other, id) = (await OpenShopAsync(), await OpenShopAsync(), Guid.CreateVersion7());
        var request = new StockMoveRequest(Cup, StockKind.Received, 5, Clock.UtcMicros(), "朝の便");
        var answers = await AtOnceAsync(20, _ => EnterAsync(shop, request, id));
        Assert.Single(answers, answer => answer.Value.First);
        Assert.Single(answers.Select(answer => answer.Value.View).Distinct());
        Assert.Equal(5, await LevelAsync(shop));
        Assert.Equal("id-reused", (await EnterAsync(shop, request with { Quantity = 6 }, id)).Failure?.Code);
        Assert.Equal("id-reused", (await EnterAsync(other, request, id)).Failure?.Code);
    }

    [DatabaseFact]
    public async Task Move_IsWrittenAtBothEndsAndUndoneByTheSenderAtBoth()
    {
        var (shop, other, off) = (await OpenShopAsync(), await OpenShopAsync(), await OpenShopAsync(keepsStock: false));
        await EnteredAsync(shop, StockKind.Counted, 10);
        Clock.Advance(TimeSpan.FromSeconds(1));
        var wish = new StockMoveRequest(Cup, StockKind.MovedOut, 4, Clock.UtcMicros(), To: other.Site, ToProduct: Bowl);
        Assert.Equal("to", (await EnterAsync(shop, wish with { To = off.Site })).Failure?.Field);
        var sent = (await EnterAsync(shop, wish)).Value.View;
        Assert.Equal((6L, 4L), (await LevelAsync(shop), await LevelAsync(other, Bowl)));
        var arrived = Assert.Single(await EntriesAsync(other));
        Assert.Equal((StockKind.MovedIn, shop.Site, Bowl), (arrived.Kind, arrived.OtherSite, arrived.Product));

        Assert.Equal("sender-undoes", (await UndoAsync(other, arrived.Id)).Failure?.Code);
        Assert.Equal("unknown-stock-move", (await UndoAsync(other, sent.Id)).Failure?.Code);
        Assert.Equal("momiji", (await UndoAsync(shop, sent.Id)).Value.UndoneBy);
        Assert.Equal((10L, (long?)null), (await LevelAsync(shop), await LevelAsync(other, Bowl)));
        Assert.NotNull(Assert.Single(await EntriesAsync(other)).UndoneAt);
    }

    [DatabaseFact]
    public async Task Undo_TenTimesAtOnce_IsOneFactAndTheCountBeforeHoldsAgain()
    {
        var shop = await OpenShopAsync();
        await EnteredAsync(shop, StockKind.Counted, 12);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await SellAsync(shop, 2);
        Clock.Advance(TimeSpan.FromMinutes(1));
        var wrong = await EnteredAsync(shop, StockKind.Counted, 100);
        var undone = await AtOnceAsync(10, _ => UndoAsync(shop, wrong.Id));
        Assert.Single(undone.Select(answer => answer.Value).Distinct());
        Assert.Equal(10, await LevelAsync(shop));
        var facts = await ReadAsync<PosDbContext, List<StockMove>>(db => db.Set<StockMove>().AsNoTracking().Where(row => row.Undoes == wrong.Id).ToListAsync(Token));
        Assert.Equal("undone-stays", (await UndoAsync(shop, Assert.Single(facts).Id)).Failure?.Code);
        Assert.Single(await DeedsAsync(Deed.StockUndone, shop));
    }

    [DatabaseFact]
    public async Task Off_ShowsNothingAndTakesNothing_AndSalesGoOn()
    {
        var shop = await OpenShopAsync();
        var entry = await EnteredAsync(shop, StockKind.Counted, 1);
        Assert.True((await RuleAsync(shop, new StockRules(On: false))).Ok);
        Assert.True((await RuleAsync(shop, new StockRules(On: false))).Ok);

        var view = (await Get<FindStock>().HandleAsync(shop.Site, Token)).Value;
        Assert.Equal((false, 0, 0), (view.Rules.On, view.Items.Count, (await EntriesAsync(shop)).Count));
        Assert.Equal("stock-off", (await EnterAsync(shop, new StockMoveRequest(Cup, StockKind.Received, 1, Clock.UtcMicros()))).Failure?.Code);
        Assert.Equal("stock-off", (await UndoAsync(shop, entry.Id)).Failure?.Code);
        Assert.Equal("stock-off", (await Get<KeepStockRules>().HandleAsync(shop.Site, Cup, new StockMark(1), Momiji, Token)).Failure?.Code);
        await SellAsync(shop, 3);
        Assert.Equal(2, (await DeedsAsync(Deed.StockRulesKept, shop)).Count);
    }

    [DatabaseFact]
    public async Task Warnings_SayNegativeLowAndDead_AndNothingIsRefused()
    {
        var shop = await OpenShopAsync();
        await RuleAsync(shop, new StockRules(On: true, LowBelow: 5, DeadAfterDays: 30));
        await EnteredAsync(shop, StockKind.Counted, 4);
        await EnteredAsync(shop, StockKind.Counted, 50, Bowl);
        await EnteredAsync(shop, StockKind.Received, 2_500, Tea);
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([StockWarning.Low], (await ItemAsync(shop)).Warnings);
        Assert.Empty((await ItemAsync(shop, Tea)).Warnings);
        Assert.True((await Get<KeepStockRules>().HandleAsync(shop.Site, Tea, new StockMark(2_400), Momiji, Token)).Ok);
        await SellAsync(shop, 482, Tea);
        var tea = await ItemAsync(shop, Tea);
        Assert.Equal((2_018L, true, 2_400), (tea.Level, tea.Weighed, tea.OwnMark));
        Assert.Equal([StockWarning.Low], tea.Warnings);

        await SellAsync(shop, 6);
        Assert.Equal((-2L, StockWarning.Negative), ((await ItemAsync(shop)).Level, (await ItemAsync(shop)).Warnings.Single()));
        Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal([StockWarning.Dead], (await ItemAsync(shop, Bowl)).Warnings);
        await SellAsync(shop, 1, Bowl);
        Assert.Empty((await ItemAsync(shop, Bowl)).Warnings);
    }

    [DatabaseFact]
    public async Task BadEntries_NameTheirField()
    {
        var (shop, other) = (await OpenShopAsync(), await OpenShopAsync());
        var good = new StockMoveRequest(Cup, StockKind.Received, 1, Clock.UtcMicros());
        foreach (var (field, wrong) in new (string, StockMoveRequest)[]
        {
            ("product", good with { Product = "nothing" }), ("product", good with { Product = "wrapping" }), ("kind", good with { Kind = StockKind.Undone }), ("kind", good with { Kind = StockKind.MovedIn }),
            ("quantity", good with { Quantity = 0 }), ("quantity", good with { Quantity = -3 }), ("quantity", good with { Quantity = 100_000 }), ("quantity", good with { Kind = StockKind.Counted, Quantity = -1 }),
            ("quantity", good with { Product = Tea, Quantity = 100_000_000 }), ("occurredAt", good with { OccurredAt = good.OccurredAt.AddHours(1) }), ("occurredAt", good with { OccurredAt = good.OccurredAt.AddDays(-32) }),
            ("occurredAt", good with { OccurredAt = default }), ("note", good with { Note = new string('x', 201) }), ("note", good with { Note = "a\0b" }), ("to", good with { To = other.Site }),
            ("to", good with { Kind = StockKind.MovedOut }), ("to", good with { Kind = StockKind.MovedOut, To = shop.Site }), ("to", good with { Kind = StockKind.MovedOut, To = "nowhere" }),
            ("toProduct", good with { Kind = StockKind.MovedOut, To = other.Site, ToProduct = Tea }),
        })
            Assert.Equal((field, FailureKind.Invalid), ((await EnterAsync(shop, wrong)).Failure?.Field, (await EnterAsync(shop, wrong)).Failure?.Kind));
        Assert.Equal("lowBelow", (await RuleAsync(shop, new StockRules(On: true, LowBelow: -1))).Failure?.Field);
        Assert.Equal("deadAfterDays", (await RuleAsync(shop, new StockRules(On: true, DeadAfterDays: 0))).Failure?.Field);
        Assert.Empty(await EntriesAsync(shop));
        Assert.True((await EnterAsync(shop, good with { Kind = StockKind.Counted, Quantity = 0 })).Ok);
        Assert.True((await EnterAsync(shop, good with { Product = Tea, Quantity = 99_999_999 })).Ok);
    }

    private Task<Result<StockMoveView>> UndoAsync(ShelfShop shop, Guid id) => Get<UndoMove>().HandleAsync(shop.Site, id, Momiji, Token);

    private Task<Result<StockRules>> RuleAsync(ShelfShop shop, StockRules rules) => Get<KeepStockRules>().HandleAsync(shop.Site, rules, Momiji, Token);

    private async Task<IReadOnlyList<StockMoveView>> EntriesAsync(ShelfShop shop) => (await Get<FindStock>().MovesAsync(shop.Site, null, null, 50, Token)).Value.Items;

    private async Task<IReadOnlyList<AuditView>> DeedsAsync(Deed deed, ShelfShop shop) =>
        (await Get<SearchAudit>().HandleAsync(new AuditQuestion(Deed: deed, Subject: shop.Site), Token)).Value.Items;
}

public sealed class StockOnSqlite(SqliteFixture database) : StockContract(database), IClassFixture<SqliteFixture>;

public sealed class StockOnPostgreSql(PostgreSqlFixture database) : StockContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class StockOnSqlServer(SqlServerFixture database) : StockContract(database), IClassFixture<SqlServerFixture>;
