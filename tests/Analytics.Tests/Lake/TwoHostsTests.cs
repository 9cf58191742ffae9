using Microsoft.EntityFrameworkCore;
using Tourism.Analytics.Lake;
using Tourism.Analytics.Tests.Support;

namespace Tourism.Analytics.Tests.Lake;

public sealed class TwoHostsTests
{
    [Fact]
    public async Task Load_TwoHostsAtOnceWhileSalesArrive_EveryFactOnce()
    {
        await using var first = await World.StartAsync(factsPerLoad: 7);
        await using var second = await World.StartAsync(first.Folder, factsPerLoad: 5);
        var facts = Facts.Some(40);
        await Task.WhenAll(facts.Chunk(10).Select(async chunk =>
        {
            await first.ReceiveAsync(chunk);
            await Task.WhenAll(Task.Run(first.LoadAsync, World.Ct), Task.Run(second.LoadAsync, World.Ct));
        }));

        Assert.Equal(Facts.Reference(facts).Select(cell => (cell.Date, cell.Hour, cell.Site, cell.Sales, cell.Amount)),
            (await second.ReportAsync()).Cells.Select(cell => (cell.Date, cell.Hour, cell.Site, cell.Sales, cell.Amount)));
        var numbers = await first.InDatabaseAsync(db => db.Loads.OrderBy(load => load.Number).Select(load => load.Number).ToListAsync(World.Ct));
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(number => (long)number), numbers);
    }

    [Fact]
    public async Task Write_TheSameLoadOnTwoHosts_GivesTheSameFileNames()
    {
        await using var first = await World.StartAsync();
        await using var second = await World.StartAsync(first.Folder);
        await first.ReceiveAsync(Facts.Some(60));
        var load = await first.Get<ClaimFacts>().RunAsync(World.Ct);
        Assert.Equal(load, await second.Get<ClaimFacts>().RunAsync(World.Ct));

        var written = await Task.WhenAll(
            Task.Run(() => first.Get<WriteParts>().RunAsync(load!.Value, World.Ct), World.Ct),
            Task.Run(() => second.Get<WriteParts>().RunAsync(load!.Value, World.Ct), World.Ct));

        Assert.Equal(written[0], written[1]);
        Assert.Equal(written[0].Count, Directory.GetFiles(first.Lake, "*.parquet", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task Publish_ALoadThatAnotherHostPublished_ChangesNothing()
    {
        await using var world = await World.StartAsync();
        var facts = Facts.Some(9);
        await world.ReceiveAsync(facts);
        var load = (await world.Get<ClaimFacts>().RunAsync(World.Ct))!.Value;
        var slow = await world.Get<WriteParts>().RunAsync(load, World.Ct);
        await world.LoadAsync();
        await world.ReceiveAsync(Facts.Some(9));
        await world.LoadAsync();

        Assert.False(await world.Get<PublishParts>().RunAsync(load, slow, World.Ct));
        Assert.Equal(18, (await world.ReportAsync()).Cells.Sum(cell => cell.Sales));
    }

    [Fact]
    public async Task Write_AnOldLoadAfterANewerWasPublished_StillGivesTheOldContent()
    {
        await using var world = await World.StartAsync();
        await world.ReceiveAsync(Facts.Some(9));
        await world.LoadAsync();
        var published = await world.PartsAsync();
        await world.ReceiveAsync(Facts.Some(9));
        await world.LoadAsync();

        var again = await world.Get<WriteParts>().RunAsync(1, World.Ct);
        Assert.Equal(published.Select(part => part.Hash).Order(), again.Select(part => part.Hash).Order());
    }
}
