using Stripe;
using Tourism.Kernel.Server.Hosting;
using Tourism.Pos.Http;

namespace Tourism.Pos.Payments.Webhooks;

/// <summary>Tells the provider where this installation listens, and which events it wants. Said again, it brings the registration up to date.</summary>
internal static class RegisterWebhook
{
    /// <summary>What is looked at when it arrives; anything else would only be stored.</summary>
    private static readonly List<string> Events =
    [
        "checkout.session.completed", "checkout.session.expired", "checkout.session.async_payment_succeeded", "checkout.session.async_payment_failed",
        "payment_intent.succeeded", "payment_intent.payment_failed", "payment_intent.processing", "payment_intent.canceled",
        "refund.created", "refund.updated", "refund.failed",
        "payout.created", "payout.updated", "payout.paid", "payout.failed", "payout.canceled", "payout.reconciliation_completed",
    ];

    /// <summary>Reads the settings themselves: they are not whole before there is a secret, which only this command brings.</summary>
    /// <exception cref="StartRefusedException">Something is missing; the message says what.</exception>
    public static async Task RunAsync(IConfiguration configuration, bool rotate, TextWriter output)
    {
        var (key, root) = (configuration["Tourism:Stripe:ApiKey"], configuration["Tourism:PublicUrl"]?.TrimEnd('/'));
        if (string.IsNullOrWhiteSpace(key))
            throw new StartRefusedException("Tourism:Stripe:ApiKey is empty. Set Tourism__Stripe__ApiKey to a key that may write webhook endpoints; the bundled sandbox needs no registration.");
        if (!Uri.TryCreate(root, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
            throw new StartRefusedException("Tourism:PublicUrl is not an https address. Set Tourism__PublicUrl to the address that the provider reaches from outside, for example https://pay.city.example.");
        try
        {
            var client = new StripeClient(new StripeClientOptions { ApiKey = key, ApiBase = configuration["Tourism:Stripe:ApiBase"] });
            await RunAsync(client, root + "/webhooks/stripe", rotate, output);
        }
        catch (StripeException error)
        {
            throw new StartRefusedException($"Stripe refused: {error.Message} The key needs the permission 'Webhook Endpoints: write'.", error);
        }
    }

    /// <summary>The same with a client of one's own.</summary>
    public static async Task RunAsync(StripeClient client, string url, bool rotate, TextWriter output)
    {
        var here = new List<WebhookEndpoint>();
        await foreach (var endpoint in client.V1.WebhookEndpoints.ListAutoPagingAsync(new() { Limit = 100 }))
        {
            if (endpoint.Url == url)
                here.Add(endpoint);
        }

        if (rotate && here.Count > 1)
            throw new StartRefusedException($"There are {here.Count} endpoints at {url} already. Finish the last rotation first: delete the older one in Stripe's dashboard ({string.Join(", ", here.Select(one => one.Id))}).");
        if (rotate && here.Count == 1)
            await RotateAsync(client, here[0], output);
        else if (here.Count == 0)
            Tell(output, await CreateAsync(client, url), slot: 0);
        else
            await UpdateAsync(client, here, output);
    }

    private static Task<WebhookEndpoint> CreateAsync(StripeClient client, string url) => client.V1.WebhookEndpoints.CreateAsync(
        new() { Url = url, EnabledEvents = Events, ApiVersion = StripeConfiguration.ApiVersion, Description = "Tourism" });

    private static async Task RotateAsync(StripeClient client, WebhookEndpoint old, TextWriter output)
    {
        Tell(output, await CreateAsync(client, old.Url), slot: 1);
        await output.WriteLineAsync($"""
            Until then the old secret stays as Tourism__Stripe__WebhookSecrets__0: both endpoints deliver, and an event that comes twice is taken once.
            When every host has been started again with both secrets, delete {old.Id} in Stripe's dashboard. Its last retries come for up to three days:
            take its secret out of the settings after that.
            """);
    }

    private static async Task UpdateAsync(StripeClient client, List<WebhookEndpoint> here, TextWriter output)
    {
        foreach (var endpoint in here)
        {
            await client.V1.WebhookEndpoints.UpdateAsync(endpoint.Id, new() { EnabledEvents = Events });
            await output.WriteLineAsync($"{endpoint.Id} at {endpoint.Url} now sends the {Events.Count} kinds of event that this version uses. Its secret is unchanged.");
            if (endpoint.ApiVersion != StripeConfiguration.ApiVersion)
                await output.WriteLineAsync($"It speaks version {endpoint.ApiVersion ?? "(the account's)"}, this product {StripeConfiguration.ApiVersion}. A version cannot be changed: run register-webhook --rotate.");
        }
    }

    private static void Tell(TextWriter output, WebhookEndpoint made, int slot) => output.WriteLine($"""
        {made.Id} at {made.Url} is registered.
        Its signing secret, shown only now: {made.Secret}
        Set Tourism__Stripe__WebhookSecrets__{slot} to it (environment, vault, or a file of that name in Tourism:SecretsDirectory) and start every host again.
        """);
}
