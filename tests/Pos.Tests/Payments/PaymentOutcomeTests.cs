using Tourism.Pos.Payments;
using Tourism.Pos.Payments.Webhooks;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Payments;

public sealed class PaymentOutcomeTests
{
    [Theory]
    [InlineData("card")]
    [InlineData("wallet")]
    public async Task Webhook_VisitorPaid_CompletesTheSaleOnce(string way)
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.StartNewAsync();
        await host.VisitorPaysAsync(Enum.Parse<CheckoutAct>(way, ignoreCase: true));

        Assert.Equal(4, await host.DeliverAsync());
        await host.ProcessAsync();

        Assert.Equal(PaymentState.Succeeded, await host.StateAsync(payment));
        Assert.Equal((1, 0), (host.Sale.Paid, host.Sale.Dead));
        Assert.All(await host.InboxAsync(), received => Assert.Equal(StripeEventState.Done, received.State));
        Assert.Equal(0, await host.DeliverAsync());
    }

    [Fact]
    public async Task Webhook_ComesTwiceAndBackwards_CountsOnce()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.StartNewAsync();
        await host.VisitorPaysAsync();
        await host.DeliverAsync();
        var bodies = (await host.InboxAsync()).Select(received => received.Body).Reverse().ToList();

        foreach (var body in bodies.Concat(bodies))
            Assert.Equal(200, await host.PostSignedAsync(body));
        await host.ProcessAsync();

        Assert.Equal(4, (await host.InboxAsync()).Count);
        Assert.Equal(PaymentState.Succeeded, await host.StateAsync(payment));
        Assert.Equal(1, host.Sale.Paid);
    }

    [Fact]
    public async Task Webhook_SameEventManyTimesAtOnce_IsStoredOnce()
    {
        await using var host = await PaymentHost.StartAsync();
        var body = SignatureTests.Event();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.PostSignedAsync(body)));

        Assert.All(answers, status => Assert.Equal(200, status));
        Assert.Single(await host.InboxAsync());
    }

    [Fact]
    public async Task Webhook_NamesNoPaymentOfOurs_IsKeptAsUnmatched()
    {
        await using var host = await PaymentHost.StartAsync();
        await host.PostSignedAsync(SignatureTests.Event());

        await host.ProcessAsync();

        Assert.Equal(StripeEventState.Unmatched, Assert.Single(await host.InboxAsync()).State);
    }

    [Fact]
    public async Task Webhook_ClaimsPaidButTheProviderSaysOpen_MovesNothing()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.StartNewAsync();
        var session = Assert.Single(await host.SessionsAsync());

        await host.PostSignedAsync(SignatureTests.Event(session, payment, paid: true));
        await host.ProcessAsync();

        Assert.Equal(PaymentState.AwaitingCustomer, await host.StateAsync(payment));
        Assert.Equal(0, host.Sale.Paid);
    }

    [Fact]
    public async Task Webhook_BeforeOurCallWasAnswered_IsUnderstood()
    {
        await using var host = await PaymentHost.StartAsync();
        host.Network.BreakAfter();
        var payment = await host.StartNewAsync();
        Assert.Equal(PaymentState.Unknown, await host.StateAsync(payment));
        host.Network.Mend();

        await host.VisitorPaysAsync();
        await host.DeliverAsync();
        await host.ProcessAsync();

        Assert.Equal(PaymentState.Succeeded, await host.StateAsync(payment));
        Assert.Single(await host.SessionsAsync());
    }

    [Fact]
    public async Task Sweep_WebhookWasLost_FindsTheMoney()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.StartNewAsync();
        await host.VisitorPaysAsync();

        Assert.Equal(1, await host.SweepAsync(TimeSpan.FromSeconds(5)));

        Assert.Equal(PaymentState.Succeeded, await host.StateAsync(payment));
        Assert.Equal(0, await host.SweepAsync(TimeSpan.FromDays(1)));
    }

    [Fact]
    public async Task Sweep_NobodyPays_AsksEverMoreRarelyAndThenEndsThePage()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.StartNewAsync();
        var asked = 0;

        for (var second = 0; second < Payment.PageLife.TotalSeconds + 300; second++)
            asked += await host.SweepAsync(TimeSpan.FromSeconds(1));

        Assert.InRange(asked, 10, 60);
        Assert.Equal(PaymentState.Cancelled, await host.StateAsync(payment));
        Assert.Equal(1, host.Sale.Dead);
    }

    [Fact]
    public async Task Declined_CardRefused_StaysOpenForAnotherWay()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.StartNewAsync();

        await host.VisitorPaysAsync(CheckoutAct.Declined);
        await host.DeliverAsync();
        await host.ProcessAsync();
        Assert.Equal(PaymentState.AwaitingCustomer, await host.StateAsync(payment));

        await host.VisitorPaysAsync(CheckoutAct.Wallet);
        await host.DeliverAsync();
        await host.ProcessAsync();
        Assert.Equal(PaymentState.Succeeded, await host.StateAsync(payment));
    }

    [Fact]
    public async Task Paid_SaleNoLongerWaits_IsRecordedForAPerson()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.StartNewAsync();
        host.Sale.Waits = false;
        await host.VisitorPaysAsync();
        await host.SweepAsync(TimeSpan.FromSeconds(5));

        var stored = await host.LoadAsync(payment);
        Assert.Equal((PaymentState.LatePaid, null), (stored.State, stored.Review));
    }

    [Fact]
    public async Task SuccessUrl_OpenedWithoutPaying_MovesNothing()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.StartNewAsync();

        using var page = await host.Http.GetAsync($"/pay/{(await host.LoadAsync(payment)).PageToken}", TestContext.Current.CancellationToken);

        Assert.True(page.IsSuccessStatusCode);
        Assert.Equal(PaymentState.AwaitingCustomer, await host.StateAsync(payment));
    }
}
