using System.Text.Json.Nodes;
using Tourism.Kernel;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Sandbox.Money;
using Tourism.Pos.Tests.Payments;

namespace Tourism.Pos.Tests.Sandbox;

/// <summary>Money on its way to the bank.</summary>
public sealed class SandboxPayoutTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Daily_ManyPayments_IsTheSumOfTheirNet()
    {
        var desk = sandbox.Host.Get<SandboxDesk>();
        await desk.WriteAsync<bool>(books =>
        {
            for (var sale = 0; sale < 120; sale++)
                SandboxLedger.Book(books, "charge", $"ch_{sale}", 1000 + sale, "charge", SandboxLedger.FeeOf(1000 + sale));
            return Task.FromResult<Result<bool>>(true);
        }, null, Ct);

        var payout = await DailyAsync();

        var (net, rows) = (0L, 0);
        await foreach (var movement in sandbox.Stripe.V1.BalanceTransactions.ListAutoPagingAsync(new() { Payout = payout, Limit = 100 }))
            (net, rows) = (movement.SourceId == payout ? net : net + movement.Net, rows + 1);
        Assert.True(rows > 100);
        Assert.Equal(net, (await sandbox.Stripe.V1.Payouts.GetAsync(payout)).Amount);
        Assert.Equal(0, Assert.Single((await sandbox.Stripe.V1.Balance.GetAsync()).Available).Amount);
    }

    [Fact]
    public async Task Daily_FailsAfterItWasPaid_IsPaidOutAgainTheNextDay()
    {
        await sandbox.TappedAsync();
        var first = await DailyAsync();
        sandbox.Host.Clock.Advance(TimeSpan.FromHours(25));
        await sandbox.Host.Get<SettleSandboxMoney>().RunAsync(Ct);
        Assert.Equal("paid", (await sandbox.Stripe.V1.Payouts.GetAsync(first)).Status);

        await sandbox.Host.Get<SandboxDesk>().WriteAsync<JsonObject>(async books =>
            SandboxPayouts.Settle(books, (await books.FindAsync(SandboxObject.Payout, first, Ct))!, paid: false), null, Ct);

        var failed = await sandbox.Stripe.V1.Payouts.GetAsync(first, new() { Expand = ["failure_balance_transaction"] });
        Assert.Equal(("failed", failed.Amount), (failed.Status, failed.FailureBalanceTransaction.Net));
        Assert.Equal(failed.Amount, (await sandbox.Stripe.V1.Payouts.GetAsync(await DailyAsync())).Amount);
        Assert.Equal(
            ["payout.created", "payout.failed", "payout.paid", "payout.reconciliation_completed"],
            (await sandbox.Stripe.V1.Events.ListAsync(new() { Limit = 100 })).Select(told => told.Type).Where(type => type.StartsWith("payout.", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
        await sandbox.Host.DeliverAsync();
    }

    [Fact]
    public async Task Manual_MoreThanThereIs_IsRefused()
    {
        await sandbox.TappedAsync();
        var made = await sandbox.Stripe.V1.Payouts.CreateAsync(new() { Amount = 100, Currency = "jpy" });

        Assert.Equal(("in_transit", false), (made.Status, made.Automatic));
        Assert.Contains(made.Id, (await sandbox.Stripe.V1.Payouts.ListAsync(new() { Status = "in_transit" })).Select(payout => payout.Id));
        Assert.Equal("balance_insufficient", await SandboxFixture.RefusalAsync(() => sandbox.Stripe.V1.Payouts.CreateAsync(new() { Amount = 99_999_999, Currency = "jpy" })));
    }

    private async Task<string> DailyAsync() =>
        (string)(await sandbox.Host.Get<SandboxDesk>().WriteAsync(books => SandboxPayouts.MakeDailyAsync(books, Ct), null, Ct)).Value["id"]!;
}
