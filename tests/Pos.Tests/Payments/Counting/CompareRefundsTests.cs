using Tourism.Kernel;
using Tourism.Pos.Refunds;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Sandbox;

namespace Tourism.Pos.Tests.Payments.Counting;

/// <summary>What both sides say was given back.</summary>
public sealed class CompareRefundsTests
{
    [Fact]
    public async Task Refund_MadeInTheProvidersOwnPages_IsFound()
    {
        await using var host = await PaymentHost.StartAsync();
        var intent = (await host.LoadAsync(await host.PaidAsync())).Attempt.IntentId!;
        var refund = await (await host.StripeAsync()).V1.Refunds.CreateAsync(new() { PaymentIntent = intent, Amount = 300 });

        await host.NightAsync();

        var found = await host.OnlyDifferenceAsync();
        Assert.Equal((MoneyDifferenceKind.RefundOnlyThere, refund.Id, new Yen(300)), (found.Kind, found.Subject, found.Theirs));
        Assert.Equal((0, 1), ((await host.CountedAsync()).Days[0].OurRefunds.Count, (await host.CountedAsync()).Days[0].TheirRefunds.Count));
    }

    [Fact]
    public async Task Refund_OfAnotherAmount_IsFound()
    {
        await using var host = await PaymentHost.StartAsync();
        var part = await host.RefundAsync(await host.PaidAsync(), 500);
        await host.AtProviderAsync((await host.RowsAsync<RefundTender>()).Single(row => row.Id == part).ProviderId!, json => json["amount"] = 400);

        await host.NightAsync();

        Assert.Equal(MoneyDifferenceKind.RefundAmountDiffers, (await host.OnlyDifferenceAsync()).Kind);
    }

    [Fact]
    public async Task Refund_ThatTheBankSentBackUnheard_IsFoundAndGoesOnceWeKnowIt()
    {
        await using var host = await PaymentHost.StartAsync();
        var part = await host.RefundAsync(await host.PaidAsync(), 500);
        await host.AtProviderAsync((await host.RowsAsync<RefundTender>()).Single(row => row.Id == part).ProviderId!, json => json["status"] = "failed");

        await host.NightAsync();

        Assert.Equal(MoneyDifferenceKind.RefundOnlyHere, (await host.OnlyDifferenceAsync()).Kind);
        // What the night asks for: the refund is looked at once more by its own round, which must learn that it failed.
        Assert.NotNull((await host.RowsAsync<RefundTender>()).Single(row => row.Id == part).NextTryAt);
    }
}
