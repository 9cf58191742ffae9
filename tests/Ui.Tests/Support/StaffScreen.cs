using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till;
using Tourism.Pos.Till.Gate;
using Tourism.Pos.Till.Passkeys;
using Tourism.Pos.Till.Shown;
using Tourism.Pos.Ui;
using Tourism.Pos.Ui.Device;

namespace Tourism.Ui.Tests.Support;

/// <summary>A screen of the staff app on a fake device before a fake server that sells.</summary>
public abstract class StaffScreen : BunitContext
{
    private protected const string Till = "akiyoshido-1";

    private protected StaffScreen()
    {
        // A busy build machine is no reason to fail.
        DefaultWaitTimeout = TimeSpan.FromSeconds(20);
        Services.AddStaffUi(new Uri("http://city.test/")).AddTill();
        Services.AddSingleton<TimeProvider>(new QuickTime());
        Services.AddSingleton<IDevice>(Device);
        Services.AddSingleton<IDeviceStore>(Store);
        Services.AddSingleton<IPins>(Pins);
        Services.AddSingleton<IReaders>(Readers);
        Services.AddSingleton<IPasskeys>(Passkeys);
        Services.AddSingleton(new HttpClient(Server) { BaseAddress = new Uri("http://city.test/") });
        Server.On("PUT", "/api/v1/tills/", Epoch);
        Server.On("PUT", "/api/v1/sales/", Take);
    }

    private HashSet<string> Known { get; } = [];

    private protected SaleView Take(Sent sent)
    {
        Known.Add(sent.Path);
        return SaleOf(sent, SaleState.Completed);
    }

    private protected FakeServer Server { get; } = new();

    private protected FakeStore Store { get; } = new();

    private protected FakePins Pins { get; } = new();

    private protected FakeReaders Readers { get; } = new();

    private protected FakePasskeys Passkeys { get; } = new();

    /// <summary>The hand scanner reads something, wherever the focus is.</summary>
    private protected Task ScanAsync(string text) => ((ScanEar)Readers.Listener!).Scanned(text);

    private protected FakeDevice Device { get; } = new();

    private protected static SiteView Cave { get; } = new(
        "akiyoshido", new LocalText("秋芳洞", "Akiyoshido Cave"), SiteKind.Cave, Issuer, [], [new PlaceView("main", new LocalText("正面入口", "Main entrance"))],
        [
            new ProductView("adult", new LocalText("大人", "Adult"), ProductKind.Admission, new Yen(1300), 10, GroupPrices: [new GroupPriceView(20, new Yen(1100))], No: 1),
            new ProductView("elementary", new LocalText("小学生", "Elementary school"), ProductKind.Admission, new Yen(700), 10, No: 2),
        ], No: 1);

    private protected static SiteView Shop { get; } = new(
        "momiji", new LocalText("おみやげ もみじ", "Momiji Souvenirs"), SiteKind.Shop, Issuer, [], [],
        [new ProductView("goods", new LocalText("お買い上げ品", "Goods"), ProductKind.Amount, null, 10)]);

    private static IssuerView Issuer => new(new LocalText("美祢市", "Mine City"), null, Rounding.Floor);

    private protected static SaleView SaleOf(Sent sent, SaleState state)
    {
        var sale = sent.Read<SaleRequest>();
        var cash = sale.Tenders.FirstOrDefault(tender => tender.Kind == TenderKind.Cash);
        return new SaleView(
            Guid.Parse(sent.Path.Split('/')[^1]), state, "akiyoshido", sale.Till, $"{sale.Till}-{sale.Epoch}-{sale.Number}", sale.OccurredAt, [], sale.Total, [],
            [.. sale.Tenders.Select(tender => new TenderView(tender.Id, tender.Kind, tender.Amount, tender.Received))],
            cash is null ? Yen.Zero : cash.Received!.Value - cash.Amount, null, "HTTP://CITY.TEST/R/TOKEN",
            state == SaleState.Completed ? new TicketView(Guid.CreateVersion7(), "CODE", "HTTP://CITY.TEST/T/CODE", 3) : null);
    }

    /// <summary>A sale as the till's list of last ones names it.</summary>
    private protected static LastSaleView Listed(SaleView sale) => new(
        sale.Id, sale.ReceiptNumber, sale.OccurredAt, sale.Total, sale.State, sale.Ticket?.People ?? 0, (sale.Refunds ?? []).Select(refund => refund.Total).Sum());

    private protected static void Tap<T>(IRenderedComponent<T> screen, string testId, int times = 1) where T : IComponent
    {
        for (var i = 0; i < times; i++)
        {
            screen.WaitForAssertion(() => Assert.False(Find(screen, testId).HasAttribute("disabled"), $"{testId} stays disabled"));
            Find(screen, testId).Click();
        }
    }

    /// <summary>For what happens behind the screen, where nothing is drawn.</summary>
    private protected static void Eventually(Action assertion)
    {
        if (!SpinWait.SpinUntil(() => Record.Exception(assertion) is null, DefaultWaitTimeout))
            assertion();
    }

    private protected static void Submit<T>(IRenderedComponent<T> screen) where T : IComponent => screen.Find("form").Submit();

    /// <summary>What comes with the next drawing is waited for.</summary>
    private protected static IElement Find<T>(IRenderedComponent<T> screen, string testId) where T : IComponent => screen.WaitForElement($"[data-testid={testId}]");

    private protected static void Await<T>(IRenderedComponent<T> screen, string testId) where T : IComponent =>
        screen.WaitForElement($"[data-testid={testId}]");

    /// <summary>What happened, as the server got it: numbers, links, tickets.</summary>
    private protected IReadOnlyList<SaleRequest> Sold => [.. Server.Of("PUT", "/api/v1/sales/").Where(sent => !sent.Path.Contains("/refunds/", StringComparison.Ordinal)).Select(sent => sent.Read<SaleRequest>())];

    /// <summary>A server that lists this device's key and knows what it has been sent.</summary>
    private EpochView Epoch(Sent sent)
    {
        var id = Guid.Parse(sent.Path.Split('/')[^1]);
        var sales = Server.Of("PUT", "/api/v1/sales/").Where(sale => Known.Contains(sale.Path)).Select(sale => sale.Read<SaleRequest>()).ToList();
        var last = sales.MaxBy(sale => sale.Number);
        return new EpochView(id, Till, Epoch: 3, last?.Number ?? 0, last?.Journal?.Hash, Key: 7);
    }
}
