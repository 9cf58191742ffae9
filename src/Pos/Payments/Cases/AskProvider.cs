using System.Net;
using Stripe;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments.Cases;

/// <summary>What the provider says of a payment at this moment, for a person who must decide.</summary>
internal sealed partial class AskProvider(StripeGateway stripe, ILogger<AskProvider> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly PaymentIntentGetOptions WithCharge = new() { Expand = ["latest_charge"] };

    /// <summary>Whether it could be asked, and what it said; nothing when it has no such payment.</summary>
    public async Task<(bool Asked, ProviderSays? Says)> RunAsync(Payment payment, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            var client = await stripe.ClientAsync(ct);
            return await IntentAsync(client, payment, limit.Token) is { } intent
                ? (true, Say(await client.V1.PaymentIntents.GetAsync(intent, WithCharge, null, limit.Token)))
                : (true, null);
        }
        catch (StripeException error) when (error.HttpStatusCode == HttpStatusCode.NotFound)
        {
            return (true, null);
        }
        catch (Exception error) when (error is StripeException or HttpRequestException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            NotAsked(log, payment.Id, error);
            return (false, null);
        }
    }

    private static async Task<string?> IntentAsync(StripeClient client, Payment payment, CancellationToken ct) =>
        payment.Stray ?? payment.Attempt.IntentId
        ?? (payment.Attempt.SessionId is { } session ? (await client.V1.Checkout.Sessions.GetAsync(session, null, null, ct)).PaymentIntentId : null);

    private static ProviderSays Say(PaymentIntent intent)
    {
        var (brand, last4) = intent.LatestCharge?.PaymentMethodDetails switch
        {
            { CardPresent: { } card } => (card.Brand, card.Last4),
            { Card: { } card } => (card.Brand, card.Last4),
            _ => (null, null),
        };
        return new ProviderSays(
            intent.Id, intent.Status, new Yen(intent.AmountReceived), new Yen(intent.LatestCharge?.AmountRefunded ?? 0), last4 is null ? null : $"{brand} ···· {last4}");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The provider could not be asked about payment {Payment}")]
    private static partial void NotAsked(ILogger log, Guid payment, Exception error);
}
