using Microsoft.EntityFrameworkCore;
using Stripe;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Payments.Webhooks;

/// <summary>Takes a webhook in: signed by our provider, stored once, answered only then.</summary>
internal sealed partial class ReceiveStripeEvent(
    Writer<PosDbContext> writer, IStripeAccess access, Bell<ProcessStripeEvents> bell, TimeProvider clock, ILogger<ReceiveStripeEvent> log)
{
    private const int Tolerance = 300;

    public async Task<Result<bool>> HandleAsync(string body, string? signature, CancellationToken ct)
    {
        var provider = await access.GetAsync(ct);
        if (!provider.WebhookSecrets.Any(secret => IsSignedWith(secret, body, signature)))
            return new WrongSignature();
        if (EventHint.Read(body) is not { } hint)
            return new NotAnEvent();
        var stored = await writer.RunAsync(db => StoreAsync(db, hint, body, ct), ct);
        bell.Ring();
        return stored;
    }

    private bool IsSignedWith(string secret, string body, string? signature)
    {
        if (string.IsNullOrEmpty(signature))
            return false;
        try
        {
            EventUtility.ValidateSignature(body, signature, secret, Tolerance, clock.GetUtcNow().ToUnixTimeSeconds());
            return true;
        }
        catch (Exception error) when (error is StripeException or FormatException or ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            // The library answers a garbled header with exceptions of every kind; all of them mean "not signed".
            Refused(log, error.GetType().Name);
            return false;
        }
    }

    private async Task<Result<bool>> StoreAsync(PosDbContext db, EventHint hint, string body, CancellationToken ct)
    {
        if (await db.Set<StripeEvent>().AnyAsync(row => row.Account == hint.Account && row.EventId == hint.Id, ct))
            return false;
        db.Add(StripeEvent.Of(hint, body, clock.UtcMicros()));
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A webhook's signature was refused ({Reason})")]
    private static partial void Refused(ILogger log, string reason);
}

internal sealed record WrongSignature() : Failure(
    "wrong-signature", FailureKind.Invalid,
    "署名が正しくありません。Webhookの署名シークレットとサーバーの時計を確かめてください。",
    "The signature is not valid. Check the webhook's signing secret and the server's clock.");

internal sealed record NotAnEvent() : Failure(
    "not-an-event", FailureKind.Invalid, "イベントとして読めません。", "This is not an event.");
