using Stripe;
using Tourism.Kernel;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Sandbox.Money;
using Tourism.Pos.Tests.Payments;

namespace Tourism.Pos.Tests.Sandbox;

/// <summary>What comes in, goes back and is passed on, to the yen.</summary>
public sealed class SandboxMoneyTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1300, 46)]
    [InlineData(50, 1)]
    [InlineData(27, 0)]
    [InlineData(99_999_999, 3_599_999)]
    public void Fee_OfAnAmount_IsRoundedDown(long amount, long fee) => Assert.Equal(fee, SandboxLedger.FeeOf(amount));

    [Fact]
    public async Task Charge_Taken_IsBookedWithItsFee()
    {
        var charge = (await sandbox.TappedAsync()).LatestCharge;

        var movement = Assert.Single(await sandbox.Stripe.V1.BalanceTransactions.ListAsync(new() { Source = charge.Id }));

        Assert.Equal(("charge", 1300L, 46L, 1254L, charge.BalanceTransactionId), (movement.Type, movement.Amount, movement.Fee, movement.Net, movement.Id));
    }

    [Fact]
    public async Task Refund_Partly_IsBookedAndShownOnTheCharge()
    {
        var paid = await sandbox.TappedAsync();

        var refund = await sandbox.Stripe.V1.Refunds.CreateAsync(new() { PaymentIntent = paid.Id, Amount = 300, Expand = ["balance_transaction"] });

        var charge = await sandbox.Stripe.V1.Charges.GetAsync(paid.LatestChargeId);
        Assert.Equal(("succeeded", -300L, 300L, false), (refund.Status, refund.BalanceTransaction.Net, charge.AmountRefunded, charge.Refunded));
        Assert.Equal(refund.Id, Assert.Single(await sandbox.Stripe.V1.Refunds.ListAsync(new() { Charge = charge.Id })).Id);
    }

    [Fact]
    public async Task Refund_ToTheYenAndOneMore_IsRefused()
    {
        var paid = await sandbox.TappedAsync();
        await sandbox.Stripe.V1.Refunds.CreateAsync(new() { Charge = paid.LatestChargeId, Amount = 1299 });

        Assert.Equal("invalid_request_error", await SandboxFixture.RefusalAsync(() => sandbox.Stripe.V1.Refunds.CreateAsync(new() { PaymentIntent = paid.Id, Amount = 2 })));
        await sandbox.Stripe.V1.Refunds.CreateAsync(new() { PaymentIntent = paid.Id, Amount = 1 });

        Assert.True((await sandbox.Stripe.V1.Charges.GetAsync(paid.LatestChargeId)).Refunded);
        Assert.Equal("charge_already_refunded", await SandboxFixture.RefusalAsync(() => sandbox.Stripe.V1.Refunds.CreateAsync(new() { PaymentIntent = paid.Id })));
    }

    [Fact]
    public async Task Refund_ManyAtOnce_NeverGivesMoreThanWasPaid()
    {
        var paid = await sandbox.TappedAsync();

        var asked = Enumerable.Range(0, 5).Select(async _ =>
            (await sandbox.Host.SendAsync(HttpMethod.Post, "refunds", null, ("payment_intent", paid.Id), ("amount", "600"))).IsSuccessStatusCode);

        Assert.Equal(2, (await Task.WhenAll(asked)).Count(done => done));
    }

    [Theory]
    [InlineData(true, "succeeded", 1300L)]
    [InlineData(false, "failed", 0L)]
    public async Task Refund_OfAWallet_IsPendingUntilTheWalletAnswers(bool arrives, string status, long refunded)
    {
        var refund = await sandbox.Stripe.V1.Refunds.CreateAsync(new() { PaymentIntent = await WalletAsync() });
        Assert.Equal(("pending", "processing"), (refund.Status, refund.PendingReason));
        var before = await BalanceAsync();

        if (arrives)
            await LaterAsync(TimeSpan.FromSeconds(6));
        else
            await FailAsync(refund.Id);

        Assert.Equal(status, (await sandbox.Stripe.V1.Refunds.GetAsync(refund.Id)).Status);
        Assert.Equal(refunded, (await sandbox.Stripe.V1.Charges.GetAsync(refund.ChargeId)).AmountRefunded);
        Assert.Equal(arrives ? 0 : 1300, await BalanceAsync() - before);
    }

    [Fact]
    public async Task Refund_ThatFailedAfterItSucceeded_MayBeGivenAgain()
    {
        var paid = await sandbox.TappedAsync();
        var refund = await sandbox.Stripe.V1.Refunds.CreateAsync(new() { PaymentIntent = paid.Id });

        await FailAsync(refund.Id);

        Assert.Equal(1300, (await sandbox.Stripe.V1.Refunds.CreateAsync(new() { PaymentIntent = paid.Id })).Amount);
        Assert.Contains("refund.failed", (await sandbox.Stripe.V1.Events.ListAsync(new() { Limit = 100 })).Select(told => told.Type));
    }

    [Fact]
    public async Task Balance_IsTheSumOfItsTransactions()
    {
        await sandbox.TappedAsync();
        long sum = 0;

        await foreach (var movement in sandbox.Stripe.V1.BalanceTransactions.ListAutoPagingAsync(new() { Limit = 3 }))
            sum += movement.Net;

        Assert.Equal(sum, await BalanceAsync());
    }

    private async Task<string> WalletAsync()
    {
        await sandbox.Stripe.V1.Checkout.Sessions.CreateAsync(sandbox.Host.Order());
        return (string)(await sandbox.Host.VisitorPaysAsync(CheckoutAct.WechatPay))!["payment_intent"]!;
    }

    private async Task<long> BalanceAsync() => Assert.Single((await sandbox.Stripe.V1.Balance.GetAsync()).Available).Amount;

    private async Task LaterAsync(TimeSpan later)
    {
        sandbox.Host.Clock.Advance(later);
        Assert.NotEqual(0, await sandbox.Host.Get<SettleSandboxMoney>().RunAsync(Ct));
    }

    private Task<Result<System.Text.Json.Nodes.JsonObject>> FailAsync(string refund) => sandbox.Host.Get<SandboxDesk>().WriteAsync(async books =>
        await SettleRefund.RunAsync(books, (await books.FindAsync(SandboxObject.Refund, refund, Ct))!, arrived: false, Ct), null, Ct);
}
