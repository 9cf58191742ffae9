using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;

namespace Tourism.Pos.Payments.Webhooks;

[Route("webhooks/stripe")]
[AllowAnonymous]
internal sealed class StripeWebhookController(ReceiveStripeEvent receive) : ApiController
{
    /// <summary>Events of a till's payments are a few kilobytes.</summary>
    private const int Longest = 256 * 1024;

    [HttpPost]
    public async Task<ActionResult<bool>> Receive(CancellationToken ct)
    {
        if (await ReadAsync(ct) is not { } body)
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        return Answer(await receive.HandleAsync(body, Request.Headers["Stripe-Signature"], ct));
    }

    /// <summary>The signature covers the bytes as sent, so nothing may parse and rewrite them first.</summary>
    private async Task<string?> ReadAsync(CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        var chunk = new byte[8192];
        for (int read; (read = await Request.Body.ReadAsync(chunk, ct)) > 0;)
        {
            bytes.Write(chunk, 0, read);
            if (bytes.Length > Longest)
                return null;
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
