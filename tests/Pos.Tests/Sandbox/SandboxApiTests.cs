using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Stripe;
using Stripe.Checkout;
using Tourism.Pos.Tests.Payments;
using Tourism.Testing;

namespace Tourism.Pos.Tests.Sandbox;

public sealed class SandboxApiTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Session_ThroughTheProvidersLibrary_ComesBackWhole()
    {
        await using var host = await PaymentHost.StartAsync();
        var client = await host.StripeAsync();
        var made = await client.V1.Checkout.Sessions.CreateAsync(host.Order(), cancellationToken: Ct);
        await host.VisitorPaysAsync();

        var read = await client.V1.Checkout.Sessions.GetAsync(made.Id, new SessionGetOptions { Expand = ["payment_intent"] }, cancellationToken: Ct);

        Assert.Equal(("open", "unpaid", 1300L, "jpy"), (made.Status, made.PaymentStatus, made.AmountTotal, made.Currency));
        Assert.Equal(("complete", "paid", "succeeded", 1300L), (read.Status, read.PaymentStatus, read.PaymentIntent.Status, read.PaymentIntent.AmountReceived));
        Assert.Equal("p1", read.PaymentIntent.Metadata["payment"]);
    }

    [Fact]
    public async Task Expire_OfAPaidSession_IsRefusedAsTheProviderDoes()
    {
        await using var host = await PaymentHost.StartAsync();
        var client = await host.StripeAsync();
        var made = await client.V1.Checkout.Sessions.CreateAsync(host.Order(), cancellationToken: Ct);
        await host.VisitorPaysAsync();

        var refused = await Assert.ThrowsAsync<StripeException>(() => client.V1.Checkout.Sessions.ExpireAsync(made.Id, cancellationToken: Ct));

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request_error"), (refused.HttpStatusCode, refused.StripeError.Type));
    }

    [Fact]
    public async Task Session_TimeIsUp_EndsByItselfAndTellsSo()
    {
        await using var host = await PaymentHost.StartAsync();
        var client = await host.StripeAsync();
        var made = await client.V1.Checkout.Sessions.CreateAsync(host.Order(), cancellationToken: Ct);

        host.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal("expired", (await client.V1.Checkout.Sessions.GetAsync(made.Id, cancellationToken: Ct)).Status);
        Assert.Equal("checkout.session.expired", Assert.Single(await client.V1.Events.ListAsync(cancellationToken: Ct)).Type);
    }

    [Fact]
    public async Task List_MoreThanAPage_IsWalkedByTheLibrary()
    {
        await using var host = await PaymentHost.StartAsync();
        var client = await host.StripeAsync();
        for (var made = 0; made < 5; made++)
            await client.V1.Checkout.Sessions.CreateAsync(host.Order(), cancellationToken: Ct);

        var seen = new List<string>();
        await foreach (var session in client.V1.Checkout.Sessions.ListAutoPagingAsync(new SessionListOptions { Limit = 2 }, cancellationToken: Ct))
            seen.Add(session.Id);

        Assert.Equal(Enumerable.Reverse(await host.SessionsAsync()), seen);
    }

    [Fact]
    public async Task List_ByCreation_HoldsTheWindowOnly()
    {
        await using var host = await PaymentHost.StartAsync();
        var client = await host.StripeAsync();
        await client.V1.Checkout.Sessions.CreateAsync(host.Order(), cancellationToken: Ct);
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        var later = await client.V1.Checkout.Sessions.CreateAsync(host.Order(), cancellationToken: Ct);

        var found = await client.V1.Checkout.Sessions.ListAsync(
            new SessionListOptions { Created = new DateRangeOptions { GreaterThanOrEqual = host.Clock.GetUtcNow().UtcDateTime.AddMinutes(-1) } }, cancellationToken: Ct);

        Assert.Equal(later.Id, Assert.Single(found).Id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("sk_test_other")]
    public async Task Key_MissingOrWrong_Is401(string? key)
    {
        await using var host = await PaymentHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sandbox/stripe/v1/events");
        if (key is not null)
            request.Headers.Authorization = new("Bearer", key);

        using var answer = await host.Http.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("invalid_request_error", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!["error"]!["type"]);
    }

    [Theory]
    [InlineData("payment_method_types[0]", "card", "payment_method_types_no_longer_supported")]
    [InlineData("surprise", "1", "parameter_unknown")]
    [InlineData("line_items[0][price_data][unit_amount]", "10", "amount_too_small")]
    [InlineData("line_items[0][price_data][unit_amount]", "1.5", "parameter_invalid_integer")]
    public async Task Create_WrongParameter_IsRefusedByName(string key, string value, string code)
    {
        await using var host = await PaymentHost.StartAsync();

        using var answer = await host.SendAsync(HttpMethod.Post, "checkout/sessions", null, [.. Minimal.Where(pair => pair.Item1 != key), (key, value)]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(code, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!["error"]!["code"]);
    }

    [Fact]
    public async Task Production_HasNoSandbox()
    {
        using var folder = new TemporaryFolder();
        await using var host = await PaymentHost.StartAsync(folder.FullName, settings: Production(folder.FullName));

        foreach (var path in new[] { "/sandbox/stripe/v1/events", "/sandbox/checkout/cs_test_1", "/sandbox/reader/tmr_sandbox_1", "/sandbox/faults", "/sandbox" })
        {
            using var answer = await host.Http.GetAsync(path, Ct);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    public static (string, string)[] Minimal =>
    [
        ("mode", "payment"), ("success_url", "http://shop.test/"), ("line_items[0][quantity]", "1"), ("line_items[0][price_data][currency]", "jpy"),
        ("line_items[0][price_data][unit_amount]", "1300"), ("line_items[0][price_data][product_data][name]", "入洞料"),
    ];

    private static (string, string)[] Production(string folder) =>
    [
        ("Tourism:Mode", "Production"), ("Tourism:PublicUrl", "https://shop.test"), ("Tourism:Stripe:ApiKey", "sk_live_1"), ("Tourism:Stripe:WebhookSecrets:0", "whsec_1"),
        ("Tourism:Database:ConnectionString", $"Data Source={Path.Combine(folder, "production.db")}"), ("Tourism:Tickets:KeyFile", KeyIn(folder)), ("Tourism:Mail:Off", "true"),
    ];

    private static string KeyIn(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var file = Path.Combine(folder, "tickets.pem");
        System.IO.File.WriteAllText(file, key.ExportPkcs8PrivateKeyPem());
        return file;
    }
}
