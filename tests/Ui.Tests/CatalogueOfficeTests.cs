using System.Net;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Tourism.Kernel;
using Tourism.Pos.Office.Changes;
using Tourism.Pos.Office.Imports;
using Tourism.Pos.Office.Merchants;
using Tourism.Pos.Office.Products;
using Tourism.Pos.Shared.Wire;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

/// <summary>The screens by which a city and its shops keep products, prices, merchants and places.</summary>
public sealed class CatalogueOfficeTests : StaffScreen
{
    private const string Products = "/api/v1/sites/momiji/products";
    private const string Imports = "/api/v1/sites/momiji/imports";
    private static readonly DateOnly Tomorrow = BusinessDate.Of(new QuickTime().UtcMicros()).AddDays(1);

    private static KeptProductView Fan { get; } = new(
        "fan", 3, new ProductRequest(new LocalText("うちわ", "Fan"), ProductKind.Goods, "standard", Version: 4), new Yen(400), null, [new PriceView(new DateOnly(2026, 4, 1), new Yen(400), null, Begun: true)]);

    private static KeptSiteView Momiji { get; } = new(
        "momiji", 2, new SiteRequest(new LocalText("おみやげ もみじ"), SiteKind.Shop, "momiji", [new KeptPlace("momiji-1", new LocalText("スマホ"))], [], Version: 7));

    [Fact]
    public void Product_New_IsSentWithItsCodeAndAskedForItsPrice()
    {
        var desk = OpenProducts();
        Tap(desk, "new");
        Find(desk, "product-code").Input("cup");
        Find(desk, "product-name-ja").Input("湯のみ");
        Find(desk, "product-tax").Change("reduced");
        Server.On("PUT", Products, sent => new KeptProductView("cup", 4, sent.Read<ProductRequest>() with { Version = 0 }, null, null, []));
        SubmitProduct(desk);

        Await(desk, "saved");
        var sent = Server.Of("PUT", Products)[^1];
        Assert.EndsWith("/products/cup", sent.Path, StringComparison.Ordinal);
        Assert.Equal(("湯のみ", "reduced", null), (sent.Read<ProductRequest>().Name.Ja, sent.Read<ProductRequest>().TaxClass, sent.Read<ProductRequest>().Version));
        Assert.Equal(BusinessDate.Text(Tomorrow), Find(desk, "price-from").GetAttribute("value"));
    }

    [Fact]
    public void Product_ChangedByAnotherMeanwhile_ShowsWhatDiffersFieldByFieldAndIsSavedOnTop()
    {
        var desk = OpenProducts();
        Tap(desk, "product-fan");
        Find(desk, "product-kana").Input("うちわ");
        var theirs = Fan with { Says = Fan.Says with { Name = new LocalText("竹うちわ", "Fan"), Version = 5 } };
        Server.On("GET", Products + "/fan", _ => theirs);
        Server.Refuse("PUT", Products, HttpStatusCode.Conflict, "ほかの人が先に変えました。");
        SubmitProduct(desk);

        Await(desk, "differences");
        Assert.Equal(["名称（日本語）", "竹うちわ", "うちわ"], Cells(Find(desk, "differs-name-ja")));
        Assert.Equal(["よみ", "", "うちわ"], Cells(Find(desk, "differs-kana")));
        Assert.Empty(desk.FindAll("[data-testid=differs-tax]"));
        Assert.Contains("竹うちわ", Find(desk, "product-fan").TextContent, StringComparison.Ordinal);
        SubmitProduct(desk);
        Eventually(() => Assert.Equal([4, 5], Server.Of("PUT", Products).Select(sent => sent.Read<ProductRequest>().Version!.Value)));
    }

    [Fact]
    public void Price_FromADay_IsSentUnderThatDayAndOneAheadCanBeWithdrawn()
    {
        var (desk, day) = (OpenProducts(), BusinessDate.Text(Tomorrow));
        Tap(desk, "product-fan");
        Find(desk, "price-yen").Input("450");
        var priced = Fan with { Prices = [new PriceView(Tomorrow, new Yen(450), null, Begun: false), .. Fan.Prices] };
        Server.On("PUT", $"{Products}/fan/prices/{day}", _ => priced);
        Server.On("DELETE", $"{Products}/fan/prices/{day}", _ => Fan);
        Find(desk, "price-add").Closest("form")!.Submit();

        Await(desk, $"price-{day}");
        Assert.Equal(new PriceRequest(new Yen(450)), Server.Of("PUT", $"{Products}/fan/prices/{day}")[0].Read<PriceRequest>());
        Assert.Empty(desk.FindAll("[data-testid=withdraw-2026-04-01]"));
        Tap(desk, $"withdraw-{day}");
        Eventually(() => Assert.Single(Server.Of("DELETE", $"{Products}/fan/prices/{day}")));
        desk.WaitForAssertion(() => Assert.Empty(desk.FindAll($"[data-testid=price-{day}]")));
        Assert.Empty(desk.FindAll("[data-testid=price-today]"));
        Find(desk, "price-from").Change(BusinessDate.Text(Tomorrow.AddDays(-1)));
        Await(desk, "price-today");
    }

