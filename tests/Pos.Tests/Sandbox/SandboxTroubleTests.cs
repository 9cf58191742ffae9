using System.Net.Http.Json;
using Stripe;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Payments;

namespace Tourism.Pos.Tests.Sandbox;

/// <summary>Time and deliveries of the sandbox, as they can be disturbed from outside.</summary>
public sealed class SandboxTroubleTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Clock_PutAhead_EndsSessionsAndForgetsKeysAfterADay()
    {
        await using var host = await PaymentHost.StartAsync();
        var (client, key) = (await host.StripeAsync(), new RequestOptions { IdempotencyKey = "day" });
        var first = await client.V1.PaymentIntents.CreateAsync(Intent, key);
        var session = await client.V1.Checkout.Sessions.CreateAsync(host.Order());

        await ClockAsync(host, 24 * 3600 - 60);
        Assert.Equal("expired", (await client.V1.Checkout.Sessions.GetAsync(session.Id)).Status);
        Assert.Equal(first.Id, (await client.V1.PaymentIntents.CreateAsync(Intent, key)).Id);

        await ClockAsync(host, 24 * 3600);
        var second = await client.V1.PaymentIntents.CreateAsync(Intent, key);
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(second.Id, (await client.V1.PaymentIntents.CreateAsync(Intent, key)).Id);
    }

    [Fact]
    public async Task Clock_PutAhead_EventsStillArriveAtOnce()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.StartNewAsync();
        await ClockAsync(host, 3600);
        await host.VisitorPaysAsync();

        await host.DeliverAsync();
        await host.ProcessAsync();

        Assert.Equal(PaymentState.Succeeded, await host.StateAsync(payment));
    }

    [Fact]
    public async Task Webhooks_Dropped_NeverComeAndTheSweepFindsTheMoney()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.StartNewAsync();
        await WebhooksAsync(host, new { drop = 4 });
        await host.VisitorPaysAsync();

        await host.DeliverAsync();
        Assert.Empty(await host.InboxAsync());
        Assert.Equal(0, await host.DeliverAsync());
        await host.SweepAsync(TimeSpan.FromSeconds(5));

        Assert.Equal((PaymentState.Succeeded, 1), (await host.StateAsync(payment), host.Sale.Paid));
    }

    [Fact]
    public async Task Webhooks_TwiceAndInReverse_CountOnce()
    {
        await using var host = await PaymentHost.StartAsync();
        var payment = await host.StartNewAsync();
        await WebhooksAsync(host, new { duplicate = 4, reorder = 4 });
        await host.VisitorPaysAsync();

        await host.DeliverAsync();
        await host.ProcessAsync();

        Assert.Equal("checkout.session.completed", (await host.InboxAsync())[0].Type);
        Assert.Equal(4, (await host.InboxAsync()).Count);
        Assert.Equal((PaymentState.Succeeded, 1), (await host.StateAsync(payment), host.Sale.Paid));
    }

    private static PaymentIntentCreateOptions Intent => new() { Amount = 1300, Currency = "jpy" };

    private static Task ClockAsync(PaymentHost host, long seconds) => host.BreakAsync(HttpMethod.Put, "clock", JsonContent.Create(new { seconds }));

    private static Task WebhooksAsync(PaymentHost host, object trouble) => host.BreakAsync(HttpMethod.Put, "webhooks", JsonContent.Create(trouble));
}
