using System.Net;
using Stripe;
using Tourism.Pos.Tests.Payments;

namespace Tourism.Pos.Tests.Sandbox;

/// <summary>What is set to go wrong goes wrong exactly so often, as the provider's library sees it.</summary>
public sealed class SandboxFaultTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private static int _keys;

    [Theory]
    [InlineData("conflict", 409, false)]
    [InlineData("rateLimit", 429, false)]
    [InlineData("badGateway", 502, false)]
    [InlineData("error", 500, true)]
    [InlineData("truncated", 200, true)]
    public async Task Create_Broken_IsToldAsTheProviderWould(string kind, int status, bool answerIsKept)
    {
        var (key, before) = (Key(), await CountAsync());
        await FaultAsync(new { kind, method = "POST", path = "payment_intents" });

        var error = await Assert.ThrowsAsync<StripeException>(() => CreateAsync(key));
        Assert.Equal(status, (int)error.HttpStatusCode);

        if (kind == "error")
            Assert.Equal(HttpStatusCode.InternalServerError, (await Assert.ThrowsAsync<StripeException>(() => CreateAsync(key))).HttpStatusCode);
        else
            await CreateAsync(key);
        Assert.Equal(kind == "error" ? 0 : 1, await CountAsync() - before);
        Assert.Equal(answerIsKept, await IsKnownAsync(key, kind));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Create_TimesOut_ActedOrNot(bool after, int made)
    {
        var (key, before) = (Key(), await CountAsync());
        await FaultAsync(new { kind = "timeout", method = "POST", path = "payment_intents", after });

        await Assert.ThrowsAsync<HttpRequestException>(() => CreateAsync(key));

        Assert.Equal(made, await CountAsync() - before);
        await CreateAsync(key);
        Assert.Equal(1, await CountAsync() - before);
    }

    [Fact]
    public async Task Create_ErrorAfterActing_IsReplayedAlthoughItActed()
    {
        var (key, before) = (Key(), await CountAsync());
        await FaultAsync(new { kind = "error", path = "payment_intents", after = true });

        await Assert.ThrowsAsync<StripeException>(() => CreateAsync(key));
        await Assert.ThrowsAsync<StripeException>(() => CreateAsync(key));

        Assert.Equal(1, await CountAsync() - before);
    }

    [Fact]
    public async Task Faults_OfAnotherPathOrMethod_DoNothing()
    {
        await FaultAsync(new { kind = "error", method = "POST", path = "payouts", count = 2 });
        await FaultAsync(new { kind = "error", method = "DELETE", path = "payment_intents" });

        await CreateAsync(Key());

        Assert.Equal(2, (await sandbox.OrderAsync(HttpMethod.Get, ""))["faults"]!.AsArray().Count);
        await MendAsync();
        Assert.Empty((await sandbox.OrderAsync(HttpMethod.Get, ""))["faults"]!.AsArray());
    }

    [Fact]
    public async Task Fault_WithACount_StopsAfterIt()
    {
        await FaultAsync(new { kind = "rateLimit", method = "GET", path = "payment_intents", count = 2 });

        await Assert.ThrowsAsync<StripeException>(CountAsync);
        await Assert.ThrowsAsync<StripeException>(CountAsync);
        await CountAsync();
    }

    [Fact]
    public async Task Delay_IsWaitedFor()
    {
        await FaultAsync(new { kind = "delay", path = "events", milliseconds = 300 });
        var clock = TimeProvider.System.GetTimestamp();

        await sandbox.Stripe.V1.Events.ListAsync();

        Assert.True(TimeProvider.System.GetElapsedTime(clock) > TimeSpan.FromMilliseconds(290));
    }

    [Fact]
    public async Task Decline_HitsTheNextCardWhateverItIs()
    {
        await FaultAsync(new { kind = "decline" });

        var refused = await sandbox.TappedAsync();
        var paid = await sandbox.TappedAsync();

        Assert.Equal(("requires_payment_method", "succeeded"), (refused.Status, paid.Status));
    }

    private static string Key() => $"fault:{Interlocked.Increment(ref _keys)}";

    private Task<PaymentIntent> CreateAsync(string key) =>
        sandbox.Stripe.V1.PaymentIntents.CreateAsync(new() { Amount = 1300, Currency = "jpy" }, new RequestOptions { IdempotencyKey = key });

    private async Task<int> CountAsync() => (await sandbox.Stripe.V1.PaymentIntents.ListAsync(new() { Limit = 100 })).Count();

    /// <summary>A kept answer refuses the key to another request.</summary>
    private async Task<bool> IsKnownAsync(string key, string kind)
    {
        if (kind is not ("error" or "truncated"))
            return false;
        using var answer = await sandbox.Host.SendAsync(HttpMethod.Post, "payment_intents", key, ("amount", "999"), ("currency", "jpy"));
        return (await answer.Content.ReadAsStringAsync()).Contains("idempotency_error", StringComparison.Ordinal);
    }

    private async Task FaultAsync(object fault) => Assert.NotEmpty((await sandbox.OrderAsync(HttpMethod.Post, "", fault))["faults"]!.AsArray());

    private Task MendAsync() => sandbox.OrderAsync(HttpMethod.Delete, "");
}
