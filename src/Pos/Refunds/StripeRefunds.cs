using System.Net;
using Stripe;
using Tourism.Pos.Payments;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Refunds;

/// <summary>An order to the provider to give money back.</summary>
/// <param name="Id">Ours: the idempotency key, and how it is found again.</param>
/// <param name="Intent">The intent that holds the money, if it is known.</param>
/// <param name="Session">The session that made the intent.</param>
/// <param name="Amount">In yen.</param>
/// <param name="ProviderId">The provider's name for it, once known.</param>
/// <param name="Tries">Questions asked before.</param>
internal sealed record RefundOrder(Guid Id, string? Intent, string? Session, long Amount, string? ProviderId, int Tries);

/// <summary>What the provider said; without a state nobody knows yet.</summary>
internal sealed record RefundAnswer(RefundState? State, string? ProviderId = null);

/// <summary>Asks the provider to give money back and says honestly how that ended: only a definite refusal counts as one.</summary>
internal sealed partial class StripeRefunds(StripeGateway stripe, ILogger<StripeRefunds> log)
{
    public const string Key = "refund";

    private static readonly TimeSpan AllTries = TimeSpan.FromSeconds(20);

    public async Task<RefundAnswer> RunAsync(RefundOrder order, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(AllTries);
        try
        {
            return await AskAsync(await stripe.ClientAsync(ct), order, limit.Token);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            // Whatever broke, the provider may have acted before it did: this must end as "unknown", never as "failed".
            Unclear(log, order.Id, error);
            return new RefundAnswer(null);
        }
    }

    /// <summary>The provider forgets keys after a day, so what may have been sent before is looked for and never just sent again.</summary>
    private async Task<RefundAnswer> AskAsync(StripeClient client, RefundOrder order, CancellationToken ct)
    {
        if (order.ProviderId is { } known)
            return Understand(order, await client.V1.Refunds.GetAsync(known, null, null, ct));
        var intent = order.Intent ?? (await client.V1.Checkout.Sessions.GetAsync(order.Session, null, null, ct)).PaymentIntentId;
        return order.Tries > 0 && await FindAsync(client, intent, order.Id, ct) is { } earlier
            ? Understand(order, earlier)
            : await CreateAsync(client, order, intent, ct);
    }

    /// <summary>Only here does a refusal say anything about the money: that we may not look, or that something is not found, does not.</summary>
    private async Task<RefundAnswer> CreateAsync(StripeClient client, RefundOrder order, string intent, CancellationToken ct)
    {
        // Giving money back does not bring back what had gone on to a shop: that must be asked for.
        var wentOn = (await client.V1.PaymentIntents.GetAsync(intent, null, null, ct)).TransferData?.DestinationId is not null;
        var wish = new RefundCreateOptions
        {
            PaymentIntent = intent, Amount = order.Amount, ReverseTransfer = wentOn ? true : null, Metadata = new() { [Key] = order.Id.ToString() },
        };
        try
        {
            return Understand(order, await client.V1.Refunds.CreateAsync(wish, new RequestOptions { IdempotencyKey = order.Id.ToString() }, ct));
        }
        catch (StripeException error) when (error.StripeError is not null && IsDefinite(error))
        {
            Refused(log, order.Id, error.StripeError.Code ?? error.StripeError.Type);
            return new RefundAnswer(RefundState.Failed);
        }
    }

    private static async Task<global::Stripe.Refund?> FindAsync(StripeClient client, string intent, Guid id, CancellationToken ct)
    {
        var search = new RefundListOptions { PaymentIntent = intent, Limit = 100 };
        await foreach (var refund in client.V1.Refunds.ListAutoPagingAsync(search, null, ct))
        {
            if (refund.Metadata?.GetValueOrDefault(Key) == id.ToString())
                return refund;
        }

        return null;
    }

    private static RefundAnswer Understand(RefundOrder order, global::Stripe.Refund refund)
    {
        if (refund.Id is null)
            return new RefundAnswer(null);
        var ours = refund.Amount == order.Amount && refund.Currency == "jpy" && refund.Metadata?.GetValueOrDefault(Key) == order.Id.ToString();
        return (ours, refund.Status) switch
        {
            (false, _) => new RefundAnswer(RefundState.Failed, refund.Id),
            (_, "succeeded") => new RefundAnswer(RefundState.Done, refund.Id),
            (_, "failed" or "canceled") => new RefundAnswer(RefundState.Failed, refund.Id),
            _ => new RefundAnswer(null, refund.Id),
        };
    }

    private static bool IsDefinite(StripeException error) => error.StripeError.Type != "idempotency_error"
        && error.HttpStatusCode is HttpStatusCode.BadRequest or HttpStatusCode.PaymentRequired or HttpStatusCode.Forbidden or HttpStatusCode.NotFound;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The payment provider's answer to refund {Refund} could not be understood")]
    private static partial void Unclear(ILogger log, Guid refund, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The payment provider refused refund {Refund}: {Code}")]
    private static partial void Refused(ILogger log, Guid refund, string code);
}
