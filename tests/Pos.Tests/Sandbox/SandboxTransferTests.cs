using Stripe;
using Stripe.Checkout;
using Tourism.Pos.Tests.Payments;

namespace Tourism.Pos.Tests.Sandbox;

/// <summary>Money that is passed on to shops, and taken back.</summary>
public sealed class SandboxTransferTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Transfers_OutOfACharge_NeverExceedIt()
    {
        var (shop, charge) = (await ShopAsync(), (await sandbox.TappedAsync()).LatestCharge);
        var first = await sandbox.Stripe.V1.Transfers.CreateAsync(Out(shop, charge.Id, 1000));

        Assert.Equal("charge_exceeds_source_limit", await SandboxFixture.RefusalAsync(() => sandbox.Stripe.V1.Transfers.CreateAsync(Out(shop, charge.Id, 301))));
        var second = await sandbox.Stripe.V1.Transfers.CreateAsync(Out(shop, charge.Id, 300));

        Assert.Equal([second.Id, first.Id], (await sandbox.Stripe.V1.Transfers.ListAsync(new() { TransferGroup = "sale-" + charge.Id })).Select(transfer => transfer.Id));
        Assert.Equal(-1000, (await sandbox.Stripe.V1.BalanceTransactions.GetAsync(first.BalanceTransactionId)).Net);
    }

    [Fact]
    public async Task Transfers_ManyAtOnce_NeverExceedTheCharge()
    {
        var (shop, charge) = (await ShopAsync(), (await sandbox.TappedAsync()).LatestCharge);

        var asked = Enumerable.Range(0, 5).Select(async _ => (await sandbox.Host.SendAsync(
            HttpMethod.Post, "transfers", null, ("amount", "600"), ("currency", "jpy"), ("destination", shop), ("source_transaction", charge.Id))).IsSuccessStatusCode);

        Assert.Equal(2, (await Task.WhenAll(asked)).Count(done => done));
    }

    [Fact]
    public async Task Transfer_ToNobody_IsRefused()
    {
        var charge = (await sandbox.TappedAsync()).LatestChargeId;

        Assert.Equal("resource_missing", await SandboxFixture.RefusalAsync(() => sandbox.Stripe.V1.Transfers.CreateAsync(Out("acct_none", charge, 1))));
    }

    [Fact]
    public async Task Transfer_OfMoreThanThePlatformHolds_IsRefused()
    {
        var shop = await ShopAsync();

        Assert.Equal("balance_insufficient", await SandboxFixture.RefusalAsync(() =>
            sandbox.Stripe.V1.Transfers.CreateAsync(new() { Amount = 99_999_999, Currency = "jpy", Destination = shop })));
    }

    [Fact]
    public async Task Reversal_InParts_TakesBackExactlyWhatWent()
    {
        var (shop, charge) = (await ShopAsync(), (await sandbox.TappedAsync()).LatestChargeId);
        var transfer = await sandbox.Stripe.V1.Transfers.CreateAsync(Out(shop, charge, 1000));

        var first = await sandbox.Stripe.V1.Transfers.Reversals.CreateAsync(transfer.Id, new() { Amount = 400 });
        await sandbox.Stripe.V1.Transfers.Reversals.CreateAsync(transfer.Id, new() { Amount = 600 });

        var after = await sandbox.Stripe.V1.Transfers.GetAsync(transfer.Id);
        Assert.Equal((1000L, true), (after.AmountReversed, after.Reversed));
        Assert.Equal("charge_already_refunded", await SandboxFixture.RefusalAsync(() => sandbox.Stripe.V1.Transfers.Reversals.CreateAsync(transfer.Id)));
        Assert.Equal(first.Id, (await sandbox.Stripe.V1.Transfers.Reversals.ListAsync(transfer.Id)).Last().Id);
    }

    [Fact]
    public async Task Intent_WithADestination_PassesItsMoneyOnAndBack()
    {
        var (shop, reader) = (await ShopAsync(), await sandbox.ReaderAsync());
        var intent = await sandbox.Stripe.V1.PaymentIntents.CreateAsync(new()
        {
            Amount = 1300, Currency = "jpy", AllowedPaymentMethodTypes = ["card_present"], OnBehalfOf = shop, TransferData = new() { Destination = shop },
        });
        await sandbox.ProcessAsync(reader.Id, intent.Id);
        await sandbox.PresentAsync(reader.Id);
        var charge = (await sandbox.ReadAsync(intent.Id)).LatestCharge;

        var refund = await sandbox.Stripe.V1.Refunds.CreateAsync(new() { PaymentIntent = intent.Id, Amount = 650, ReverseTransfer = true, Expand = ["transfer_reversal"] });

        var transfer = await sandbox.Stripe.V1.Transfers.GetAsync(charge.TransferId);
        Assert.Equal((shop, 1300L, 650L, charge.TransferGroup), (transfer.DestinationId, transfer.Amount, transfer.AmountReversed, transfer.TransferGroup));
        Assert.Equal(650, refund.TransferReversal.Amount);
    }

    [Fact]
    public async Task Session_WithADestination_PassesItsMoneyOn()
    {
        var (shop, order) = (await ShopAsync(), sandbox.Host.Order());
        order.PaymentIntentData.TransferGroup = "basket-7";
        order.PaymentIntentData.OnBehalfOf = shop;
        order.PaymentIntentData.TransferData = new SessionPaymentIntentDataTransferDataOptions { Destination = shop, Amount = 1000 };
        await sandbox.Stripe.V1.Checkout.Sessions.CreateAsync(order);

        await sandbox.Host.VisitorPaysAsync();

        Assert.Equal(1000, Assert.Single(await sandbox.Stripe.V1.Transfers.ListAsync(new() { TransferGroup = "basket-7" })).Amount);
    }

    [Fact]
    public async Task Endpoint_FromRegisteringToRemoving_ShowsItsSecretOnce()
    {
        var made = await sandbox.Stripe.V1.WebhookEndpoints.CreateAsync(new() { Url = "https://shop.test/webhooks/stripe", EnabledEvents = ["checkout.session.completed"] });
        Assert.StartsWith("whsec_", made.Secret, StringComparison.Ordinal);

        var changed = await sandbox.Stripe.V1.WebhookEndpoints.UpdateAsync(made.Id, new() { EnabledEvents = ["*"], Disabled = true });
        Assert.Equal(("disabled", "*", null), (changed.Status, Assert.Single(changed.EnabledEvents), changed.Secret));
        Assert.Contains(made.Id, (await sandbox.Stripe.V1.WebhookEndpoints.ListAsync()).Select(endpoint => endpoint.Id));

        Assert.True((await sandbox.Stripe.V1.WebhookEndpoints.DeleteAsync(made.Id)).Deleted);
        Assert.Equal("resource_missing", await SandboxFixture.RefusalAsync(() => sandbox.Stripe.V1.WebhookEndpoints.GetAsync(made.Id)));
    }

    private static TransferCreateOptions Out(string shop, string charge, long amount) =>
        new() { Amount = amount, Currency = "jpy", Destination = shop, SourceTransaction = charge, TransferGroup = "sale-" + charge };

    private async Task<string> ShopAsync() => (await sandbox.Stripe.V1.Accounts.CreateAsync(new() { Type = "express", Country = "JP" })).Id;
}
