using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Refunds;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Stock;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>A shop with a shelf: it sells cups by the piece and tea by weight, and keeps its stock.</summary>
public abstract class StockSteps(DatabaseFixture database) : SellingSuite(database)
{
    private protected const string Cup = "cup";
    private protected const string Bowl = "bowl";
    private protected const string Tea = "tea";
    private protected const long CupPrice = 500;
    private static readonly TimeSpan CatalogueIsOld = TimeSpan.FromSeconds(11);
    private static int _shops = 700;

    private protected static Actor Momiji { get; } = new("momiji");

    /// <summary>A shop of its own for each test: they share one database.</summary>
    private protected async Task<ShelfShop> OpenShopAsync(bool keepsStock = true)
    {
        var no = Interlocked.Increment(ref _shops);
        var code = $"shelf-{Guid.CreateVersion7():n}"[..30];
        await WriteAsync(db => db.Add(NewSite(no, code)));
        Clock.Advance(CatalogueIsOld);
        if (keepsStock)
            Assert.True((await Get<KeepStockRules>().HandleAsync(code, new StockRules(On: true), Momiji, Token)).Ok);
        var series = (await Get<Pos.Tills.OpenEpoch>().HandleAsync(code, Guid.CreateVersion7(), null, null, Token)).Value.View.Epoch;
        return new ShelfShop(code, series);
    }

    private protected Task<Result<Written<StockMoveView>>> EnterAsync(ShelfShop shop, StockMoveRequest request, Guid? id = null) =>
        Get<EnterMove>().HandleAsync(shop.Site, id ?? Guid.CreateVersion7(), request, Momiji, Token);

    private protected async Task<StockMoveView> EnteredAsync(ShelfShop shop, StockKind kind, int quantity, string product = Cup, DateTime? at = null) =>
        (await EnterAsync(shop, new StockMoveRequest(product, kind, quantity, at ?? Clock.UtcMicros()))).Value.View;

    private protected async Task<StockItemView> ItemAsync(ShelfShop shop, string product = Cup) =>
        (await Get<FindStock>().HandleAsync(shop.Site, Token)).Value.Items.Single(item => item.Product == product);

    private protected async Task<long?> LevelAsync(ShelfShop shop, string product = Cup) => (await ItemAsync(shop, product)).Level;

    /// <summary>Sells some of a product, at a time of the till's.</summary>
    private protected async Task<SaleView> SellAsync(ShelfShop shop, int quantity, string product = Cup, DateTime? at = null, long discount = 0)
    {
        var total = new Yen(product == Tea ? 2L * quantity : CupPrice * quantity) - new Yen(discount);
        var line = product == Tea ? new LineRequest(Tea, 1, Weighing: new Weighing(quantity + 30, 30)) : new LineRequest(product, quantity);
        var request = new SaleRequest(
            shop.Site, shop.Series, shop.Next(), at ?? Clock.UtcMicros(), Language.Ja, [line], total, [new TenderRequest(Guid.CreateVersion7(), TenderKind.Cash, total, total)],
            discount > 0 ? new BasketTerms(Reason: "常連", Discount: new Yen(discount)) : null);
        var sold = await Get<RecordSale>().HandleAsync(Guid.CreateVersion7(), request, Momiji, Token);
        Assert.True(sold.Ok, sold.Failure?.En);
        return sold.Value.View;
    }

    private protected async Task<RefundView> BringBackAsync(ShelfShop shop, SaleView sale, int quantity, long total)
    {
        var wish = new RefundRequest(shop.Site, shop.Series, shop.Next(), Clock.UtcMicros(), "割れていた", [new RefundLineRequest(1, quantity)], new Yen(total));
        var given = await Get<RefundSale>().HandleAsync(sale.Id, Guid.CreateVersion7(), wish, Momiji, Token);
        Assert.True(given.Ok, given.Failure?.En);
        return given.Value.View;
    }

    private static Site NewSite(int no, string code) => new()
    {
        No = no,
        Code = code,
        Name = new LocalText("棚のある店", "A shop with a shelf"),
        Kind = SiteKind.Shop,
        Issuer = "momiji",
        Places = [new Place { Kind = PlaceKind.Till, Code = code, Name = new LocalText("レジ", "Till") }],
        Products = [NewProduct(1, Cup, ProductKind.Goods, CupPrice), NewProduct(2, Bowl, ProductKind.Goods, CupPrice), NewProduct(3, Tea, ProductKind.Weighed, 2_000), NewProduct(4, "wrapping", ProductKind.Service, 100)],
    };

    private static Product NewProduct(int no, string code, ProductKind kind, long price) => new()
    {
        No = no,
        Code = code,
        Name = new LocalText(code),
        Kind = kind,
        TaxClass = "standard",
        Prices = [new Price { From = new DateOnly(2019, 10, 1), Amount = new Yen(price) }],
    };
}

/// <summary>A shop and its till of the same name.</summary>
internal sealed class ShelfShop(string site, int series)
{
    private int _number;

    public string Site => site;

    public int Series => series;

    public int Next() => Interlocked.Increment(ref _number);
}
