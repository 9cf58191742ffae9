using AngleSharp.Dom;
using Bunit;
using Tourism.Kernel;
using Tourism.Pos.Office.Stock;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Shop;
using Tourism.Ui.Tests.Support;

namespace Tourism.Ui.Tests;

/// <summary>A shop's shelf on a phone: entering, counting, taking back, and nothing where no stock is kept.</summary>
public sealed class StockTests : StaffScreen
{
    private const string Stock = "/api/v1/sites/momiji/stock";
    private const string Moves = Stock + "/moves";
    private static readonly DateTime Now = new(2026, 11, 22, 1, 30, 0, DateTimeKind.Utc);
    private static readonly StockItemView Cup = Item("cup", "湯呑み", 12, Now.AddDays(-3));
    private static readonly StockItemView Bowl = Item("bowl", "茶碗", -2, Now.AddDays(-3), StockWarning.Negative);
    private static readonly StockItemView Plate = Item("plate", "皿", 5, Now.AddHours(-1));
    private static readonly StockItemView Tea = new("tea", new LocalText("お茶"), true, 2_018, null, null, null, 482, 0, [], "おちゃ");
    private StockItemView[] _items = [Cup, Bowl, Plate, Tea];

    [Fact]
    public void Off_ShowsNothingButTheSwitch_AndThatToItsOwnerOnly()
    {
        Server.On("GET", Stock, _ => new StockView("momiji", new StockRules(On: false), []));
        Server.On("PUT", Stock + "/rules", sent => sent.Read<StockRules>());
        var staff = Open(Roles.ShopStaff, serve: false);
        Await(staff, "off");
        Assert.Empty(staff.FindAll("[data-testid=turn-on], [data-testid^=part-], [data-testid^=item-]"));
        var owner = Open(Roles.ShopOwner, serve: false);
        Tap(owner, "turn-on");
        Eventually(() => Assert.Equal(new StockRules(On: true), Assert.Single(Server.Of("PUT", Stock)).Read<StockRules>()));
    }

    [Fact]
    public void Sites_OfAnAuditor_AreThoseThatSellAnythingButAdmissions()
    {
        Server.On("GET", "/api/v1/sites/akiyoshido/stock", _ => new StockView("akiyoshido", new StockRules(On: false), []));
        var desk = Open(Roles.Auditor, Goods("adult", ProductKind.Admission), Goods("map", ProductKind.Goods));

        Eventually(() => Assert.Equal(["site-akiyoshido", "site-momiji", "site-farm-shop"], desk.FindAll("[data-testid^=site-]").Select(site => site.GetAttribute("data-testid"))));
        desk = Open(Roles.Auditor, Goods("adult", ProductKind.Admission));
        Eventually(() => Assert.Equal(["site-momiji", "site-farm-shop"], desk.FindAll("[data-testid^=site-]").Select(site => site.GetAttribute("data-testid"))));
    }

    [Fact]
    public void Sites_WhereNothingIsSoldYet_SayWhatIsMissing()
    {
        Server.On("GET", "/api/v1/catalogue", _ => new CatalogueView(Cave.Name, new DateOnly(2026, 11, 22), [Shop with { Products = [] }]));

        Await(Render<StockDesk>(desk => desk.Add(d => d.Person, Owner(Roles.ShopOwner))), "no-goods");
    }

    [Fact]
    public void Entry_ByKeysAndByTyping_SendsWhatHappenedAndShowsWhatItBecomes()
    {
        var desk = Open(Roles.ShopStaff);
        Tap(desk, "item-cup");
        Tap(desk, "key-1");
        Tap(desk, "key-0");
        Assert.Contains("22個", Find(desk, "save").TextContent, StringComparison.Ordinal);
        Submit(desk);
        Await(desk, "saved");
        Tap(desk, "kind-Wasted");
        Find(desk, "quantity").Input("３");
        Find(desk, "note").Change("割れた");
        Submit(desk);
        Eventually(() => Assert.Equal(2, Server.Of("PUT", Moves).Count));
        Assert.Equal(
            [new StockMoveRequest("cup", StockKind.Received, 10, Now), new StockMoveRequest("cup", StockKind.Wasted, 3, Now, "割れた")],
            Server.Of("PUT", Moves).Select(sent => sent.Read<StockMoveRequest>()));
    }

