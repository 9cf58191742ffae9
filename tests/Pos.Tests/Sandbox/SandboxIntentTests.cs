using Stripe;
using Tourism.Pos.Tests.Payments;

namespace Tourism.Pos.Tests.Sandbox;

public sealed class SandboxIntentTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Create_Plain_WaitsForACard()
    {
        var intent = await sandbox.IntentAsync();

        Assert.Equal(("requires_payment_method", 1300L, "automatic"), (intent.Status, intent.Amount, intent.CaptureMethod));
        Assert.Equal(["card_present"], intent.PaymentMethodTypes);
        Assert.Equal("p1", intent.Metadata["payment"]);
    }

    [Fact]
    public async Task Create_SameKeyTwice_IsOne()
    {
        var (options, key) = (new PaymentIntentCreateOptions { Amount = 1300, Currency = "jpy" }, new RequestOptions { IdempotencyKey = "intent:1" });

        var first = await sandbox.Stripe.V1.PaymentIntents.CreateAsync(options, key);
        var again = await sandbox.Stripe.V1.PaymentIntents.CreateAsync(options, key);

        Assert.Equal(first.Id, again.Id);
        Assert.Equal(["card", "paypay", "wechat_pay", "alipay"], first.PaymentMethodTypes);
    }

    [Theory]
    [InlineData("amount", "49", "amount_too_small")]
    [InlineData("amount", "100000000", "amount_too_large")]
    [InlineData("amount", "1.5", "parameter_invalid_integer")]
    [InlineData("surprise", "1", "parameter_unknown")]
    [InlineData("payment_method_types[0]", "card", "payment_method_types_no_longer_supported")]
    public async Task Create_WrongParameter_IsRefusedByName(string key, string value, string code)
    {
        using var answer = await sandbox.Host.SendAsync(HttpMethod.Post, "payment_intents", null, [.. Minimal.Where(pair => pair.Key != key), (key, value)]);

        Assert.Contains($"\"{code}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4242424242424242", "visa", "4242", "US")]
    [InlineData("3530111333300000", "jcb", "0000", "JP")]
    [InlineData("4000004100000003", "visa", "0003", "KR")]
    public async Task Charge_OfATap_TellsTheCard(string number, string brand, string last4, string country)
    {
        var charge = (await sandbox.TappedAsync(number: number)).LatestCharge;

        var card = charge.PaymentMethodDetails.CardPresent;
        Assert.Equal((brand, last4, country, 1300L), (card.Brand, card.Last4, card.Country, charge.AmountCaptured));
        Assert.Equal(charge.Id, (await sandbox.Stripe.V1.Charges.GetAsync(charge.Id)).Id);
        Assert.Equal(charge.Id, Assert.Single(await sandbox.Stripe.V1.Charges.ListAsync(new() { PaymentIntent = charge.PaymentIntentId })).Id);
    }

    [Fact]
    public async Task Capture_Part_TakesItAndReleasesTheRest()
    {
        var held = await sandbox.TappedAsync(manual: true);
        Assert.Equal(("requires_capture", 1300L, 0L), (held.Status, held.AmountCapturable, held.AmountReceived));

        await sandbox.Stripe.V1.PaymentIntents.CaptureAsync(held.Id, new() { AmountToCapture = 1000 });

        var taken = await sandbox.ReadAsync(held.Id);
        Assert.Equal(("succeeded", 0L, 1000L), (taken.Status, taken.AmountCapturable, taken.AmountReceived));
        Assert.Equal((1000L, 300L), (taken.LatestCharge.AmountCaptured, taken.LatestCharge.AmountRefunded));
        Assert.Equal("payment_intent_unexpected_state", await SandboxFixture.RefusalAsync(() => sandbox.Stripe.V1.PaymentIntents.CaptureAsync(held.Id)));
    }

    [Fact]
    public async Task Capture_MoreThanHeld_IsRefused()
    {
        var held = await sandbox.TappedAsync(manual: true);

        Assert.Equal("amount_too_large", await SandboxFixture.RefusalAsync(() => sandbox.Stripe.V1.PaymentIntents.CaptureAsync(held.Id, new() { AmountToCapture = 1301 })));
    }

    [Fact]
    public async Task Cancel_Held_ReleasesTheCard()
    {
        var held = await sandbox.TappedAsync(manual: true);

        var cancelled = await sandbox.Stripe.V1.PaymentIntents.CancelAsync(held.Id, new() { CancellationReason = "abandoned", Expand = ["latest_charge"] });

        Assert.Equal(("canceled", "abandoned", true), (cancelled.Status, cancelled.CancellationReason, cancelled.LatestCharge.Refunded));
    }

    [Fact]
    public async Task Cancel_Succeeded_SaysWhatItIs()
    {
        var paid = await sandbox.TappedAsync();

        var refused = await Assert.ThrowsAsync<StripeException>(() => sandbox.Stripe.V1.PaymentIntents.CancelAsync(paid.Id));

        Assert.Equal(("payment_intent_unexpected_state", "succeeded"), (refused.StripeError.Code, refused.StripeError.PaymentIntent.Status));
    }

    [Fact]
    public async Task Expand_SomethingThatIsNotThere_IsRefused()
    {
        var intent = await sandbox.IntentAsync();

        Assert.Equal("invalid_request_error", await SandboxFixture.RefusalAsync(() => sandbox.Stripe.V1.PaymentIntents.GetAsync(intent.Id, new() { Expand = ["surprise"] })));
    }

    [Fact]
    public async Task List_Backwards_IsThePageNextToTheCursor()
    {
        var made = new List<string>();
        for (var count = 0; count < 4; count++)
            made.Add((await sandbox.IntentAsync()).Id);

        var page = await sandbox.Stripe.V1.PaymentIntents.ListAsync(new() { EndingBefore = made[0], Limit = 2 });

        Assert.Equal([made[2], made[1]], page.Select(intent => intent.Id));
        Assert.True(page.HasMore);
    }

    [Fact]
    public async Task Events_ByGroupAndCursor_AreWhatHappenedSince()
    {
        await sandbox.TappedAsync();
        var last = (await sandbox.Stripe.V1.Events.ListAsync(new() { Limit = 1 })).Single().Id;
        await sandbox.TappedAsync();

        var since = await sandbox.Stripe.V1.Events.ListAsync(new() { EndingBefore = last, Type = "payment_intent.*" });

        Assert.Equal(["payment_intent.succeeded", "payment_intent.created"], since.Select(told => told.Type));
    }

    private static (string Key, string Value)[] Minimal => [("amount", "1300"), ("currency", "jpy")];
}
