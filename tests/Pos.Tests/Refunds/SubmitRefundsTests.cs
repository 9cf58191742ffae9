using System.Text.Json.Nodes;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Payments;
using Tourism.Pos.Tests.Sandbox;

namespace Tourism.Pos.Tests.Refunds;

public sealed class SubmitRefundsTests
{
    [Fact]
    public async Task RunAsync_PaidByQr_GoesBackThroughTheProvider()
    {
        await using var counter = await CounterHost.StartAsync();
        var sale = await counter.SellAsync();

        var refund = await counter.RefundAsync(sale, people: 1);
        Assert.Equal((TenderKind.Qr, RefundState.Pending), (refund.Tenders[0].Kind, refund.Tenders[0].State));
        await counter.SubmitAsync();
        await counter.RefundAsync(sale, people: 1);
        await counter.SubmitAsync();

        Assert.Equal([RefundState.Done, RefundState.Done], await counter.StatesAsync(sale));
        Assert.Equal([1_300, 1_300], await counter.GivenAsync());
        Assert.Empty(await counter.ReviewsAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3 * 24 * 60 * 60)]
    public async Task RunAsync_AnswerLost_IsAskedAgainAndGivenOnce(int seconds)
    {
        await using var counter = await CounterHost.StartAsync();
        var sale = await counter.SellAsync();
        await counter.RefundAsync(sale, people: 1);

        counter.Host.Network.BreakAfter();
        await counter.SubmitAsync();
        counter.Host.Network.Mend();
        Assert.Equal([RefundState.Pending], await counter.StatesAsync(sale));
        await counter.SubmitAsync(TimeSpan.FromSeconds(seconds));

        Assert.Equal([RefundState.Done], await counter.StatesAsync(sale));
        Assert.Equal([1_300], await counter.GivenAsync());
    }

    [Fact]
    public async Task RunAsync_ProviderRefuses_IsListedForASupervisorOnce()
    {
        await using var counter = await CounterHost.StartAsync();
        var sale = await counter.SellAsync();
        var client = await counter.Host.StripeAsync();
        var intent = JsonNode.Parse(await counter.Host.GetAsync("payment_intents"))!["data"]![0]!["id"]!.GetValue<string>();
        await client.V1.Refunds.CreateAsync(new() { PaymentIntent = intent });
        await counter.RefundAsync(sale, people: 2);

        await counter.SubmitAsync();
        await counter.SubmitAsync(TimeSpan.FromDays(1));

        Assert.Equal([RefundState.Failed], await counter.StatesAsync(sale));
        var review = Assert.Single(await counter.ReviewsAsync());
        Assert.Equal((ReviewKind.RefundFailed, new Yen(2_600)), (review.Kind, review.TillFigure));
    }

    [Fact]
    public async Task SandboxRefund_FitsThePublishedShape()
    {
        await using var counter = await CounterHost.StartAsync();
        var sale = await counter.SellAsync();
        await counter.RefundAsync(sale, people: 1);
        await counter.SubmitAsync();

        var list = JsonNode.Parse(await counter.Host.GetAsync("refunds"))!["data"]!.AsArray();
        await StripeSchema.MustFitAsync(list[0]!.ToJsonString(), "Refund");
        await StripeSchema.MustFitAsync(await counter.Host.GetAsync($"refunds/{(string)list[0]!["id"]!}"), "Refund");
        using var tooMuch = await counter.Host.SendAsync(
            HttpMethod.Post, "refunds", null, ("payment_intent", (string)list[0]!["payment_intent"]!), ("amount", "1301"));
        Assert.Equal(400, (int)tooMuch.StatusCode);
    }
}
