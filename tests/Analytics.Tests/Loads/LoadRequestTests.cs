using Tourism.Analytics.Jobs;
using Tourism.Analytics.Loads;
using Tourism.Analytics.Tests.Support;
using Tourism.Kernel;

namespace Tourism.Analytics.Tests.Loads;

public sealed class LoadRequestTests
{
    private static readonly Guid Id = Guid.CreateVersion7();

    [Fact]
    public async Task HandleAsync_Repeated_EnqueuesOnceAndShowsTheSameLoad()
    {
        await using var world = await World.StartAsync();
        var first = await world.Get<RequestLoad>().HandleAsync(Id, World.Ct);
        var second = await world.Get<RequestLoad>().HandleAsync(Id, World.Ct);

        Assert.Equal((true, false), (first.Value.First, second.Value.First));
        Assert.Equal(first.Value.View, second.Value.View);
        Assert.Equal([LoadLake.JobName], world.Jobs.Names);
    }

    [Fact]
    public async Task RunAsync_OfTheJob_CarriesTheRequestOut()
    {
        await using var world = await World.StartAsync();
        await world.ReceiveAsync(Facts.Some(2));
        await world.Get<RequestLoad>().HandleAsync(Id, World.Ct);
        Assert.Equal("queued", await StateAsync(world));
        await world.Get<CarryOutRequests>().StartAsync(World.Ct);
        Assert.Equal("running", await StateAsync(world));
        await JobAsync(world);

        Assert.Equal("done", await StateAsync(world));
        Assert.Equal(0, (await world.ReportAsync()).Waiting);
    }

    [Fact]
    public async Task FinishAsync_RequestThatCameDuringTheRun_StaysOpenForTheNext()
    {
        await using var world = await World.StartAsync();
        var requests = world.Get<CarryOutRequests>();
        var seen = await requests.StartAsync(World.Ct);
        await world.Get<RequestLoad>().HandleAsync(Id, World.Ct);
        await requests.FinishAsync(seen, World.Ct);

        Assert.Equal("queued", await StateAsync(world));
    }

    [Fact]
    public async Task HandleAsync_LoadNobodyAskedFor_IsNotFound()
    {
        await using var world = await World.StartAsync();
        Assert.Equal(FailureKind.NotFound, (await world.Get<ReadLoad>().HandleAsync(Id, World.Ct)).Failure?.Kind);
    }

    private static async Task<string> StateAsync(World world) => (await world.Get<ReadLoad>().HandleAsync(Id, World.Ct)).Value.State;

    private static Task JobAsync(World world) => world.Get<IEnumerable<Kernel.Server.Jobs.IJob>>().OfType<LoadLake>().Single().RunAsync(World.Ct);
}