    [Fact]
    public void Auditor_SeesProductsAndChangesNothing()
    {
        var desk = OpenProducts(mayChange: false);
        Tap(desk, "product-fan");

        Assert.True(Find(desk, "product-name-ja").HasAttribute("disabled"));
        Assert.All(["new", "save", "price-add"], id => Assert.Empty(desk.FindAll($"[data-testid={id}]")));
    }

    [Fact]
    public void Import_WithMistakes_IsCheckedShownCarriedOutAndTakenBack()
    {
        var state = ImportState.Reading;
        var desk = OpenImports();
        Server.On("GET", Imports + "/", _ => Import(state == ImportState.Reading ? state = ImportState.Checked : state));
        Server.On("PUT", Imports, _ => Import(state));
        Server.On("PUT", $"{Imports}/{ImportId}/application", _ => Import(state = ImportState.Applied));
        Server.On("PUT", $"{Imports}/{ImportId}/undoing", _ => Import(state = ImportState.Undone));
        desk.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("Code", "goods.csv"));
        Await(desk, "problems");

        Assert.EndsWith("?name=goods.csv", Server.Of("PUT", Imports)[0].Query, StringComparison.Ordinal);
        Assert.Equal(("2", "1"), (Find(desk, "added").TextContent, Find(desk, "wrong").TextContent));
        Assert.Equal("正しい 2 行だけ取り込む", Find(desk, "apply").TextContent);
        Tap(desk, "apply");
        Tap(desk, "undo");
        Eventually(() => Assert.Equal("Undone", Find(desk, "import-open").GetAttribute("data-state")));
        Assert.Equal(new ImportDecision(GoodRowsOnly: true), Server.Of("PUT", $"{Imports}/{ImportId}/application")[0].Read<ImportDecision>());
    }

    [Fact]
    public void Import_SentAgainAfterALostAnswer_KeepsItsName()
    {
        var desk = OpenImports();
        Server.On("PUT", Imports, _ => Import(ImportState.Checked));
        Server.Down = true;
        desk.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("Code", "goods.csv"));
        Await(desk, "problem");
        Server.Down = false;
        Tap(desk, "retry");
        Await(desk, "import-open");

        Assert.Single(Server.Of("PUT", Imports).Select(sent => sent.Path).Distinct());
        Assert.Equal(2, Server.Of("PUT", Imports).Count);
    }

    [Fact]
    public void Import_OfAFileThatIsTooLarge_IsNotSent()
    {
        var desk = OpenImports();
        desk.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(new byte[ImportView.MostBytes + 1], "goods.xlsx"));

        Await(desk, "too-large");
        Assert.Empty(Server.Of("PUT", Imports));
    }

    [Fact]
    public void Day_WithChanges_ShowsAmountsBeforeAndAfterAndTheNextDays()
    {
        var day = new DateOnly(2026, 12, 1);
        Server.On("GET", "/api/v1/sites", _ => new[] { Momiji });
        Server.On("GET", "/api/v1/changes", sent => sent.Query.Contains("2026-12-01", StringComparison.Ordinal)
            ? new DayChangesView(day, [new(DayChangeKind.TaxRate, null, "reduced", null, 8, 0), new(DayChangeKind.Price, "momiji", "fan", Fan.Says.Name, 400, 1450)], [])
            : new DayChangesView(new DateOnly(2026, 11, 22), [], [day]));
        var desk = Render<ChangesDesk>();
        Await(desk, "nothing");
        Tap(desk, "next-2026-12-01");

        desk.WaitForAssertion(() => Assert.Equal(["おみやげ もみじ", "うちわ", "400 円", "1,450 円"], Cells(Find(desk, "change-fan"))));
        Assert.Equal(["すべて", "税率: 軽減", "8 %", "0 %"], Cells(Find(desk, "change-reduced")));
    }

    [Fact]
    public void PriceList_CopiedWithAnotherPrice_IsSentWholeWithItsGroups()
    {
        var list = new TariffRowView(
            "regular-2019", new LocalText("通常料金"), new DateOnly(2019, 10, 1), null, false, true, "条例", [new TierView(20, null, new LocalText("団体"))],
            [new TariffPriceView("adult", new Yen(1300), [new GroupPriceView(20, new Yen(1100))]), new TariffPriceView("child", new Yen(700))]);
        Server.On("GET", "/api/v1/sites", _ => new[] { Momiji with { Says = Momiji.Says with { Gates = [new KeptPlace("main", new LocalText("入口"))] } } });
        Server.On("GET", Products, _ => new ProductPageView(0, [], []));
        Server.On("GET", "/api/v1/sites/momiji/tariffs", _ => new[] { list });
        Server.On("PUT", "/api/v1/sites/momiji/tariffs/", _ => list);
        var lists = Render<PriceLists>(panel => panel.Add(p => p.MayChange, true));
        Tap(lists, "copy-regular-2019");
        Find(lists, "list-code").Input("regular-2027");
        Find(lists, "list-from").Change("2027-04-01");
        Find(lists, "list-adult-20").Input("1200");
        Assert.True(Find(lists, "list-adopt").HasAttribute("disabled"));
        Find(lists, "list-article").Input("令和9年条例");
        Find(lists, "list-adopt").Closest("form")!.Submit();

        Eventually(() => Assert.Single(Server.Of("PUT", "/api/v1/sites/momiji/tariffs/regular-2027")));
        var sent = Server.Of("PUT", "/api/v1/sites/momiji/tariffs/")[0].Read<TariffRequest>();
        Assert.Equal(("regular-2019", new DateOnly(2027, 4, 1), null), (sent.CopyOf, sent.From, sent.To));
        Assert.Equal([(1300L, 1200L), (700L, 0L)], sent.Prices.Select(price => (price.Single.Amount, price.Groups?.Single().Price.Amount ?? 0)));
    }

    [Fact]
    public void Site_ChangedByAnotherMeanwhile_SaysWhatItIsNowAndKeepsWhatWasTyped()
    {
        Server.On("GET", "/api/v1/sites", _ => new[] { Momiji });
        Server.On("GET", "/api/v1/issuers", _ => Array.Empty<KeptIssuerView>());
        var panel = Render<SitesPanel>(sites => sites.Add(p => p.MayChange, true));
        Tap(panel, "site-momiji");
        Find(panel, "till-0-retired").Change(true);
        Server.On("GET", "/api/v1/sites", _ => new[] { Momiji with { Says = Momiji.Says with { Name = new LocalText("もみじ本店"), Version = 8 } } });
        Server.Refuse("PUT", "/api/v1/sites/momiji", HttpStatusCode.Conflict, "ほかの管理者が先に変えました。");
        Submit(panel);

        Assert.Contains("もみじ本店", Find(panel, "site-clash").TextContent, StringComparison.Ordinal);
        Submit(panel);
        Eventually(() => Assert.Equal([7, 8], Server.Of("PUT", "/api/v1/sites/momiji").Select(sent => sent.Read<SiteRequest>().Version!.Value)));
        Assert.All(Server.Of("PUT", "/api/v1/sites/momiji"), sent => Assert.True(sent.Read<SiteRequest>().Tills.Single().Retired));
    }

    [Fact]
    public void Issuer_Changed_IsSentForADayAfterToday()
    {
        var kept = new KeptIssuerView("momiji", new IssuerView(new LocalText("もみじ"), null, Rounding.Floor), false, 2, []);
        Server.On("GET", "/api/v1/issuers", _ => new[] { kept });
        Server.On("PUT", "/api/v1/issuers/momiji", _ => kept);
        var panel = Render<IssuersPanel>(issuers => issuers.Add(p => p.MayChange, true));
        Tap(panel, "issuer-momiji");
        Find(panel, "issuer-number").Input("T7010705000725");
        Submit(panel);

        Eventually(() => Assert.Single(Server.Of("PUT", "/api/v1/issuers/momiji")));
        var sent = Server.Of("PUT", "/api/v1/issuers/momiji")[0].Read<IssuerRequest>();
        Assert.Equal(("T7010705000725", Tomorrow, 2L), (sent.Says.RegistrationNumber, sent.From, sent.Version));
    }

    private static Guid ImportId { get; } = Guid.CreateVersion7();

    private static ImportView Import(ImportState state) => new(
        ImportId, "momiji", "goods.csv", state, "momiji", new DateTime(2026, 11, 22, 1, 0, 0, DateTimeKind.Utc), 3, 2, 0, 0, 1, state == ImportState.Applied ? 2 : 0, 0,
        state == ImportState.Reading ? [] : [new ImportProblemView(3, "cup", "価格", "円の整数にしてください。")]);

    private static string[] Cells(IElement row) => [.. row.Children.Select(cell => cell.TextContent.Trim())];

    private static void SubmitProduct(IRenderedComponent<ProductsDesk> desk) => Find(desk, "save").Closest("form")!.Submit();

    private IRenderedComponent<ProductsDesk> OpenProducts(bool mayChange = true)
    {
        Server.On("GET", "/api/v1/sites", _ => new[] { Momiji });
        Server.On("GET", Products, _ => new ProductPageView(1, [Fan], ["reduced", "standard"]));
        return Render<ProductsDesk>(desk => desk.Add(d => d.MayChange, mayChange));
    }

    private IRenderedComponent<ImportsDesk> OpenImports()
    {
        Server.On("GET", "/api/v1/sites", _ => new[] { Momiji });
        Server.On("GET", Imports, _ => Array.Empty<ImportView>());
        JSInterop.Mode = JSRuntimeMode.Loose;
        return Render<ImportsDesk>(desk => desk.Add(d => d.MayChange, true));
    }
}
