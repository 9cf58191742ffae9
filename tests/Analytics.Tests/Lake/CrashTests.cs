using Tourism.Analytics.Contracts;
using Tourism.Analytics.Lake;
using Tourism.Analytics.Tests.Support;

namespace Tourism.Analytics.Tests.Lake;

/// <summary>A load may die anywhere. The next run, of this host or of another, must end with every fact in the lake exactly once.</summary>
public sealed class CrashTests
{
    private const int FewestSteps = 15;

    [Fact]
    public async Task Load_PowerCutAtAnyStepOfTheDatabase_LosesAndDoublesNothing()
    {
        var step = 1;
        while (await CutAsync(step))
            step++;
        Assert.True(step > FewestSteps, $"Only {step} steps were cut.");
    }

    [Fact]
    public async Task Load_PowerCutAfterWriting_PublishesTheSameFilesNextTime()
    {
        var (world, facts) = await HalfLoadedAsync();
        await using var host = world;
        var before = await WriteAsync(world);

        Assert.Equal(3, (await world.ReportAsync()).Waiting);
        await world.LoadAsync();
        Assert.Equal(before.Select(part => part.Hash).Order(), (await world.PartsAsync()).Where(part => part.Load == 2).Select(part => part.Hash).Order());
        await AssertOnceAsync(world, facts);
    }

    [Fact]
    public async Task Load_PowerCutBetweenTwoFiles_WritesTheMissingOne()
    {
        var (world, facts) = await HalfLoadedAsync();
        await using var host = world;
        await WriteAsync(world);
        foreach (var file in Directory.GetFiles(Path.Combine(world.Lake, Dataset.PerLine), "0000000002-*", SearchOption.AllDirectories))
            File.Delete(file);

        await world.LoadAsync();
        await AssertOnceAsync(world, facts);
    }

    [Fact]
    public async Task Load_PowerCutWithinAFile_LeavesItAside()
    {
        var (world, facts) = await HalfLoadedAsync();
        await using var host = world;
        await world.Get<ClaimFacts>().RunAsync(World.Ct);
        await File.WriteAllTextAsync(world.Get<LakeFiles>().NewTemporary(Dataset.PerSale, Facts.FirstDay), "PAR1 and no more", World.Ct);

        await world.LoadAsync();
        await AssertOnceAsync(world, facts);
    }

    /// <summary>False when the load ended before step <paramref name="step"/> came.</summary>
    private static async Task<bool> CutAsync(int step)
    {
        var crash = new CrashAt();
        await using var first = await World.StartAsync(interceptor: crash);
        var facts = await PrepareAsync(first);
        crash.Arm(step);
        if (await Record.ExceptionAsync(first.LoadAsync) is not { } error)
            return false;
        Assert.IsType<PowerCut>(error.GetBaseException());
        await using var next = await World.StartAsync(first.Folder);
        await next.LoadAsync();
        await AssertOnceAsync(next, facts);
        return true;
    }

    private static async Task<(World World, List<SaleFact> Facts)> HalfLoadedAsync()
    {
        var world = await World.StartAsync();
        return (world, await PrepareAsync(world));
    }

    /// <summary>One load published, another waiting that shares its dates.</summary>
    private static async Task<List<SaleFact>> PrepareAsync(World world)
    {
        List<SaleFact> facts = [.. Facts.Some(6), .. Facts.Some(3)];
        await world.ReceiveAsync(facts.Take(6));
        await world.LoadAsync();
        await world.ReceiveAsync(facts.Skip(6));
        return facts;
    }

    private static async Task<IReadOnlyList<WrittenPart>> WriteAsync(World world) =>
        await world.Get<WriteParts>().RunAsync((await world.Get<ClaimFacts>().RunAsync(World.Ct))!.Value, World.Ct);

    private static async Task AssertOnceAsync(World world, List<SaleFact> facts)
    {
        var report = await world.ReportAsync();
        Assert.Equal(Facts.Reference(facts), report.Cells);
        Assert.Equal(0, report.Waiting);
        Assert.Equal(facts.Sum(fact => fact.Lines.Count), (await world.PartsAsync()).Where(part => part.Dataset == Dataset.PerLine).Sum(part => part.Rows));
    }
}
