using Tourism.Pos.Payments;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Payments;

public sealed class WatchPaymentTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Watch_AnotherHostHearsOfTheMoney_TellsItAndEnds()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.StartNewAsync();
        await using var line = host.Get<WatchPayment>().RunAsync(payment, Ct).GetAsyncEnumerator(Ct);
        Assert.True(await line.MoveNextAsync());
        Assert.Equal(PaymentState.AwaitingCustomer, line.Current.State);

        var next = line.MoveNextAsync().AsTask();
        await host.VisitorPaysAsync();
        await host.SweepAsync(TimeSpan.FromSeconds(5));
        while (!next.IsCompleted)
        {
            host.Clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(5, Ct);
        }

        Assert.True(await next);
        Assert.Equal(PaymentState.Succeeded, line.Current.State);
        Assert.False(await line.MoveNextAsync());
    }

    [Fact]
    public async Task Watch_NothingHappens_SpeaksUpBeforeAProxyCutsTheLine()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.StartNewAsync();
        await using var line = host.Get<WatchPayment>().RunAsync(payment, Ct).GetAsyncEnumerator(Ct);
        Assert.True(await line.MoveNextAsync());
        var began = host.Clock.GetUtcNow();

        var next = line.MoveNextAsync().AsTask();
        while (!next.IsCompleted)
        {
            host.Clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(2, Ct);
        }

        Assert.True(await next);
        Assert.InRange(host.Clock.GetUtcNow() - began, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(60));
    }
}
