using System.Text;
using Stripe;
using Tourism.Pos.Payments;

namespace Tourism.Pos.Tests.Payments;

/// <summary>Posts events as the provider does, signed or not.</summary>
internal static class WebhookSteps
{
    public static async Task<string> SignAsync(this PaymentHost host, string body, int seconds = 0)
    {
        var secret = (await host.Get<IStripeAccess>().GetAsync(TestContext.Current.CancellationToken)).WebhookSecrets[0];
        return EventUtility.GenerateSignatureHeader(body, secret, host.Clock.GetUtcNow().ToUnixTimeSeconds() + seconds);
    }

    public static async Task<int> PostSignedAsync(this PaymentHost host, string body) => await host.PostAsync(body, await host.SignAsync(body));

    public static async Task<int> PostAsync(this PaymentHost host, string body, string? header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/stripe") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (header is not null)
            request.Headers.TryAddWithoutValidation("Stripe-Signature", header);
        using var answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }
}
