using Tourism.Pos.Tests.Payments;

namespace Tourism.Pos.Tests.Sandbox;

/// <summary>The watch over the shapes sees what it is there for.</summary>
public sealed class StripeSchemaTests
{
    [Theory]
    [InlineData("amount=1300&currency=jpy&metadata[payment]=p1&allowed_payment_method_types[0]=card_present", true)]
    [InlineData("amount=1300", false)]
    [InlineData("amount=many&currency=jpy", false)]
    [InlineData("amount=1300&currency=jpy&surprise=1", false)]
    [InlineData("amount=1300&currency=jpy&transfer_data[surprise]=1", false)]
    [InlineData("amount=1300&currency=jpy&capture_method=sometimes", false)]
    public async Task Misfit_OfARequest_IsSeen(string form, bool fits) =>
        Assert.Equal(fits, await StripeParameters.MisfitAsync(form, "PaymentIntentCreateParams") == "");

    [Theory]
    [InlineData("{\"object\":\"refund\"}", "Refund")]
    [InlineData("{\"error\":{\"type\":\"sad\"}}", "error")]
    [InlineData("{\"message\":\"no\"}", "error")]
    public async Task Misfit_OfAnAnswer_IsSeen(string json, string shape) => Assert.NotEqual("", await StripeSchema.MisfitAsync(json, shape));

    [Theory]
    [InlineData("POST", "/v1/terminal/readers/tmr_1/process_payment_intent", "Terminal.Reader")]
    [InlineData("GET", "/v1/balance_transactions", "BalanceTransaction")]
    [InlineData("GET", "/v1/customers", null)]
    public void Find_AnAddress_KnowsItsShape(string method, string path, string? response) => Assert.Equal(response, StripeSchema.Find(method, path)?.Response);

    [Fact]
    public async Task Host_WasAskedSomethingTheSandboxDoesNotSpeak_FailsItsTest()
    {
        var host = await PaymentHost.StartAsync();
        await Assert.ThrowsAsync<Stripe.StripeException>(async () => await (await host.StripeAsync()).V1.Customers.ListAsync());

        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(async () => await host.DisposeAsync());
    }
}
