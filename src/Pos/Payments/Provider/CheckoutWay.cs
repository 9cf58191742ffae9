using Stripe;
using Stripe.Checkout;
using Tourism.Kernel;

namespace Tourism.Pos.Payments;

/// <summary>A page that the visitor opens by QR code: made, read, ended.</summary>
internal sealed class CheckoutWay(StripeGateway stripe, TimeProvider clock) : IWayToPay
{
    private const string Prefix = "cs_";
    private static readonly SessionGetOptions WithIntent = new() { Expand = ["payment_intent"] };

    public PaymentMethod Method => PaymentMethod.Page;

    public async Task<StripeAnswer> AskAsync(Payment payment, string? hint, CancellationToken ct)
    {
        if (payment.Attempt.SessionId is not { } session)
            return await TakeHintAsync(hint, ct) ?? await SubmitAsync(payment, ct);
        if (payment.State == Shared.Wire.PaymentState.CancelRequested)
            await ExpireAsync(session, ct);
        return await ReadAsync(session, ct);
    }

    public Task<StripeAnswer>? LookAt(string id, CancellationToken ct) => IsOurs(id) ? ReadAsync(id, ct) : null;

    /// <summary><c>null</c> where there is none: that somebody speaks of a session that does not exist says nothing about our own request.</summary>
    private async Task<StripeAnswer?> TakeHintAsync(string? hint, CancellationToken ct) =>
        IsOurs(hint) && await ReadAsync(hint!, ct) is not StripeAnswer.Missing and var answer ? answer : null;

    private static bool IsOurs(string? id) => id?.StartsWith(Prefix, StringComparison.Ordinal) == true;

    private async Task<StripeAnswer> SubmitAsync(Payment payment, CancellationToken ct)
    {
        if (payment.MayNotResend(clock.UtcMicros()))
            return await FindAsync(payment, ct);
        var answer = await stripe.SendAsync<Session>(payment.Attempt, "/v1/checkout/sessions", SessionFacts.Of, ct);
        // A repeated key brings back the provider's first answer, which may be hours old by now.
        return answer is StripeAnswer.Seen { Facts: SessionFacts seen } && payment.Tries > 0 ? await ReadAsync(seen.SessionId, ct) : answer;
    }

    private Task<StripeAnswer> ReadAsync(string session, CancellationToken ct) => stripe.LookAsync(
        async (client, live, token) => SessionFacts.Of(await client.V1.Checkout.Sessions.GetAsync(session, WithIntent, null, token), live), ct);

    /// <summary>Its answer does not matter: what counts is what the session says afterwards.</summary>
    private Task<StripeAnswer> ExpireAsync(string session, CancellationToken ct) => stripe.LookAsync(
        async (client, live, token) => SessionFacts.Of(await client.V1.Checkout.Sessions.ExpireAsync(session, null, null, token), live), ct);

    /// <summary>Looks for a session that a request, too old to be repeated, may have made.</summary>
    private Task<StripeAnswer> FindAsync(Payment payment, CancellationToken ct) => stripe.LookAsync(async (client, live, token) =>
    {
        var search = new SessionListOptions { Created = payment.SearchWindow, Limit = 100, Expand = ["data.payment_intent"] };
        await foreach (var session in client.V1.Checkout.Sessions.ListAutoPagingAsync(search, null, token))
        {
            if (session.ClientReferenceId == payment.Id.ToString())
                return SessionFacts.Of(session, live);
        }

        return null;
    }, ct);
}
