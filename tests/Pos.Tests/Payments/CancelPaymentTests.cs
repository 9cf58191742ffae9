using Tourism.Pos.Payments;
using Tourism.Pos.Payments.Webhooks;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Payments;

public sealed class CancelPaymentTests
{
    [Fact]
    public async Task Cancel_BeforeTheVisitorPays_EndsUnpaid()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.StartNewAsync();

        var cancelled = await host.CancelAsync(payment);
        var afterwards = await host.VisitorPaysAsync();

        Assert.Equal(PaymentState.Cancelled, cancelled.Value.State);
        Assert.Equal("expired", (string?)afterwards!["status"]);
        Assert.Equal((0, 1), (host.Sale.Paid, host.Sale.Dead));
    }

    [Fact]
    public async Task Cancel_VisitorWasFaster_IsPaid()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.StartNewAsync();
        await host.VisitorPaysAsync();

        var cancelled = await host.CancelAsync(payment);

        Assert.Equal(PaymentState.Succeeded, cancelled.Value.State);
        Assert.Equal((1, 0), (host.Sale.Paid, host.Sale.Dead));
    }

    [Fact]
    public async Task Cancel_AgainAfterTheEnd_ChangesNothing()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.StartNewAsync();
        await host.CancelAsync(payment);

        Assert.Equal(PaymentState.Cancelled, (await host.CancelAsync(payment)).Value.State);
        Assert.Equal(1, host.Sale.Dead);
    }

    [Fact]
    public async Task Cancel_WhileTheRequestIsUnknown_FindsTheSessionAndEndsIt()
    {
        await using var host = await PaymentHost.StartAsync();
        host.Network.BreakAfter();
        var payment = await host.StartNewAsync();
        host.Network.Mend();

        Assert.Equal(PaymentState.Cancelled, (await host.CancelAsync(payment)).Value.State);
        Assert.Equal("expired", (string?)(await host.VisitorPaysAsync())!["status"]);
        Assert.Single(await host.SessionsAsync());
    }

    [Fact]
    public async Task Cancel_ProviderUnreachable_IsAWishUntilItAnswers()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.StartNewAsync();
        host.Network.BreakBefore();

        Assert.Equal(PaymentState.CancelRequested, (await host.CancelAsync(payment)).Value.State);
        host.Network.Mend();
        await host.SweepAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(PaymentState.Cancelled, await host.StateAsync(payment));
    }
}
