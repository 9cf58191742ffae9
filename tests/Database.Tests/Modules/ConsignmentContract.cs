using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Stock.Consignments;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>A supplier gets a share of every sale of their goods, each line once.</summary>
public abstract class ConsignmentContract(DatabaseFixture database) : StockSteps(database)
{
    private const string Potter = "potter";

    private DateOnly Today => BusinessDate.Of(Clock.UtcMicros());

    [DatabaseFact]
    public async Task Settlement_CoversEveryLineOnce_AndLateSalesAndRefundsComeIntoTheNext()
    {
        var shop = await SuppliedAsync(percent: 33);
        var first = await SellAsync(shop, 3, discount: 100);
        await SellAsync(shop, 1, Bowl);
        // 33 % of 1,400 yen is 462.
        Assert.Equal((1_400L, 462L, 462L, 1), await FiguresAsync(shop));
        var (id, request) = (Guid.CreateVersion7(), new SettlementRequest(Today, Today, new Yen(462)));
        var answers = await AtOnceAsync(8, _ => SettleAsync(shop, id, request));
        Assert.Single(answers, answer => answer.Value.First);
        Assert.Single(answers.Select(answer => answer.Value.View).Distinct());
        Assert.Equal("id-reused", (await SettleAsync(shop, id, request with { Total = new Yen(1) })).Failure?.Code);
        Assert.Equal("nothing-to-settle", (await SettleAsync(shop, Guid.CreateVersion7(), request)).Failure?.Code);

        await SellAsync(shop, 1, at: Clock.UtcMicros().AddHours(-1));
        await BringBackAsync(shop, first, 1, 467);
        await BringBackAsync(shop, first, 2, 933);
        Clock.Advance(TimeSpan.FromDays(1));
        var next = await StatementAsync(shop, Today, Today);
        // The late line gives 165, and the two refunds together take back all of the 462.
        Assert.Equal((3, 165L - 462L), (next.OpenLines, next.Open.Amount));
        Assert.Equal([165L, -155L, -307L], next.Lines.OrderByDescending(line => line.Due).Select(line => line.Due.Amount));
        Assert.True((await SettleAsync(shop, Guid.CreateVersion7(), new SettlementRequest(Today, Today, new Yen(165 - 462)))).Ok);
        Assert.Equal(0, (await StatementAsync(shop, Today, Today)).OpenLines);
    }

    [DatabaseFact]
    public async Task Settlements_OfTwoPeopleAtOnce_ShareNoLine()
    {
        var shop = await SuppliedAsync(percent: 50);
        for (var sale = 0; sale < 6; sale++)
            await SellAsync(shop, 1);
        var answers = await AtOnceAsync(6, _ => SettleAsync(shop, Guid.CreateVersion7(), new SettlementRequest(Today, Today, new Yen(1_500))));
        var settled = Assert.Single(answers, answer => answer.Ok).Value.View;
        Assert.Equal((6, 1_500L), (settled.Lines, settled.Total.Amount));
        Assert.All(answers.Where(answer => !answer.Ok), answer => Assert.Equal("nothing-to-settle", answer.Failure!.Code));
    }

    [DatabaseFact]
    public async Task Settlement_OfAnotherTotalThanSeen_IsRefusedAndLeavesNothing()
    {
        var shop = await SuppliedAsync(percent: 50);
        await SellAsync(shop, 2);
        var seen = new SettlementRequest(Today, Today, new Yen(500));
        await SellAsync(shop, 1);
        Assert.Equal(("settlement-differs", "total"), Told(await SettleAsync(shop, Guid.CreateVersion7(), seen)));
        Assert.Empty((await StatementAsync(shop, Today, Today)).Settlements);
        Assert.Equal("to", (await SettleAsync(shop, Guid.CreateVersion7(), seen with { To = Today.AddDays(1) })).Failure?.Field);
        Assert.Equal("from", (await SettleAsync(shop, Guid.CreateVersion7(), seen with { From = Today.AddDays(-500) })).Failure?.Field);
        Assert.Equal("unknown-supplier", (await Get<SettleSupplier>().HandleAsync(shop.Site, "nobody", Guid.CreateVersion7(), seen, Momiji, Token)).Failure?.Code);
    }

    [DatabaseFact]
    public async Task Terms_OfOneProductNeverOverlap_AndEndAfterTheirLastSettledSale()
    {
        var shop = await SuppliedAsync(percent: 50);
        Assert.True((await KeepAsync(shop, "weaver", new SupplierRequest(new LocalText("機織り")))).Ok);
        var wish = new ConsignmentRequest(Cup, "weaver", 40, Today.AddDays(10));
        Assert.Equal(("consignment-overlaps", "from"), Told(await AgreeAsync(shop, wish)));
        var races = await AtOnceAsync(6, turn => AgreeAsync(shop, wish with { Product = Bowl, From = Today.AddDays(turn) }));
        Assert.Single(races, answer => answer.Ok);
        await SellAsync(shop, 1);
        Assert.True((await SettleAsync(shop, Guid.CreateVersion7(), new SettlementRequest(Today, Today, new Yen(250)))).Ok);
        var terms = (await Get<KeepSuppliers>().ListAsync(shop.Site, Token)).Single(supplier => supplier.Code == Potter).Terms.Single();
        Assert.Equal("settled-until", (await EndAsync(shop, terms.Id, Today.AddDays(-1))).Failure?.Code);
        Assert.Equal("to", (await EndAsync(shop, terms.Id, Today.AddYears(-2))).Failure?.Field);
        Assert.True((await EndAsync(shop, terms.Id, Today)).Ok);
        Assert.True((await EndAsync(shop, terms.Id, Today)).Ok);
        Assert.True((await AgreeAsync(shop, wish)).Ok);
        Clock.Advance(TimeSpan.FromDays(1));
        await SellAsync(shop, 5);
        Assert.Equal(0, (await StatementAsync(shop, Today, Today)).OpenLines);
    }

