using Microsoft.Extensions.Configuration;
using Stripe;
using Tourism.Pos.Http;
using Tourism.Pos.Payments.Webhooks;
using Tourism.Pos.Tests.Sandbox;

namespace Tourism.Pos.Tests.Payments;

/// <summary>The command that tells the provider where to send events.</summary>
public sealed class RegisterWebhookTests
{
    private const string Url = "https://pay.city.example/webhooks/stripe";

    [Fact]
    public async Task Twice_MakesOneEndpointAndShowsItsSecretOnce()
    {
        await using var host = await PaymentHost.StartAsync();
        var stripe = await host.StripeAsync();

        var first = await RunAsync(stripe);
        var again = await RunAsync(stripe);

        var made = Assert.Single(await stripe.V1.WebhookEndpoints.ListAsync());
        Assert.Equal((Url, StripeConfiguration.ApiVersion), (made.Url, made.ApiVersion));
        Assert.Contains("payout.failed", made.EnabledEvents);
        Assert.Contains("whsec_", first, StringComparison.Ordinal);
        Assert.Contains("Tourism__Stripe__WebhookSecrets__0", first, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rotate_MakesASecondAndSaysWhenTheFirstMayGo()
    {
        await using var host = await PaymentHost.StartAsync();
        var stripe = await host.StripeAsync();
        await RunAsync(stripe);
        var old = Assert.Single(await stripe.V1.WebhookEndpoints.ListAsync()).Id;

        var said = await RunAsync(stripe, rotate: true);

        Assert.Equal(2, (await stripe.V1.WebhookEndpoints.ListAsync()).Count());
        Assert.Contains("Tourism__Stripe__WebhookSecrets__1", said, StringComparison.Ordinal);
        Assert.Contains($"delete {old}", said, StringComparison.Ordinal);
        Assert.Contains(old, (await Assert.ThrowsAsync<StartRefusedException>(() => RunAsync(stripe, rotate: true))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "https://pay.city.example", "ApiKey")]
    [InlineData("rk_test_1", null, "PublicUrl")]
    [InlineData("rk_test_1", "http://pay.city.example", "PublicUrl")]
    public async Task WithoutKeyOrHttps_SaysWhatToSet(string? key, string? url, string named)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Tourism:Stripe:ApiKey", key), KeyValuePair.Create("Tourism:PublicUrl", url)]).Build();

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => RegisterWebhook.RunAsync(settings, rotate: false, TextWriter.Null));

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    private static async Task<string> RunAsync(StripeClient stripe, bool rotate = false)
    {
        await using var output = new StringWriter();
        await RegisterWebhook.RunAsync(stripe, Url, rotate, output);
        return output.ToString();
    }
}
