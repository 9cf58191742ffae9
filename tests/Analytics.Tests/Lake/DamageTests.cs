using Tourism.Analytics.Lake;
using Tourism.Analytics.Tests.Support;
using Tourism.Kernel;

namespace Tourism.Analytics.Tests.Lake;

public sealed class DamageTests
{
    [Fact]
    public async Task Report_PartMissing_SaysWhichInsteadOfAFigure()
    {
        await using var world = await LoadedAsync();
        var part = await SalesPartAsync(world);
        File.Delete(part);

        var failure = Assert.IsType<PartMissing>((await world.TryReportAsync(Facts.FirstDay, Facts.LastDay)).Failure);
        Assert.Equal(FailureKind.Unavailable, failure.Kind);
        Assert.Contains(part, failure.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_AnyByteChangedAfterAGoodReport_SaysDamagedInsteadOfAFigure()
    {
        await using var world = await LoadedAsync();
        await world.ReportAsync();
        var part = await SalesPartAsync(world);
        var bytes = await File.ReadAllBytesAsync(part, World.Ct);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(part, bytes, World.Ct);

        Assert.IsType<PartDamaged>((await world.TryReportAsync(Facts.FirstDay, Facts.LastDay)).Failure);
    }

    [Fact]
    public async Task Report_PartCutShort_SaysDamagedInsteadOfAFigure()
    {
        await using var world = await LoadedAsync();
        var part = await SalesPartAsync(world);
        await File.WriteAllBytesAsync(part, (await File.ReadAllBytesAsync(part, World.Ct))[..^100], World.Ct);

        Assert.IsType<PartDamaged>((await world.TryReportAsync(Facts.FirstDay, Facts.LastDay)).Failure);
    }

    [Fact]
    public async Task Load_PartToExtendIsDamaged_FailsAndLeavesTheFactsWaiting()
    {
        await using var world = await LoadedAsync();
        var part = await SalesPartAsync(world);
        var whole = await File.ReadAllBytesAsync(part, World.Ct);
        await File.WriteAllTextAsync(part, "no parquet", World.Ct);
        await world.ReceiveAsync(Facts.Some(1));

        var error = await Assert.ThrowsAsync<InvalidDataException>(world.LoadAsync);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        await File.WriteAllBytesAsync(part, whole, World.Ct);
        Assert.Equal(1, (await world.ReportAsync()).Waiting);
        await world.LoadAsync();
        Assert.Equal(11, (await world.ReportAsync()).Cells.Sum(cell => cell.Sales));
    }

    private static async Task<World> LoadedAsync()
    {
        var world = await World.StartAsync();
        await world.ReceiveAsync(Facts.Some(10));
        await world.LoadAsync();
        return world;
    }

    private static async Task<string> SalesPartAsync(World world) =>
        world.PathOf((await world.PartsAsync()).First(part => part.Dataset == Dataset.PerSale && part.BusinessDate == Facts.FirstDay));
}
