using Stripe;
using Tourism.Pos.Payments;
using Tourism.Pos.Refunds;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Sandbox;

namespace Tourism.Pos.Tests.Payments;

/// <summary>What visitors pay at a shop with an account of its own goes on to it at once.</summary>
public sealed class ShopMoneyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Paid_AtAShopWithAnAccount_GoesOnAndComesBackWithARefund(bool byCard)
    {
        await using var host = await PaymentHost.StartAsync();
        var client = await host.StripeAsync();
        host.Sale.Account = await OpenAccountAsync(client);
        var payment = await PayAsync(host, byCard);
        Assert.Equal(1300, Assert.Single(await TransfersAsync(client, host.Sale.Account)).Amount);

        var order = new RefundOrder(Guid.CreateVersion7(), payment.Attempt.IntentId, payment.Attempt.SessionId, 500, null, 0);
        Assert.Equal(RefundState.Done, (await host.Get<StripeRefunds>().RunAsync(order, Ct)).State);

        Assert.Equal(500, Assert.Single(await TransfersAsync(client, host.Sale.Account)).AmountReversed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Paid_ProviderWillNotPassItOn_TheVisitorPaysAndTheCityKeepsIt(bool byCard)
    {
        await using var host = await PaymentHost.StartAsync();
        host.Sale.Account = "acct_1Gone";

        var payment = await PayAsync(host, byCard);

        Assert.Equal((PaymentState.Succeeded, 2, null), (payment.State, payment.Attempt.Number, payment.Destination));
        Assert.Empty(await (await host.StripeAsync()).V1.Transfers.ListAsync(null, null, Ct));
        Assert.Equal((1, 1300), await host.TakenAsync());
    }

    private static async Task<Payment> PayAsync(PaymentHost host, bool byCard)
    {
        var reader = byCard ? (await host.ReadersAsync())[0] : null;
        var payment = byCard ? await host.StartNewByCardAsync(reader!) : await host.StartNewAsync();
        if (byCard)
            await host.TapAsync(reader!);
        else
            await host.VisitorPaysAsync();
        await host.SweepAsync(TimeSpan.FromSeconds(5));
        var paid = await host.LoadAsync(payment);
        Assert.Equal(PaymentState.Succeeded, paid.State);
        return paid;
    }

    private static async Task<string> OpenAccountAsync(StripeClient client) => (await client.V1.Accounts.CreateAsync(
        new AccountCreateOptions { Type = "express", Country = "JP", Capabilities = new() { Transfers = new() { Requested = true } } }, null, Ct)).Id;

    private static async Task<StripeList<Transfer>> TransfersAsync(StripeClient client, string account) =>
        await client.V1.Transfers.ListAsync(new TransferListOptions { Destination = account }, null, Ct);
}