    [Fact]
    public void Entry_PressedAgainAfterALostAnswer_IsTheSameEntry()
    {
        var desk = Open(Roles.ShopOwner);
        Tap(desk, "item-cup");
        Tap(desk, "key-7");
        Server.Down = true;
        Submit(desk);
        Await(desk, "problem");
        Server.Down = false;
        Submit(desk);
        Await(desk, "saved");
        var sent = Server.Of("PUT", Moves);
        Assert.Equal(2, sent.Count);
        Assert.Equal(sent[0], sent[1]);
    }

    [Fact]
    public void Move_OffersGoodsOfTheSameKindAndKnowsTheSameCode()
    {
        var desk = Open(Roles.ShopOwner);
        Tap(desk, "item-cup");
        Tap(desk, "kind-MovedOut");
        Find(desk, "to").Change("farm-shop");
        Assert.Equal(["", "cup", "vase"], Find(desk, "to-product").Children.Select(option => option.GetAttribute("value")));
        Assert.Equal("cup", Find(desk, "to-product").GetAttribute("value"));
        Tap(desk, "key-2");
        Submit(desk);
        Eventually(() => Assert.Equal(new StockMoveRequest("cup", StockKind.MovedOut, 2, Now, To: "farm-shop"), Assert.Single(Server.Of("PUT", Moves)).Read<StockMoveRequest>()));
    }

    [Fact]
    public void Undo_IsOneTapForOnesOwnEntriesAndNoneForArrivals()
    {
        var wrong = new StockMoveView(Guid.CreateVersion7(), "cup", StockKind.Counted, 99, Now, Now, "yuki");
        var arrived = new StockMoveView(Guid.CreateVersion7(), "cup", StockKind.MovedIn, 4, Now, Now, "hana", OtherSite: "farm-shop");
        var desk = Open(Roles.ShopStaff);
        Server.On("GET", Moves, _ => new StockMovePage([wrong, arrived], null));
        Server.On("PUT", $"{Moves}/{wrong.Id}/undo", _ => wrong with { UndoneBy = "yuki", UndoneAt = Now });
        Tap(desk, "item-cup");
        Await(desk, "undo");
        Assert.Single(desk.FindAll("[data-testid=undo]"));
        Tap(desk, "undo");
        Eventually(() => Assert.Equal($"{Moves}/{wrong.Id}/undo", Assert.Single(Server.Of("PUT", Moves)).Path));
    }

    [Fact]
    public void Count_GoesOnWithWhatIsNotCountedToday_AndShowsTheDifference()
    {
        var desk = Open(Roles.ShopStaff);
        Tap(desk, "part-count");
        Assert.Equal(("湯呑み", "1 / 4"), (Find(desk, "now").TextContent, Find(desk, "progress").TextContent));
        Find(desk, "counted").Input("10");
        Assert.Equal("差 -2個", Find(desk, "difference").TextContent);
        Submit(desk);
        Eventually(() => Assert.Equal("茶碗", Find(desk, "now").TextContent));
        Tap(desk, "skip");
        Assert.Equal("皿", Find(desk, "now").TextContent);
        Tap(desk, "skip");
        Find(desk, "counted").Input("2018");
        Assert.Equal("帳簿と同じです", Find(desk, "difference").TextContent);
        Submit(desk);
        Eventually(() => Assert.Equal("茶碗", Find(desk, "now").TextContent));
        Find(desk, "counted").Input("0");
        Submit(desk);
        Await(desk, "finished");
        Assert.Equal([("cup", 10), ("tea", 2018), ("bowl", 0)], Server.Of("PUT", Moves).Select(sent => sent.Read<StockMoveRequest>()).Select(sent => (sent.Product, sent.Quantity)));
        Assert.Equal(["-2個", "+2個"], Find(desk, "differences").QuerySelectorAll("td b").Select(cell => cell.TextContent));
        Tap(desk, "again");
        Assert.Equal(("湯呑み", "0 / 4"), (Find(desk, "now").TextContent, Find(desk, "progress").TextContent));
    }

    [Fact]
    public void List_IsSearchedByReadingAndNarrowedToWarnings()
    {
        var desk = Open(Roles.Auditor);
        Await(desk, "item-cup");
        Find(desk, "search").Input("ちゃ");
        Assert.Equal(["お茶"], desk.FindAll(".account b:first-child").Select(name => name.TextContent));
        Find(desk, "search").Input("");
        Find(desk, "warned-only").Change(true);
        Assert.Equal("足りない", Assert.Single(desk.FindAll(".tag")).TextContent);
        Tap(desk, "item-bowl");
        Await(desk, "moves");
        Assert.Empty(desk.FindAll("[data-testid=save], [data-testid=undo], [data-testid=save-mark], [data-testid=part-count]"));
    }

