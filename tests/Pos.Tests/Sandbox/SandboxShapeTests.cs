using System.Text.Json.Nodes;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Tests.Payments;

namespace Tourism.Pos.Tests.Sandbox;

public sealed class SandboxShapeTests
{
    [Fact]
    public async Task Answers_OfAWholePayment_FitThePublishedShapes()
    {
        await using var host = await PaymentHost.StartAsync();
        var client = await host.StripeAsync();

        var made = await client.V1.Checkout.Sessions.CreateAsync(host.Order());
        await StripeSchema.MustFitAsync(made.StripeResponse.Content, "Checkout.Session");
        await host.VisitorPaysAsync(CheckoutAct.Declined);
        await FitAsync(host, $"checkout/sessions/{made.Id}?expand[0]=payment_intent", "Checkout.Session");
        await host.VisitorPaysAsync();
        await FitAsync(host, $"checkout/sessions/{made.Id}?expand[0]=payment_intent", "Checkout.Session");
        var intent = (string)JsonNode.Parse(await host.GetAsync($"checkout/sessions/{made.Id}"))!["payment_intent"]!;
        await FitAsync(host, $"payment_intents/{intent}", "PaymentIntent");

        var second = await client.V1.Checkout.Sessions.CreateAsync(host.Order());
        await host.VisitorPaysAsync(CheckoutAct.Declined);
        var expired = await client.V1.Checkout.Sessions.ExpireAsync(second.Id);
        await StripeSchema.MustFitAsync(expired.StripeResponse.Content, "Checkout.Session");
    }

    [Fact]
    public async Task Events_OfEveryKind_FitThePublishedShapes()
    {
        await using var host = await PaymentHost.StartAsync();
        var client = await host.StripeAsync();
        await client.V1.Checkout.Sessions.CreateAsync(host.Order());
        await host.VisitorPaysAsync(CheckoutAct.Declined);
        await host.VisitorPaysAsync();
        var second = await client.V1.Checkout.Sessions.CreateAsync(host.Order());
        await host.VisitorPaysAsync(CheckoutAct.Declined);
        await client.V1.Checkout.Sessions.ExpireAsync(second.Id);

        var events = JsonNode.Parse(await host.GetAsync("events?limit=100"))!["data"]!.AsArray();

        Assert.Equal(
            [
                "charge.failed", "charge.succeeded", "checkout.session.completed", "checkout.session.expired", "payment_intent.canceled", "payment_intent.created",
                "payment_intent.payment_failed", "payment_intent.succeeded",
            ],
            events.Select(one => (string)one!["type"]!).Distinct().Order(StringComparer.Ordinal));
        foreach (var one in events)
        {
            Assert.Equal("", await StripeSchema.EventMisfitAsync(one!.ToJsonString()));
            await FitAsync(host, $"events/{(string)one!["id"]!}", "Event");
        }
    }

    [Fact]
    public async Task Lists_OfEveryKind_HoldObjectsOfThePublishedShapes()
    {
        await using var host = await PaymentHost.StartAsync();
        await (await host.StripeAsync()).V1.Checkout.Sessions.CreateAsync(host.Order());
        await host.VisitorPaysAsync();

        foreach (var (path, shape) in new[] { ("checkout/sessions?expand[0]=data.payment_intent", "Checkout.Session"), ("payment_intents", "PaymentIntent") })
        {
            var list = JsonNode.Parse(await host.GetAsync(path))!;
            Assert.Equal(("list", false), ((string)list["object"]!, (bool)list["has_more"]!));
            await StripeSchema.MustFitAsync(Assert.Single(list["data"]!.AsArray())!.ToJsonString(), shape);
        }
    }

    [Theory]
    [InlineData("checkout/sessions/cs_test_none", 404)]
    [InlineData("payment_intents/pi_none", 404)]
    [InlineData("events/evt_none", 404)]
    [InlineData("customers", 404)]
    public async Task Errors_OfEveryKind_FitThePublishedShape(string path, int status)
    {
        await using var host = await PaymentHost.StartAsync();

        using var answer = await host.SendAsync(HttpMethod.Get, path);

        Assert.Equal(status, (int)answer.StatusCode);
        await StripeSchema.MustFitAsync(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "error");
    }

    private static async Task FitAsync(PaymentHost host, string path, string shape) => await StripeSchema.MustFitAsync(await host.GetAsync(path), shape);
}
