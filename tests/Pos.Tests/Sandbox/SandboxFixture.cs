using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Stripe;
using Stripe.Terminal;
using Tourism.Pos.Tests.Payments;

namespace Tourism.Pos.Tests.Sandbox;

/// <summary>One host with its sandbox for a whole class: each test brings its own intents and readers.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    internal PaymentHost Host { get; private set; } = null!;

    internal StripeClient Stripe { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await PaymentHost.StartAsync();
        Stripe = await Host.StripeAsync();
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    internal Task<PaymentIntent> IntentAsync(string method = "card_present", bool manual = false, long amount = 1300) => Stripe.V1.PaymentIntents.CreateAsync(new()
    {
        Amount = amount, Currency = "jpy", AllowedPaymentMethodTypes = [method], CaptureMethod = manual ? "manual" : "automatic", Metadata = new() { ["payment"] = "p1" },
    });

    internal Task<Reader> ReaderAsync() => Stripe.V1.Terminal.Readers.CreateAsync(new() { RegistrationCode = "simulated-s700", Label = "窓口" });

    internal Task<Reader> ProcessAsync(string reader, string intent) => Stripe.V1.Terminal.Readers.ProcessPaymentIntentAsync(
        reader, new() { PaymentIntent = intent, ProcessConfig = new() { EnableCustomerCancellation = true, SkipTipping = true } });

    internal Task<Reader> PresentAsync(string reader, string number = "4242424242424242") =>
        Stripe.V1.TestHelpers.Terminal.Readers.PresentPaymentMethodAsync(reader, new() { Type = "card_present", CardPresent = new() { Number = number } });

    /// <summary>An intent that a card was held for.</summary>
    internal async Task<PaymentIntent> TappedAsync(bool manual = false, string number = "4242424242424242", long amount = 1300)
    {
        var (reader, intent) = (await ReaderAsync(), await IntentAsync(manual: manual, amount: amount));
        await ProcessAsync(reader.Id, intent.Id);
        await PresentAsync(reader.Id, number);
        return await ReadAsync(intent.Id);
    }

    internal Task<PaymentIntent> ReadAsync(string intent) => Stripe.V1.PaymentIntents.GetAsync(intent, new() { Expand = ["latest_charge"] });

    /// <summary>Orders trouble and returns what the sandbox says to it.</summary>
    internal async Task<JsonNode> OrderAsync(HttpMethod method, string path, object? order = null)
    {
        using var answer = await Host.BreakAsync(method, path, order is null ? null : JsonContent.Create(order));
        return JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
    }

    /// <summary>The code with which the sandbox refuses.</summary>
    internal static async Task<string> RefusalAsync(Func<Task> ask)
    {
        var error = (await Assert.ThrowsAsync<StripeException>(ask)).StripeError;
        return error.Code ?? error.Type;
    }
}
