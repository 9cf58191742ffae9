using Microsoft.EntityFrameworkCore;
using Tourism.Analytics.Contracts;
using Tourism.Analytics.Intake;
using Tourism.Analytics.Tests.Support;
using Tourism.Kernel;

namespace Tourism.Analytics.Tests.Intake;

public sealed class TakeInSaleTests
{
    [Fact]
    public async Task HandleAsync_RedeliveredBeforeAndAfterALoad_ChangesNothing()
    {
        await using var world = await World.StartAsync();
        var fact = Facts.Some(1);
        await world.ReceiveAsync(fact);
        await world.ReceiveAsync(fact);
        await world.LoadAsync();
        await world.ReceiveAsync(fact);
        await world.LoadAsync();

        Assert.Equal(Facts.Reference(fact), (await world.ReportAsync()).Cells);
        Assert.Equal(1, await world.InDatabaseAsync(db => db.Facts.CountAsync(World.Ct)));
    }

    [Fact]
    public async Task HandleAsync_SameMessageManyTimesAtOnce_KeepsOne()
    {
        await using var world = await World.StartAsync();
        var fact = Facts.Some(1)[0];
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.Get<TakeInSale>().HandleAsync(Guid.CreateVersion7(), fact, World.Ct)));

        Assert.All(taken, delivery => Assert.Equal(Delivery.Done, delivery));
        Assert.Equal(1, await world.InDatabaseAsync(db => db.Facts.CountAsync(World.Ct)));
    }

    [Fact]
    public async Task HandleAsync_SameSaleWithOtherContent_ThrowsAndKeepsTheFirst()
    {
        await using var world = await World.StartAsync();
        var fact = Facts.Some(1)[0];
        await world.ReceiveAsync(fact);

        await Assert.ThrowsAsync<InvalidOperationException>(() => world.ReceiveAsync(fact with { People = fact.People + 1 }));
        await world.LoadAsync();
        Assert.Equal(fact.People, Assert.Single((await world.ReportAsync()).Cells).People);
    }

    [Fact]
    public async Task HandleAsync_FactsThatTheLakeCannotHold_ThrowAndStopNoOther()
    {
        await using var world = await World.StartAsync();
        var fact = Facts.Some(1)[0];
        SaleFact[] unsound =
        [
            fact with { Site = "" }, fact with { SiteName = null! }, fact with { SiteName = new LocalText(null!) }, fact with { Lines = null! },
            fact with { OccurredAt = DateTime.MinValue }, fact with { People = -1 }, fact with { Total = fact.Total + new Yen(1) },
            fact with { Lines = [new SaleFactLine("adult", 1, new Yen(1), 1_000)] }, fact with { Tenders = [new SaleFactTender(null!, fact.Total)] },
        ];
        foreach (var sale in unsound)
            await Assert.ThrowsAsync<InvalidOperationException>(() => world.ReceiveAsync(sale));
        await world.ReceiveAsync(fact);
        await world.LoadAsync();

        Assert.Equal(Facts.Reference([fact]), (await world.ReportAsync()).Cells);
    }
}
