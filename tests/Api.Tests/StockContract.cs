using System.Net;
using System.Text;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;

namespace Tourism.Api.Tests;

/// <summary>A shop keeps its stock over the wire: whose it is, what is written down about it, and what leaves as a file.</summary>
public abstract class StockContract(DatabaseFixture database) : DatabaseSuite(database)
{
    private const string Stock = "/api/v1/sites/momiji/stock";
    private const string Suppliers = "/api/v1/sites/momiji/suppliers";
    private const string Rules = Stock + "/rules";

    private static DateTime Now => TimeProvider.System.UtcMicros();

    private static DateOnly Today => BusinessDate.Of(Now);

    [DatabaseFact]
    public async Task Shelf_OfAShop_IsItsOwnFromTheSwitchToTheSettlement()
    {
        await using var host = await RunningHost.StartAsync(Database, ShelfCity.WithGoodsOnAShelf);
        using var owner = await Staff.SignInAsync(host.Url, "momiji");
        using var farm = await Staff.SignInAsync(host.Url, "yuki");
        using var auditor = await Staff.SignInAsync(host.Url, "kawano");
        using var admin = await Staff.SignInAsync(host.Url, "admin");
        await OnlyTheOwnerTurnsItOnAsync(owner, farm, admin);
        await AnotherShopReachesNothingAsync(farm);
        await SellingTakesOffTheShelfAsync(owner);
        await BodiesThatAreNoneAreRefusedAsync(owner);
        await SettleAsync(owner);
        await TakenOutAsAFileAsync(owner);
        Assert.Equal(3, (await auditor.GetAsync<StockView>(Stock)).Items.Single(item => item.Product == "cup").Level);
        using (var written = await auditor.SendAsync(HttpMethod.Put, Rules, new StockRules(On: false)))
            Assert.Equal(HttpStatusCode.Forbidden, written.StatusCode);
        await TheTrailTellsItAsync(admin);
    }

    private static async Task OnlyTheOwnerTurnsItOnAsync(Staff owner, Staff farm, Staff admin)
    {
        Assert.Equal((false, 0), await ShownAsync(owner));
        await owner.RefusedAsync(HttpMethod.Put, $"{Stock}/moves/{Guid.CreateVersion7()}", new StockMoveRequest("cup", StockKind.Received, 1, Now), "stock-off");
        using (var staff = await farm.SendAsync(HttpMethod.Put, "/api/v1/sites/trout-farm/stock/rules", new StockRules(On: true)))
            Assert.Equal(HttpStatusCode.Forbidden, staff.StatusCode);
        await owner.PutAsync<StockRules>(Rules, new StockRules(On: true, LowBelow: 4));
        await admin.PutAsync<StockRules>("/api/v1/sites/trout-farm/stock/rules", new StockRules(On: true));
        Assert.Equal((true, 4), await ShownAsync(owner));
    }

    private static async Task<(bool, int)> ShownAsync(Staff staff)
    {
        var view = await staff.GetAsync<StockView>(Stock);
        return (view.Rules.On, view.Items.Count);
    }

    /// <summary>Staff of the farm have all the roles of a shop, elsewhere.</summary>
    private static async Task AnotherShopReachesNothingAsync(Staff farm)
    {
        var (id, move) = (Guid.CreateVersion7(), new StockMoveRequest("cup", StockKind.Received, 1, Now));
        await farm.RefusedAsync(HttpMethod.Get, Stock, new { }, "other-place");
        await farm.RefusedAsync(HttpMethod.Get, Stock + "/moves", new { }, "other-place");
        await farm.RefusedAsync(HttpMethod.Put, $"{Stock}/moves/{id}", move, "other-place");
        await farm.RefusedAsync(HttpMethod.Put, $"{Stock}/moves/{id}/undo", new { }, "other-place");
    }