    [DatabaseFact]
    public async Task BadSuppliersAndTerms_NameTheirField()
    {
        var shop = await SuppliedAsync(percent: 50);
        var good = new SupplierRequest(new LocalText("陶工"), Version: 0);
        foreach (var (field, code, wrong) in new (string, string, SupplierRequest)[]
        {
            ("supplier", "Bad Code", good), ("name", Potter, good with { Name = new LocalText(" ") }), ("name", Potter, good with { Name = new LocalText(new string('x', 101)) }),
            ("registrationNumber", Potter, good with { RegistrationNumber = "T123" }), ("payoutNote", Potter, good with { PayoutNote = new string('x', 201) }), ("version", Potter, good with { Version = 7 }),
        })
            Assert.Equal(field, (await KeepAsync(shop, code, wrong)).Failure?.Field);
        Assert.True((await KeepAsync(shop, Potter, good with { RegistrationNumber = "T1234567890123" })).Value.NumberDoubtful);
        var terms = new ConsignmentRequest(Bowl, Potter, 40, Today);
        foreach (var (field, wrong) in new (string, ConsignmentRequest)[]
        {
            ("product", terms with { Product = "nothing" }), ("supplier", terms with { Supplier = "nobody" }), ("percent", terms with { Percent = 0 }), ("percent", terms with { Percent = 101 }),
            ("from", terms with { From = Today.AddYears(-2) }), ("to", terms with { To = Today.AddDays(-1) }),
        })
            Assert.Equal(field, (await AgreeAsync(shop, wrong)).Failure?.Field);
    }

    /// <summary>A supplier's name or a product's that looks like a formula stays a text.</summary>
    [Fact]
    public void Csv_OfAStatement_IsReadAsTextAndNumbers()
    {
        var line = new DueLineView(Guid.Empty, 1, true, "=1+1", new DateOnly(2026, 11, 22), "@cmd", new LocalText("＝HYPERLINK(\"x\",1)"), 1, new Yen(-500), 33, new Yen(-165), null);
        var csv = StatementCsv.Write(new StatementView("potter", new LocalText("陶工"), line.Date, line.Date, [line], line.Amount, line.Due, line.Due, 1, []), Language.Ja);
        Assert.Equal("2026-11-22,'=1+1,返品,'@cmd,\"'＝HYPERLINK(\"\"x\"\",1)\",1,-500,33,-165,", csv.Split("\r\n")[1]);
    }

    private async Task<ShelfShop> SuppliedAsync(int percent)
    {
        var shop = await OpenShopAsync();
        Assert.True((await KeepAsync(shop, Potter, new SupplierRequest(new LocalText("萩の陶工")))).Ok);
        var (id, terms) = (Guid.CreateVersion7(), new ConsignmentRequest(Cup, Potter, percent, Today.AddDays(-1)));
        var agreed = await AtOnceAsync(4, _ => Get<KeepConsignments>().AgreeAsync(shop.Site, id, terms, Momiji, Token));
        Assert.Single(agreed.Select(answer => answer.Value.View).Distinct());
        return shop;
    }

    private Task<Result<SupplierView>> KeepAsync(ShelfShop shop, string code, SupplierRequest request) =>
        Get<KeepSuppliers>().KeepAsync(shop.Site, code, request, Momiji, Token);

    private Task<Result<Written<ConsignmentView>>> AgreeAsync(ShelfShop shop, ConsignmentRequest request) =>
        Get<KeepConsignments>().AgreeAsync(shop.Site, Guid.CreateVersion7(), request, Momiji, Token);

    private Task<Result<ConsignmentView>> EndAsync(ShelfShop shop, Guid id, DateOnly to) =>
        Get<KeepConsignments>().EndAsync(shop.Site, id, new ConsignmentEnd(to), Momiji, Token);

    private Task<Result<Written<SettlementView>>> SettleAsync(ShelfShop shop, Guid id, SettlementRequest request) =>
        Get<SettleSupplier>().HandleAsync(shop.Site, Potter, id, request, Momiji, Token);

    private async Task<StatementView> StatementAsync(ShelfShop shop, DateOnly from, DateOnly to) =>
        (await Get<FindStatement>().HandleAsync(shop.Site, Potter, from, to, Token)).Value;

    private async Task<(long Amount, long Due, long Open, int Lines)> FiguresAsync(ShelfShop shop)
    {
        var statement = await StatementAsync(shop, Today, Today);
        return (statement.Amount.Amount, statement.Due.Amount, statement.Open.Amount, statement.OpenLines);
    }

    private static (string?, string?) Told<T>(Result<T> answer) => (answer.Failure?.Code, answer.Failure?.Field);
}

public sealed class ConsignmentOnSqlite(SqliteFixture database) : ConsignmentContract(database), IClassFixture<SqliteFixture>;

public sealed class ConsignmentOnPostgreSql(PostgreSqlFixture database) : ConsignmentContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class ConsignmentOnSqlServer(SqlServerFixture database) : ConsignmentContract(database), IClassFixture<SqlServerFixture>;
