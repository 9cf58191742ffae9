using System.Globalization;
using System.Net;
using Stripe;
using Stripe.Terminal;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments;

/// <summary>
/// A card reader beside the till, told by us over the provider what to collect. One intent for the whole payment, whatever reader and whichever card:
/// an intent succeeds at most once.
/// </summary>
internal sealed class ReaderWay(StripeGateway stripe, TimeProvider clock) : WayToPay(clock)
{
    public override PaymentMethod Method => PaymentMethod.Reader;

    protected override string Prefix => "pi_";

    protected override string? Known(PaymentAttempt attempt) => attempt.IntentId;

    protected override Task<StripeAnswer> ReadAsync(string id, CancellationToken ct) =>
        stripe.LookAsync(async (client, live, token) => IntentFacts.Of(await client.V1.PaymentIntents.GetAsync(id, null, null, token), null, live), ct);

    protected override Task<StripeAnswer> SendAsync(PaymentAttempt attempt, CancellationToken ct) =>
        stripe.SendAsync<PaymentIntent>(attempt, "/v1/payment_intents", (intent, live) => IntentFacts.Of(intent, null, live), ct);

    protected override Task<StripeAnswer> GoOnAsync(Payment payment, string id, CancellationToken ct) => stripe.LookAsync(async (client, live, token) =>
    {
        if (payment.State == PaymentState.CancelRequested)
            await EndAsync(client, payment, id, token);
        else if (payment.IsToBePresented)
            return await PresentAsync(client, payment, id, live, token);
        return await ReadAsync(client, payment, id, live, token);
    }, ct);

    protected override Task<StripeAnswer> FindAsync(Payment payment, CancellationToken ct) => stripe.LookAsync(async (client, live, token) =>
    {
        var search = new PaymentIntentListOptions { Created = payment.SearchWindow, Limit = 100 };
        await foreach (var intent in client.V1.PaymentIntents.ListAutoPagingAsync(search, null, token))
        {
            if (intent.Metadata?.GetValueOrDefault(ProviderFacts.PaymentKey) == payment.Id.ToString())
                return IntentFacts.Of(intent, null, live);
        }

        return null;
    }, ct);

    protected override Task<StripeAnswer> EndAsync(string id, CancellationToken ct) => stripe.LookAsync(
        async (client, live, token) => IntentFacts.Of(await client.V1.PaymentIntents.CancelAsync(id, null, null, token), null, live), ct);

    private static async Task<ProviderFacts?> ReadAsync(StripeClient client, Payment payment, string intent, bool live, CancellationToken ct)
    {
        // The reader first: what it says may be older than the money, never newer.
        var reader = payment.ReaderTold is { } told ? await FindReaderAsync(client, told, ct) : null;
        var facts = IntentFacts.Of(await client.V1.PaymentIntents.GetAsync(intent, null, null, ct), reader, live);
        return payment.ReaderTold is not null && reader is null ? facts with { Fault = PaymentFault.ReaderUnknown } : facts;
    }

    /// <summary><c>null</c> for one that the provider no longer knows: that says nothing about the money.</summary>
    private static async Task<Reader?> FindReaderAsync(StripeClient client, string reader, CancellationToken ct)
    {
        try
        {
            return await client.V1.Terminal.Readers.GetAsync(reader, null, null, ct);
        }
        catch (StripeException error) when (error.HttpStatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private static async Task<ProviderFacts?> PresentAsync(StripeClient client, Payment payment, string intent, bool live, CancellationToken ct)
    {
        if (payment.ReaderTold is { } former && former != payment.Reader)
            await StopAskingAsync(client, former, intent, ct);
        var wish = new ReaderProcessPaymentIntentOptions { PaymentIntent = intent, ProcessConfig = new() { EnableCustomerCancellation = true, SkipTipping = true } };
        var key = string.Create(CultureInfo.InvariantCulture, $"{payment.Id}:{payment.Attempt.Number}:process:{payment.Presents}");
        PaymentFault? fault = null;
        try
        {
            await client.V1.Terminal.Readers.ProcessPaymentIntentAsync(payment.Reader, wish, new RequestOptions { IdempotencyKey = key }, ct);
        }
        catch (StripeException error) when (ReaderFaults.OfRefusal(error.StripeError?.Code) is { } refused)
        {
            fault = refused;
        }
        catch (StripeException error) when (error.StripeError is { Code: "payment_intent_unexpected_state" or "intent_invalid_state" })
        {
            // Paid or ended meanwhile: reading it tells which.
        }

        var reader = fault is null ? await FindReaderAsync(client, payment.Reader!, ct) : null;
        var facts = IntentFacts.Of(await client.V1.PaymentIntents.GetAsync(intent, null, null, ct), reader, live);
        return facts with { Presented = payment.Presents, Fault = fault ?? facts.Fault };
    }

    /// <summary>The answers do not matter: what counts is what the intent says afterwards.</summary>
    private static async Task EndAsync(StripeClient client, Payment payment, string intent, CancellationToken ct)
    {
        // The answer of a reader told last may have been lost: then the books know only the one before.
        foreach (var reader in new[] { payment.ReaderTold, payment.Reader }.OfType<string>().Distinct())
            await StopAskingAsync(client, reader, intent, ct);
        try
        {
            await client.V1.PaymentIntents.CancelAsync(intent, null, null, ct);
        }
        catch (StripeException error) when (error.StripeError is not null)
        {
            // A card was faster, or it had ended before.
        }
    }

    /// <summary>Another sale's action on the same reader is left alone.</summary>
    private static async Task StopAskingAsync(StripeClient client, string reader, string intent, CancellationToken ct)
    {
        try
        {
            if (ReaderFaults.IsAsking(await client.V1.Terminal.Readers.GetAsync(reader, null, null, ct), intent))
                await client.V1.Terminal.Readers.CancelActionAsync(reader, null, null, ct);
        }
        catch (StripeException error) when (error.StripeError is not null && error.HttpStatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound)
        {
            // A reader that is offline or gone cannot take the card once the intent has ended. Any other no is only for now: we ask again.
        }
    }
}
