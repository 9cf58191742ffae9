using System.Net;
using Stripe;
using Stripe.Checkout;

namespace Tourism.Pos.Payments;

/// <summary>Asks the provider and says honestly how that ended: only a definite refusal counts as one.</summary>
internal sealed partial class StripeGateway(IStripeAccess access, IHttpClientFactory http, ILogger<StripeGateway> log)
{
    public const string HttpName = "stripe";

    /// <summary>A cashier waits in front of a visitor: long enough for a slow answer, far shorter than the library's 80 seconds.</summary>
    public static readonly TimeSpan PerTry = TimeSpan.FromSeconds(10);

    private const int Retries = 2;
    private static readonly TimeSpan AllTries = TimeSpan.FromSeconds(20);
    private static readonly SessionGetOptions WithIntent = new() { Expand = ["payment_intent"] };

    public Task<StripeAnswer> CreateAsync(PaymentAttempt attempt, CancellationToken ct) => AskAsync(async (client, token) =>
    {
        var options = new RawRequestOptions { IdempotencyKey = attempt.Key };
        var response = await client.RawRequestAsync(HttpMethod.Post, "/v1/checkout/sessions", attempt.Body, options, token);
        return client.Deserialize<Session>(response.Content);
    }, ct);

    public Task<StripeAnswer> ReadAsync(string session, CancellationToken ct) => AskAsync(
        (client, token) => client.V1.Checkout.Sessions.GetAsync(session, WithIntent, null, token)!, ct, reading: true);

    /// <summary>Its answer does not matter: what counts is what the session says afterwards.</summary>
    public Task<StripeAnswer> ExpireAsync(string session, CancellationToken ct) => AskAsync(
        (client, token) => client.V1.Checkout.Sessions.ExpireAsync(session, null, null, token)!, ct, reading: true);

    /// <summary>Looks for a session that a request, too old to be repeated, may have made.</summary>
    public Task<StripeAnswer> FindAsync(Payment payment, CancellationToken ct) => AskAsync(async (client, token) =>
    {
        var window = new DateRangeOptions { GreaterThanOrEqual = payment.CreatedAt.AddMinutes(-10), LessThan = payment.CreatedAt + Payment.KeyLife.Add(TimeSpan.FromHours(1)) };
        var search = new SessionListOptions { Created = window, Limit = 100, Expand = ["data.payment_intent"] };
        await foreach (var session in client.V1.Checkout.Sessions.ListAutoPagingAsync(search, null, token))
        {
            if (session.ClientReferenceId == payment.Id.ToString())
                return session;
        }

        return null;
    }, ct, reading: true);

    private async Task<StripeAnswer> AskAsync(Func<StripeClient, CancellationToken, Task<Session?>> ask, CancellationToken ct, bool reading = false)
    {
        var provider = await access.GetAsync(ct);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(AllTries);
        try
        {
            var session = await ask(ClientFor(provider), limit.Token);
            return session is null ? new StripeAnswer.Missing() : Understand(session, provider.IsLive);
        }
        catch (StripeException error) when (error.StripeError is not null)
        {
            return Judge(error, reading);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            // Whatever broke, the provider may have acted before it did: this must end as "unknown", never as "failed".
            Unclear(log, error);
            return new StripeAnswer.Unclear(error.GetType().Name);
        }
    }

    public StripeClient ClientFor(StripeAccess provider) => new(new StripeClientOptions
    {
        ApiKey = provider.ApiKey,
        ApiBase = provider.ApiBase,
        HttpClient = new SystemNetHttpClient(http.CreateClient(provider.HttpName), Retries, appInfo: null, enableTelemetry: false),
    });

    private static StripeAnswer Understand(Session session, bool live) =>
        session.Id is null ? new StripeAnswer.Unclear("no id") : new StripeAnswer.Seen(SessionFacts.Of(session, live));

    private StripeAnswer Judge(StripeException error, bool reading)
    {
        Answered(log, (int)error.HttpStatusCode, error.StripeError.Type, error.StripeError.Code);
        if (error.StripeError.Type == "idempotency_error" && error.HttpStatusCode == HttpStatusCode.BadRequest)
            return new StripeAnswer.KeyReused();
        if (reading)
            return error.HttpStatusCode == HttpStatusCode.NotFound ? new StripeAnswer.Missing() : new StripeAnswer.Unclear(error.StripeError.Type);
        return error.HttpStatusCode is HttpStatusCode.BadRequest or HttpStatusCode.PaymentRequired or HttpStatusCode.Forbidden or HttpStatusCode.NotFound
            ? new StripeAnswer.Refused(error.StripeError.Code ?? error.StripeError.Type)
            : new StripeAnswer.Unclear(error.StripeError.Type);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The payment provider's answer could not be understood")]
    private static partial void Unclear(ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The payment provider answered {Status} {Type} {Code}")]
    private static partial void Answered(ILogger log, int status, string type, string? code);
}
