using System.Text;
using Stripe;
using Tourism.Pos.Payments;

namespace Tourism.Pos.Sandbox;

/// <summary>Posts an event to this host's own webhook, signed as the provider signs. The signature's time is ours: the receiver looks at its own clock.</summary>
internal sealed partial class SandboxPost(IStripeAccess access, OwnAddress own, IHttpClientFactory http, TimeProvider clock, ILogger<SandboxPost> log)
{
    public const string HttpName = "sandbox-webhooks";

    /// <summary>Whether it was taken.</summary>
    public async Task<bool> SendAsync(SandboxEvent told, CancellationToken ct)
    {
        var secret = (await access.GetAsync(ct)).WebhookSecrets[0];
        using var request = new HttpRequestMessage(HttpMethod.Post, own.Find() + "/webhooks/stripe");
        request.Content = new StringContent(told.Body, Encoding.UTF8, "application/json");
        request.Headers.Add("Stripe-Signature", EventUtility.GenerateSignatureHeader(told.Body, secret, clock.GetUtcNow().ToUnixTimeSeconds()));
        try
        {
            using var client = http.CreateClient(HttpName);
            using var answer = await client.SendAsync(request, ct);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            NotTaken(log, told.Id, error.Message);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sandbox event {Event} was not taken: {Reason}")]
    private static partial void NotTaken(ILogger log, string @event, string reason);
}
