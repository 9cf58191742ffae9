using System.Net.ServerSentEvents;
using Tourism.Kernel;
using Tourism.Pos.Sales.ByPhone.Stickers;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Sales.ByPhone.Stickers;

public sealed class ArrivalsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Arrivals_PaidBeforeAndSince_AreTheDayAndWhatWasMissed()
    {
        await using var shop = await StickerHost.StartAsync();
        var token = await shop.MakeAsync();
        var early = await shop.PayAsync(token, 300);
        shop.Counter.Host.Clock.Advance(TimeSpan.FromMinutes(5));
        var looked = (await shop.ArrivalsAsync()).After;
        shop.Counter.Host.Clock.Advance(TimeSpan.FromMinutes(5));
        var late = await shop.PayAsync(token, 1_080);
        using var unpaid = await shop.SendAsync(token, Guid.CreateVersion7(), "700");

        var day = await shop.ArrivalsAsync(looked);

        Assert.Equal([late, early], day.Sales.Select(sale => sale.Sale));
        Assert.Equal([late], day.Missed.Select(sale => sale.Sale));
        Assert.Equal(new Yen(1_380), day.Total);
        Assert.Equal([("standard", 10), ("reduced", 8), ("exempt", 0)], day.TaxClasses.Select(one => (one.Class, one.Percent)));
    }

    [Fact]
    public async Task Arrivals_AllGivenBack_SaysSoAndCountsNothing()
    {
        await using var shop = await StickerHost.StartAsync();
        await shop.RefundAsync(await shop.PayAsync(await shop.MakeAsync(), 1_080), 1_080);

        var day = await shop.ArrivalsAsync();

        var sale = Assert.Single(day.Sales);
        Assert.Equal((new Yen(1_080), new Yen(1_080), false), (sale.Amount, sale.Refunded, sale.MayChangeTax));
        Assert.Equal(Yen.Zero, day.Total);
    }

    [Fact]
    public async Task Watch_PaidOneAfterTheOther_TellsEachInOrderAndWhereToListenOn()
    {
        await using var shop = await StickerHost.StartAsync();
        var token = await shop.MakeAsync();
        await using var line = shop.Get<WatchArrivals>().RunAsync(StickerHost.Site, long.MaxValue, Ct).GetAsyncEnumerator(Ct);
        Assert.Null((await NextAsync(shop, line)).Data.Sale);

        var first = await shop.PayAsync(token, 300);
        var one = await NextAsync(shop, line);
        shop.Counter.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await shop.PayAsync(token, 1_080);
        var two = await NextAsync(shop, line);
        await shop.ChangeAsync(first, "reduced");
        var changed = await NextAsync(shop, line);

        Assert.Equal((first, second), (one.Data.Sale!.Sale, two.Data.Sale!.Sale));
        Assert.Equal($"{FindArrivals.Cursor(two.Data.Sale.PaidAt)}", two.EventId);
        Assert.True(one.Data.After < two.Data.After);
        Assert.Equal((first, 8), (changed.Data.Sale!.Sale, changed.Data.Sale.TaxPercent));
    }

    [Fact]
    public async Task Watch_FromWhereItBroke_TellsWhatCameMeanwhile()
    {
        await using var shop = await StickerHost.StartAsync();
        var token = await shop.MakeAsync();
        await shop.PayAsync(token, 300);
        var after = (await shop.ArrivalsAsync()).After;
        shop.Counter.Host.Clock.Advance(TimeSpan.FromMinutes(10));
        var meanwhile = await shop.PayAsync(token, 1_080);

        await using var line = shop.Get<WatchArrivals>().RunAsync(StickerHost.Site, after, Ct).GetAsyncEnumerator(Ct);
        var told = new List<Guid>();
        while (!told.Contains(meanwhile))
            if ((await NextAsync(shop, line)).Data.Sale is { } sale)
                told.Add(sale.Sale);

        Assert.Equal(told.Distinct(), told);
    }

    [Fact]
    public async Task Watch_NothingHappens_SpeaksUpBeforeAProxyCutsTheLine()
    {
        await using var shop = await StickerHost.StartAsync();
        await using var line = shop.Get<WatchArrivals>().RunAsync(StickerHost.Site, long.MaxValue, Ct).GetAsyncEnumerator(Ct);
        await NextAsync(shop, line);
        var began = shop.Counter.Host.Clock.GetUtcNow();

        var said = await NextAsync(shop, line);

        Assert.Null(said.Data.Sale);
        Assert.InRange(shop.Counter.Host.Clock.GetUtcNow() - began, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(60));
    }

    /// <summary>Lets the clock run until the line says something.</summary>
    private static async Task<SseItem<ArrivalNews>> NextAsync(StickerHost shop, IAsyncEnumerator<SseItem<ArrivalNews>> line)
    {
        var next = line.MoveNextAsync().AsTask();
        while (!next.IsCompleted)
        {
            shop.Counter.Host.Clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(5, Ct);
        }

        Assert.True(await next);
        return line.Current;
    }
}