    private static async Task SellingTakesOffTheShelfAsync(Staff owner)
    {
        var (id, move) = (Guid.CreateVersion7(), new StockMoveRequest("cup", StockKind.Counted, 5, Now.AddMinutes(-1)));
        var first = await owner.PutAsync<StockMoveView>($"{Stock}/moves/{id}", move);
        Assert.Equal(first, await owner.PutAsync<StockMoveView>($"{Stock}/moves/{id}", move));
        var supplier = await owner.PutAsync<SupplierView>($"{Suppliers}/s1", new SupplierRequest(new LocalText("萩の陶工", "Potter of Hagi")));
        await owner.PutAsync<ConsignmentView>($"/api/v1/sites/momiji/consignments/{Guid.CreateVersion7()}", new ConsignmentRequest("cup", supplier.Code, 55, Today));
        var series = (await owner.PutAsync<EpochView>($"/api/v1/tills/momiji-1/epochs/{Guid.CreateVersion7()}", new { })).Epoch;
        var sale = new SaleRequest("momiji-1", series, 1, Now, "ja", [new LineRequest("cup", 2)], new Yen(2_400), [new TenderRequest(Guid.CreateVersion7(), TenderKind.Cash, new Yen(2_400), new Yen(3_000))]);
        await owner.PutAsync<SaleView>($"/api/v1/sales/{Guid.CreateVersion7()}", sale);
        var cup = (await owner.GetAsync<StockView>(Stock)).Items.Single(item => item.Product == "cup");
        Assert.Equal((3L, 2L, StockWarning.Low), (cup.Level, cup.Sold, cup.Warnings.Single()));
    }

    private static async Task BodiesThatAreNoneAreRefusedAsync(Staff owner)
    {
        foreach (var (body, field) in new[]
        {
            ("""{"product":"cup","kind":"received","quantity":3000000000,"occurredAt":"2026-11-22T09:00:00Z"}""", "quantity"), ("""{"product":"cup","kind":"sold","quantity":1,"occurredAt":"2026-11-22T09:00:00Z"}""", "kind"),
            ("""{"product":"cup","kind":"received","quantity":1.5,"occurredAt":"2026-11-22T09:00:00Z"}""", "quantity"), ("""{"kind":"received","quantity":1,"occurredAt":"2026-11-22T09:00:00Z"}""", "product"),
            ("""{"product":"cup","kind":"received","quantity":1,"occurredAt":"2026-11-22T09:00:00Z","surprise":1}""", "surprise"),
        })
        {
            using var json = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await owner.SendAsync(HttpMethod.Put, $"{Stock}/moves/{Guid.CreateVersion7()}", json);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains($"\"field\":\"{field}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await owner.RefusedAsync(HttpMethod.Get, $"{Suppliers}/s1/statement.csv?encoding=latin1", new { }, "wrong-stock");
        await owner.RefusedAsync(HttpMethod.Get, $"{Stock}/moves?take=500", new { }, "wrong-stock");
    }

    private static async Task SettleAsync(Staff owner)
    {
        var statement = await owner.GetAsync<StatementView>($"{Suppliers}/s1/statement");
        Assert.Equal((1, new Yen(1_320)), (statement.OpenLines, statement.Open));
        var (id, request) = (Guid.CreateVersion7(), new SettlementRequest(statement.From, statement.To, statement.Open));
        var settled = await owner.PutAsync<SettlementView>($"{Suppliers}/s1/settlements/{id}", request);
        Assert.Equal(settled, await owner.PutAsync<SettlementView>($"{Suppliers}/s1/settlements/{id}", request));
        await owner.RefusedAsync(HttpMethod.Put, $"{Suppliers}/s1/settlements/{Guid.CreateVersion7()}", request, "nothing-to-settle");
    }

    private static async Task TakenOutAsAFileAsync(Staff owner)
    {
        using var file = await owner.SendAsync(HttpMethod.Get, $"{Suppliers}/s1/statement.csv");
        var lines = Encoding.UTF8.GetString(await file.Content.ReadAsByteArrayAsync()).Split("\r\n");
        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
        Assert.Contains(",sale,cup,Hagi tea cup,2,2400,55,1320,", lines[1], StringComparison.Ordinal);
    }

    private static async Task TheTrailTellsItAsync(Staff admin)
    {
        var told = (await admin.GetAsync<AuditPage>("/api/v1/audit?subject=momiji&take=200")).Items.Where(item => item.Person == "momiji").Select(item => item.Deed);
        Assert.Equal([Deed.Exported, Deed.SupplierSettled, Deed.ConsignmentKept, Deed.SupplierKept, Deed.StockRulesKept], told.Where(deed => deed != Deed.SignedIn && deed != Deed.Denied));
    }
}

public sealed class StockOnSqlite(SqliteFixture database) : StockContract(database), IClassFixture<SqliteFixture>;

public sealed class StockOnPostgreSql(PostgreSqlFixture database) : StockContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class StockOnSqlServer(SqlServerFixture database) : StockContract(database), IClassFixture<SqlServerFixture>;
