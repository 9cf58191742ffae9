using System.Net;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Payments;

public sealed class PaymentResumeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Crash_BetweenCommitAndCall_IsResumedByTheSweep()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await StoreOnlyAsync(host);
        Assert.Equal(PaymentState.Submitting, await host.StateAsync(payment));

        await host.SweepAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(PaymentState.AwaitingCustomer, await host.StateAsync(payment));
    }

    [Fact]
    public async Task Crash_DuringTheCall_IsResumedWhenTheLeaseRunsOut()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await StoreOnlyAsync(host);
        await ChangeAsync(host, payment, row => row.TryLease(host.Clock.GetUtcNow().UtcDateTime));

        Assert.Equal(0, await host.SweepAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal(1, await host.SweepAsync(Payment.Lease));

        Assert.Equal(PaymentState.AwaitingCustomer, await host.StateAsync(payment));
    }

    [Fact]
    public async Task Unknown_StaysUnknown_IsAskedAgainAfterGrowingPauses()
    {
        await using var host = await PaymentHost.StartAsync();
        host.Network.BreakBefore();
        await host.StartNewAsync();

        foreach (var pause in new[] { 5, 30, 120, 600, 3600 })
        {
            Assert.Equal(0, await host.SweepAsync(TimeSpan.FromSeconds(pause - 1)));
            Assert.Equal(1, await host.SweepAsync(TimeSpan.FromSeconds(1)));
        }
    }

    [Fact]
    public async Task KeyTooOld_ProviderHadActed_IsFoundWithoutSendingAgain()
    {
        await using var host = await PaymentHost.StartAsync();
        host.Network.BreakAfter();
        var payment = await host.StartNewAsync();
        host.Network.Mend();
        await host.VisitorPaysAsync();
        var sent = host.Network.Posts;

        await host.SweepAsync(Payment.KeyLife);

        Assert.Equal(sent, host.Network.Posts);
        Assert.Equal(PaymentState.Succeeded, await host.StateAsync(payment));
    }

    [Fact]
    public async Task KeyTooOld_ProviderNeverGotIt_FailsWithoutSendingAgain()
    {
        await using var host = await PaymentHost.StartAsync();
        host.Network.BreakBefore();
        var payment = await host.StartNewAsync();
        host.Network.Mend();
        var sent = host.Network.Posts;

        await host.SweepAsync(Payment.KeyLife);

        Assert.Equal(sent, host.Network.Posts);
        Assert.Equal(PaymentState.Failed, await host.StateAsync(payment));
        Assert.Empty(await host.SessionsAsync());
    }

    [Fact]
    public async Task Sweep_TwoHostsAtOnce_AskOnce()
    {
        await using var host = await PaymentHost.StartAsync();
        await StoreOnlyAsync(host);
        host.Clock.Advance(TimeSpan.FromSeconds(5));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => host.SweepAsync(TimeSpan.Zero))));

        Assert.Equal(1, host.Network.Posts);
    }

    /// <summary>The steps of a start up to the commit, as if the host died right after it.</summary>
    private static async Task<Guid> StoreOnlyAsync(PaymentHost host)
    {
        var now = host.Clock.GetUtcNow().UtcDateTime;
        var payment = new Payment
        {
            Id = Guid.CreateVersion7(), Sale = Guid.CreateVersion7(), Amount = host.Sale.Amount, Language = "ja", RequestHash = new string('0', 64),
            PageToken = new string('0', 26), CreatedAt = now,
        };
        await host.Get<Writer<PosDbContext>>().RunAsync<bool>(async db =>
        {
            var tender = await host.Sale.FindAsync(db, payment.Sale, payment.Id, Ct);
            payment.Submit(CheckoutBody.Of(payment, tender!, "http://shop.test/pay/0"), now);
            db.Add(payment);
            return true;
        }, Ct);
        return payment.Id;
    }

    private static Task ChangeAsync(PaymentHost host, Guid payment, Func<Payment, bool> change) => host.Get<Writer<PosDbContext>>().RunAsync<bool>(
        async db => change(await db.Set<Payment>().SingleAsync(row => row.Id == payment, Ct)), Ct);
}
