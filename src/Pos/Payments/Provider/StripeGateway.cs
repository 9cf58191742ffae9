using System.Net;
using Stripe;

namespace Tourism.Pos.Payments;

/// <summary>Asks the provider and says honestly how that ended: only a definite refusal counts as one.</summary>
internal sealed partial class StripeGateway(IStripeAccess access, IHttpClientFactory http, ILogger<StripeGateway> log)
{
    public const string HttpName = "stripe";

    /// <summary>A cashier waits in front of a visitor: long enough for a slow answer, far shorter than the library's 80 seconds.</summary>
    public static readonly TimeSpan PerTry = TimeSpan.FromSeconds(10);

    private const int Retries = 2;
    private static readonly TimeSpan AllTries = TimeSpan.FromSeconds(20);

    /// <summary>Sends what an attempt has stored, to the byte.</summary>
    public Task<StripeAnswer> SendAsync<T>(PaymentAttempt attempt, string path, Func<T, bool, ProviderFacts> understand, CancellationToken ct) where T : class, IStripeEntity, IHasId =>
        AskAsync(async (client, live, token) =>
        {
            var options = new RawRequestOptions { IdempotencyKey = attempt.Key };
            var response = await client.RawRequestAsync(HttpMethod.Post, path, attempt.Body, options, token);
            return client.Deserialize<T>(response.Content) is { Id: not null } made ? understand(made, live) : throw new FormatException("The answer has no id.");
        }, ct);

    /// <summary>Looks only: a refusal says nothing about money.</summary>
    public Task<StripeAnswer> LookAsync(Func<StripeClient, bool, CancellationToken, Task<ProviderFacts?>> look, CancellationToken ct) => AskAsync(look, ct, reading: true);

    /// <summary>For those who ask more than one question and judge the answers themselves.</summary>
    public async ValueTask<StripeClient> ClientAsync(CancellationToken ct) => ClientFor(await access.GetAsync(ct));

    private StripeClient ClientFor(StripeAccess provider) => new(new StripeClientOptions
    {
        ApiKey = provider.ApiKey,
        ApiBase = provider.ApiBase,
        HttpClient = new SystemNetHttpClient(http.CreateClient(provider.HttpName), Retries, appInfo: null, enableTelemetry: false),
    });

    private async Task<StripeAnswer> AskAsync(Func<StripeClient, bool, CancellationToken, Task<ProviderFacts?>> ask, CancellationToken ct, bool reading = false)
    {
        var provider = await access.GetAsync(ct);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(AllTries);
        try
        {
            return await ask(ClientFor(provider), provider.IsLive, limit.Token) is { } facts ? new StripeAnswer.Seen(facts) : new StripeAnswer.Missing();
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
