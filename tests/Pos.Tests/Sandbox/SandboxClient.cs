using System.Net.Http.Headers;
using Stripe;
using Stripe.Checkout;
using Tourism.Pos.Payments;
using Tourism.Pos.Sandbox.Money;
using Tourism.Pos.Tests.Payments;

namespace Tourism.Pos.Tests.Sandbox;

/// <summary>The provider's own library, and bare HTTP, against the sandbox.</summary>
internal static class SandboxClient
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<StripeClient> StripeAsync(this PaymentHost host, int retries = 0)
    {
        var access = await host.Get<IStripeAccess>().GetAsync(Ct);
        var watched = host.Shapes.Calls();
        watched.InnerHandler = host.Line();
        return new StripeClient(new StripeClientOptions
        {
            ApiKey = access.ApiKey, ApiBase = access.ApiBase, HttpClient = new SystemNetHttpClient(new HttpClient(watched), retries, appInfo: null, enableTelemetry: false),
        });
    }

    public static SessionCreateOptions Order(this PaymentHost host, long amount = 1300) => new()
    {
        Mode = "payment",
        SuccessUrl = "http://shop.test/pay/1",
        CancelUrl = "http://shop.test/pay/1",
        ClientReferenceId = "ref-1",
        Locale = "ja",
        ExpiresAt = host.Clock.GetUtcNow().UtcDateTime.AddHours(1),
        Metadata = new() { ["payment"] = "p1" },
        PaymentIntentData = new() { Metadata = new() { ["payment"] = "p1" } },
        BrandingSettings = new() { DisplayName = "秋芳洞" },
        LineItems = [new() { Quantity = 1, PriceData = new() { Currency = "jpy", UnitAmount = amount, ProductData = new() { Name = "入洞料" } } }],
    };

    public static async Task<string> GetAsync(this PaymentHost host, string path) => await (await host.SendAsync(HttpMethod.Get, path)).Content.ReadAsStringAsync(Ct);

    /// <summary>Lets refunds and payouts arrive whose time has come.</summary>
    public static Task<int> SettleMoneyAsync(this PaymentHost host) => host.Get<SettleSandboxMoney>().RunAsync(Ct);

    /// <summary>Orders trouble.</summary>
    public static async Task<HttpResponseMessage> BreakAsync(this PaymentHost host, HttpMethod method, string path, HttpContent? body)
    {
        using var request = new HttpRequestMessage(method, $"/sandbox/faults/{path}".TrimEnd('/')) { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (await host.Get<IStripeAccess>().GetAsync(Ct)).ApiKey);
        return await host.Http.SendAsync(request, Ct);
    }

    public static async Task<HttpResponseMessage> SendAsync(
        this PaymentHost host, HttpMethod method, string path, string? idempotencyKey = null, params (string Key, string Value)[] form)
    {
        using var request = new HttpRequestMessage(method, "/sandbox/stripe/v1/" + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (await host.Get<IStripeAccess>().GetAsync(Ct)).ApiKey);
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        if (method == HttpMethod.Post)
            request.Content = new FormUrlEncodedContent(form.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));
        return await host.Http.SendAsync(request, Ct);
    }
}
