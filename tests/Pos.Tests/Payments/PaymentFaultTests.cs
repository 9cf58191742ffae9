using System.Net;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tests.Payments;

public sealed class PaymentFaultTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Timeout_ProviderNeverGotIt_IsUnknownAndThenSentAgain()
    {
        await using var host = await PaymentHost.StartAsync();
        host.Network.BreakBefore();
        var payment = await host.StartNewAsync();
        Assert.Equal(PaymentState.Unknown, await host.StateAsync(payment));
        host.Network.Mend();

        await host.SweepAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(PaymentState.AwaitingCustomer, await host.StateAsync(payment));
        Assert.Single(await host.SessionsAsync());
    }

    [Fact]
    public async Task Timeout_ProviderActed_TheSameKeyFindsTheSameSession()
    {
        await using var host = await PaymentHost.StartAsync();
        host.Network.BreakAfter();
        var payment = await host.StartNewAsync();
        var made = Assert.Single(await host.SessionsAsync());
        host.Network.Mend();

        await host.SweepAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(made, (await host.LoadAsync(payment)).Attempt.SessionId);
        Assert.Single(await host.SessionsAsync());
    }

    [Fact]
    public async Task Timeout_PaidMeanwhile_TheStaleFirstAnswerIsNotBelieved()
    {
        await using var host = await PaymentHost.StartAsync();
        host.Network.BreakAfter();
        var payment = await host.StartNewAsync();
        host.Network.Mend();
        await host.VisitorPaysAsync();

        await host.SweepAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(PaymentState.Succeeded, await host.StateAsync(payment));
    }

    [Theory]
    [InlineData(200, """{"id":"cs_test_""", "application/json")]
    [InlineData(200, "", "application/json")]
    [InlineData(502, "<html><body>Bad Gateway</body></html>", "text/html")]
    [InlineData(500, """{"error":{"type":"api_error","message":"sorry"}}""", "application/json")]
    [InlineData(429, """{"error":{"type":"invalid_request_error","message":"slow down"}}""", "application/json")]
    [InlineData(409, """{"error":{"type":"idempotency_error","code":"idempotency_key_in_use","message":"busy"}}""", "application/json")]
    public async Task Answer_CannotBeReliedOn_IsUnknownAndNeverFailed(int status, string body, string type)
    {
        await using var host = await PaymentHost.StartAsync();
        host.Network.Answer(status, body, type);
        var payment = await host.StartNewAsync();
        Assert.Equal(PaymentState.Unknown, await host.StateAsync(payment));
        Assert.Equal((0, 0), (host.Sale.Paid, host.Sale.Dead));
        host.Network.Mend();

        await host.SweepAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(PaymentState.AwaitingCustomer, await host.StateAsync(payment));
        Assert.Single(await host.SessionsAsync());
    }

    [Fact]
    public async Task Answer_RefusedForGood_FailsAndFreesTheSale()
    {
        await using var host = await PaymentHost.StartAsync();
        host.Network.Fault = (_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadRequest)
        {
            Content = new StringContent("""{"error":{"type":"invalid_request_error","code":"amount_too_large","message":"no"}}"""),
        });

        var payment = await host.StartNewAsync();

        Assert.Equal(PaymentState.Failed, await host.StateAsync(payment));
        Assert.Equal(1, host.Sale.Dead);
        Assert.Null((await host.LoadAsync(payment)).Attempt.LivePayment);
    }

    [Fact]
    public async Task Answer_OurKeyWithAnotherBody_NeedsReview()
    {
        await using var host = await PaymentHost.StartAsync();
        host.Network.Fault = (_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadRequest)
        {
            Content = new StringContent("""{"error":{"type":"idempotency_error","message":"other parameters"}}"""),
        });

        var stored = await host.LoadAsync(await host.StartNewAsync());

        Assert.Equal((PaymentState.NeedsReview, PaymentDoubt.KeyReused), (stored.State, stored.Review));
    }
}
