using System.Net;
using System.Text;
using CsCheck;
using Stripe;
using Tourism.Pos.Payments;
using Tourism.Pos.Payments.Webhooks;

namespace Tourism.Pos.Tests.Payments;

public sealed class SignatureTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static string Event(string session = "cs_test_unknown", Guid payment = default, bool paid = false) => $$"""
        {"id":"evt_{{session}}","object":"event","api_version":"2026-10-28.endive","created":1,"data":{"object":{"id":"{{session}}","object":"checkout.session",
        "status":"{{(paid ? "complete" : "open")}}","payment_status":"{{(paid ? "paid" : "unpaid")}}","metadata":{ "payment":"{{payment}}" } } },"livemode":false,"pending_webhooks":1,
        "request":null,"type":"checkout.session.completed"}
        """;

    [Fact]
    public async Task Post_SignedByUs_IsStoredAsItCame()
    {
        await using var host = await PaymentHost.StartAsync();
        var body = Event() + "\r\n";

        Assert.Equal(200, await host.PostSignedAsync(body));
        Assert.Equal(body, Assert.Single(await host.InboxAsync()).Body);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("t=,v1=")]
    [InlineData("t=abc,v1=00")]
    [InlineData("v1=00")]
    [InlineData("t=99999999999999999999,v1=00")]
    [InlineData("t=1")]
    [InlineData("=,=,=")]
    public async Task Post_HeaderIsMissingOrGarbled_Is400(string? header)
    {
        await using var host = await PaymentHost.StartAsync();

        Assert.Equal(400, await host.PostAsync(Event(), header));
        Assert.Empty(await host.InboxAsync());
    }

    [Fact]
    public async Task Post_AnyHeaderAtAll_IsNeverAServerError()
    {
        await using var host = await PaymentHost.StartAsync();
        var receive = host.Get<ReceiveStripeEvent>();

        await Gen.OneOf(Gen.String, Gen.String[Gen.Char["t=v10,9 "], 0, 30]).SampleAsync(
            async header => !(await receive.HandleAsync(Event(), header, Ct)).Ok, iter: 2000);
    }

    [Theory]
    [InlineData(-299, 200)]
    [InlineData(299, 200)]
    [InlineData(-301, 400)]
    [InlineData(301, 400)]
    public async Task Post_ClockOff_IsTakenWithinFiveMinutes(int seconds, int status)
    {
        await using var host = await PaymentHost.StartAsync();
        var header = await host.SignAsync(Event(), seconds);

        Assert.Equal(status, await host.PostAsync(Event(), header));
    }

    [Fact]
    public async Task Post_OtherSecret_Is400()
    {
        await using var host = await PaymentHost.StartAsync();
        var header = EventUtility.GenerateSignatureHeader(Event(), "whsec_other", host.Clock.GetUtcNow().ToUnixTimeSeconds());

        Assert.Equal(400, await host.PostAsync(Event(), header));
    }

    [Theory]
    [InlineData("whsec_old", 200)]
    [InlineData("whsec_new", 200)]
    [InlineData("whsec_none", 400)]
    public async Task Post_DuringRotation_EitherSecretIsGood(string secret, int status)
    {
        await using var host = await PaymentHost.StartAsync(settings:
        [
            ("Tourism:Stripe:ApiKey", "sk_test_1"), ("Tourism:Stripe:WebhookSecrets:0", "whsec_new"), ("Tourism:Stripe:WebhookSecrets:1", "whsec_old"),
        ]);
        var header = EventUtility.GenerateSignatureHeader(Event(), secret, host.Clock.GetUtcNow().ToUnixTimeSeconds());

        Assert.Equal(status, await host.PostAsync(Event(), header));
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Post_BodyChangedByOneCharacter_Is400(string added)
    {
        await using var host = await PaymentHost.StartAsync();

        Assert.Equal(400, await host.PostAsync(Event() + added, await host.SignAsync(Event())));
    }

    [Fact]
    public async Task Post_WithByteOrderMark_IsCheckedByteForByte()
    {
        await using var host = await PaymentHost.StartAsync();

        Assert.Equal(400, await host.PostAsync('\uFEFF' + Event(), await host.SignAsync(Event())));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{\"id\":1}")]
    public async Task Post_SignedButNoEvent_Is400(string body)
    {
        await using var host = await PaymentHost.StartAsync();

        Assert.Equal(400, await host.PostSignedAsync(body));
    }

    [Fact]
    public async Task Post_HugeBody_Is413AndNotStored()
    {
        await using var host = await PaymentHost.StartAsync();
        var body = Event() + new string(' ', 300 * 1024);

        Assert.Equal(413, await host.PostSignedAsync(body));
        Assert.Empty(await host.InboxAsync());
    }
}
