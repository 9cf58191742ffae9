using Tourism.Pos.Payments;
using Tourism.Pos.Sandbox.Readers;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Payments.Failures;

/// <summary>The host dies at every single moment at which it waits for the provider or the database: before and after each call, before and after each commit.</summary>
public sealed class PowerCutTests(FailureFixture fixture) : IClassFixture<FailureFixture>
{
    [Theory]
    [InlineData("Page")]
    [InlineData("Reader")]
    public Task Dead_WhileStarting_IsPaidOnce(string method) => EverywhereAsync(method, PaymentState.Succeeded, _ => Task.CompletedTask, scene => scene.StartAsync(), async scene =>
    {
        // The till repeats what was not answered, as it would after any lost line.
        await scene.StartAsync();
        await scene.SweepAsync(61);
        await scene.SweepAsync();
        await scene.PayAsync();
    });

    [Theory]
    [InlineData("Page")]
    [InlineData("Reader")]
    public Task Dead_WhileCancelling_IsEndedUnpaid(string method) => EverywhereAsync(method, PaymentState.Cancelled, scene => scene.StartAsync(), scene => scene.CancelAsync(), scene => scene.CancelAsync());

    [Theory]
    [InlineData("Page")]
    [InlineData("Reader")]
    public Task Dead_WhileCancellingWhatIsPaid_IsPaidOnce(string method) => EverywhereAsync(method, PaymentState.Succeeded, async scene =>
    {
        await scene.StartAsync();
        await scene.PayAsync();
    }, scene => scene.CancelAsync(), _ => Task.CompletedTask);

    [Theory]
    [InlineData("Page")]
    [InlineData("Reader")]
    public Task Dead_WhileHearingTheNews_IsPaidOnce(string method) => EverywhereAsync(method, PaymentState.Succeeded, async scene =>
    {
        await scene.StartAsync();
        await scene.PayAsync();
        await scene.Host.DeliverAsync();
    }, scene => scene.Host.ProcessAsync(), _ => Task.CompletedTask);

    [Theory]
    [InlineData("Page")]
    [InlineData("Reader")]
    public Task Dead_WhileAskingAgain_IsPaidOnce(string method) => EverywhereAsync(method, PaymentState.Succeeded, async scene =>
    {
        await scene.StartAsync();
        await scene.PayAsync();
    }, scene => scene.SweepAsync(), _ => Task.CompletedTask);

    [Fact]
    public Task Dead_WhileAnotherReaderIsTold_IsPaidOnce() => EverywhereAsync("Reader", PaymentState.Succeeded, scene => scene.StartAsync(), scene => scene.PresentAsync(Scene.OtherReader), async scene =>
    {
        await scene.SweepAsync(61);
        await scene.SweepAsync();
        await scene.PayAsync();
        await scene.ActAsync(ReaderAct.Tap, Scene.OtherReader);
    });

    [Theory]
    [InlineData("Page")]
    [InlineData("Reader")]
    public Task Dead_WhileGivingBack_GivesBackOnce(string method) => EverywhereAsync(method, PaymentState.Succeeded, async scene =>
    {
        await scene.PaidAsync();
        Assert.True((await scene.Counter.TryRefundAsync(scene.Order.Sale, people: 1)).Ok);
    }, scene => scene.Counter.SubmitAsync(), _ => Task.CompletedTask);

    private async Task EverywhereAsync(string method, PaymentState ends, Func<Scene, Task> first, Func<Scene, Task> dies, Func<Scene, Task> then)
    {
        for (var (last, died) = (0, true); died; last++)
        {
            var scene = await Scene.SetAsync(fixture.Counter, Enum.Parse<PaymentMethod>(method));
            await first(scene);
            died = (await Life.RunAsync(last, () => dies(scene))).IsOver;
            await then(scene);
            await fixture.Counter.LetTimePassAsync();
            Assert.True(ends == await scene.StateAsync(), $"Dead at moment {last}: {await scene.StateAsync()}");
        }

        await MoneyCheck.AgreesAsync(fixture.Counter);
    }
}