    [Fact]
    public void Settle_PaysWhatTheStatementSays()
    {
        const string suppliers = "/api/v1/sites/momiji/suppliers";
        var line = new DueLineView(Guid.CreateVersion7(), 1, false, "momiji-1-1-7", new DateOnly(2026, 11, 20), "cup", Cup.Name, 2, new Yen(1_000), 33, new Yen(330), null);
        var desk = Open(Roles.ShopOwner);
        Server.On("GET", suppliers, _ => new[] { new SupplierView("s1", new LocalText("萩の陶工"), null, false, null, 0, []) });
        Server.On("GET", suppliers + "/s1/statement", _ => new StatementView("s1", new LocalText("萩の陶工"), new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 22), [line], line.Amount, line.Due, line.Due, 1, []));
        Server.On("PUT", suppliers + "/s1/settlements", sent => new SettlementView(Guid.Parse(sent.Path.Split('/')[^1]), "s1", new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 22), 1, new Yen(330), Now, "momiji"));
        Tap(desk, "part-suppliers");
        Tap(desk, "supplier-s1");
        Tap(desk, "settle");
        Eventually(() => Assert.Equal(new SettlementRequest(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 22), new Yen(330)), Assert.Single(Server.Of("PUT", suppliers)).Read<SettlementRequest>()));
    }

    [Fact]
    public void Shop_BelowZero_SaysSoAndSellsOn()
    {
        Server.On("GET", Stock, _ => new StockView("momiji", new StockRules(On: true), _items));
        var shop = Render<ShopScreen>(screen => screen.Add(s => s.Till, "momiji-1").Add(s => s.Site, Shop));
        Await(shop, "stock-negative");
        Find(shop, "amount").Input("500");
        Eventually(() => Assert.False(Find(shop, "pay-cash").HasAttribute("disabled")));
    }

    private IRenderedComponent<StockDesk> Open(string role, params ProductView[] inTheCave) => Open(role, serve: true, inTheCave);

    private IRenderedComponent<StockDesk> Open(string role, bool serve, params ProductView[] inTheCave)
    {
        var shop = Shop with { Products = [Goods("cup", ProductKind.Goods), Goods("tea", ProductKind.Weighed)] };
        var other = Shop with { Code = "farm-shop", Products = [Goods("cup", ProductKind.Goods), Goods("vase", ProductKind.Goods), Goods("tea", ProductKind.Weighed)] };
        Server.On("GET", "/api/v1/catalogue", _ => new CatalogueView(Cave.Name, new DateOnly(2026, 11, 22), [Cave with { Products = inTheCave }, shop, other]));
        if (serve)
        {
            Server.On("GET", Stock, _ => new StockView("momiji", new StockRules(On: true), _items));
            Server.On("GET", Moves, _ => new StockMovePage([], null));
            Server.On("PUT", Moves, Enter);
        }

        return Render<StockDesk>(desk => desk.Add(d => d.Person, Owner(role)));
    }

    private static PersonView Owner(string role) => new("momiji", new LocalText("もみじ"), [role], role == Roles.Auditor ? null : "momiji", "momiji-1", null);

    /// <summary>What was counted stands on the shelf from then on.</summary>
    private StockMoveView Enter(Sent sent)
    {
        var move = sent.Read<StockMoveRequest>();
        if (move.Kind == StockKind.Counted)
            _items = [.. _items.Select(item => item.Product == move.Product ? item with { Level = move.Quantity, CountedAt = Now, Warnings = [] } : item)];
        return new StockMoveView(Guid.Parse(sent.Path.Split('/')[^1]), move.Product, move.Kind, move.Quantity, move.OccurredAt, Now, "momiji");
    }

    private static StockItemView Item(string code, string name, long level, DateTime counted, params StockWarning[] warnings) =>
        new(code, new LocalText(name), false, level, null, null, counted, 0, 0, warnings);

    private static ProductView Goods(string code, ProductKind kind) => new(code, new LocalText(code), kind, new Yen(500), 10);
}
