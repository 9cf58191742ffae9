using Microsoft.EntityFrameworkCore;
using Tourism.Analytics.Lake;
using Tourism.Analytics.Tests.Support;

namespace Tourism.Analytics.Tests.Lake;

public sealed class SweepTests
{
    [Fact]
    public async Task Sweep_WithinADay_RemovesNothing()
    {
        await using var world = await TwiceLoadedAsync();
        world.Clock.Advance(TimeSpan.FromHours(23));
        Age(world);
        await world.Get<SweepFiles>().RunAsync(World.Ct);

        Assert.Equal(await world.InDatabaseAsync(db => db.Parts.CountAsync(World.Ct)), Files(world).Length);
        Assert.Equal(4, Files(world).Length);
    }

    [Fact]
    public async Task Sweep_AfterADay_LeavesTheCurrentPartsOnly()
    {
        await using var world = await TwiceLoadedAsync();
        await File.WriteAllTextAsync(world.Get<LakeFiles>().NewTemporary(Dataset.PerSale, Facts.FirstDay), "half", World.Ct);
        world.Clock.Advance(TimeSpan.FromHours(25));
        Age(world);
        await world.Get<SweepFiles>().RunAsync(World.Ct);

        Assert.Equal((await world.PartsAsync()).Select(world.PathOf).Order(), Files(world).Order());
        Assert.Equal(2, await world.InDatabaseAsync(db => db.Parts.CountAsync(World.Ct)));
        Assert.Equal(2, (await world.ReportAsync()).Cells.Sum(cell => cell.Sales));
    }

    [Fact]
    public async Task Sweep_FilesOfALoadLeftOpen_Stay()
    {
        await using var world = await TwiceLoadedAsync();
        await world.ReceiveAsync(Facts.Some(1));
        var load = (await world.Get<ClaimFacts>().RunAsync(World.Ct))!.Value;
        var written = await world.Get<WriteParts>().RunAsync(load, World.Ct);
        world.Clock.Advance(TimeSpan.FromHours(25));
        Age(world);
        await world.Get<SweepFiles>().RunAsync(World.Ct);
        await world.Get<PublishParts>().RunAsync(load, written, World.Ct);

        Assert.Equal(3, (await world.ReportAsync()).Cells.Sum(cell => cell.Sales));
    }

    private static async Task<World> TwiceLoadedAsync()
    {
        var world = await World.StartAsync();
        for (var load = 0; load < 2; load++)
        {
            await world.ReceiveAsync(Facts.Some(1));
            await world.LoadAsync();
        }

        return world;
    }

    private static string[] Files(World world) => Directory.GetFiles(world.Lake, "*.parquet", SearchOption.AllDirectories);

    private static void Age(World world)
    {
        foreach (var file in Files(world))
            File.SetLastWriteTimeUtc(file, new DateTime(2026, 11, 22, 3, 0, 0, DateTimeKind.Utc));
    }
}
