using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sales;
using Tourism.Pos.Sales.ByPhone.Stickers;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Payments;

namespace Tourism.Pos.Tests.Sales.ByPhone.Stickers;

/// <summary>Money belongs to the day it came and is never passed over, however late that is and however much of it there is.</summary>
public sealed class ArrivalDayTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Arrivals_SentBeforeMidnightAndPaidAfter_BelongToTheDayTheyWerePaid()
    {
        await using var shop = await StickerHost.StartAsync();
        var (token, form, sent) = (await shop.MakeAsync(), Guid.CreateVersion7(), BusinessDate.Of(Now(shop)));
        shop.Counter.Host.Clock.Advance(BusinessDate.StartUtc(sent.AddDays(1)) - Now(shop) - TimeSpan.FromMinutes(2));
        using var answer = await shop.SendAsync(token, form, "1080");
        shop.Counter.Host.Clock.Advance(TimeSpan.FromMinutes(8));
        await shop.Counter.Host.VisitorPaysAsync();
        await shop.Get<AdvancePayment>().RunAsync(form, null, Ct);

        var today = await shop.ArrivalsAsync();

        var sale = Assert.Single(today.Sales);
        Assert.Equal((form, sent.AddDays(1), true), (sale.Sale, sale.Day, sale.MayChangeTax));
        Assert.Equal((sent.AddDays(1), new Yen(1_080)), (today.Day, today.Total));
        Assert.Equal(8, (await shop.ChangeAsync(form, "reduced")).Value.View.TaxPercent);
        Assert.Empty((await OnAsync(shop, sent)).Sales);
        Assert.Empty((await OnAsync(shop, DateOnly.MinValue)).Sales);
        Assert.Empty((await OnAsync(shop, DateOnly.MaxValue)).Sales);
    }

    [Fact]
    public async Task Arrivals_FinishedDaysLaterByAPerson_AreMissedSinceThen()
    {
        await using var shop = await StickerHost.StartAsync();
        var (token, form) = (await shop.MakeAsync(), Guid.CreateVersion7());
        using var answer = await shop.SendAsync(token, form, "1080");
        shop.Counter.Host.Clock.Advance(TimeSpan.FromDays(4));
        var looked = (await shop.ArrivalsAsync()).After;
        shop.Counter.Host.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.True((await shop.Get<Writer<PosDbContext>>().RunAsync<bool>(async db => await shop.Get<SaleSettlement>().FinishLateAsync(db, form, form, Now(shop), Ct), Ct)).Value);

        var view = await shop.ArrivalsAsync(looked);

        Assert.Equal([form], view.Missed.Select(sale => sale.Sale));
        Assert.Equal([form], view.Sales.Select(sale => sale.Sale));
    }

    [Fact]
    public async Task Arrivals_MoreMissedThanOneAnswerHolds_GoOnWhereItEnds()
    {
        await using var shop = await StickerHost.StartAsync();
        var (token, looked, paid) = (await shop.MakeAsync(), (await shop.ArrivalsAsync()).After, new List<Guid>());
        shop.Counter.Host.Clock.Advance(TimeSpan.FromMinutes(2));
        for (var number = 0; number < 103; number++)
        {
            paid.Add(await shop.PayAsync(token, 100 + number));
            shop.Counter.Host.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        var first = await shop.ArrivalsAsync(looked);
        var rest = await shop.ArrivalsAsync(first.After);

        Assert.Equal((100, true, false), (first.Missed.Count, first.More, rest.More));
        Assert.Equal(paid, first.Missed.Concat(rest.Missed).Select(sale => sale.Sale).Distinct());
        Assert.Equal(FindArrivals.Cursor(Now(shop)), rest.After);
    }

    private static DateTime Now(StickerHost shop) => shop.Counter.Host.Clock.UtcMicros();

    private static async Task<ArrivalsView> OnAsync(StickerHost shop, DateOnly day) => (await shop.Get<FindArrivals>().HandleAsync(StickerHost.Site, day, null, Ct)).Value;
}
