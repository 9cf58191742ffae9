using Stripe;
using Stripe.Checkout;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments;

/// <summary>A page that the visitor opens by QR code: made, read, ended.</summary>
internal sealed class CheckoutWay(StripeGateway stripe, TimeProvider clock) : WayToPay(clock)
{
    private static readonly SessionGetOptions WithIntent = new() { Expand = ["payment_intent"] };

    public override PaymentMethod Method => PaymentMethod.Page;

    protected override string Prefix => "cs_";

    protected override string? Known(PaymentAttempt attempt) => attempt.SessionId;

    protected override Task<StripeAnswer> ReadAsync(string id, CancellationToken ct) => stripe.LookAsync(
        async (client, live, token) => SessionFacts.Of(await client.V1.Checkout.Sessions.GetAsync(id, WithIntent, null, token), live), ct);

    protected override Task<StripeAnswer> SendAsync(PaymentAttempt attempt, CancellationToken ct) =>
        stripe.SendAsync<Session>(attempt, "/v1/checkout/sessions", SessionFacts.Of, ct);

    protected override async Task<StripeAnswer> GoOnAsync(Payment payment, string id, CancellationToken ct)
    {
        if (payment.State == PaymentState.CancelRequested)
            await EndAsync(id, ct);
        return await ReadAsync(id, ct);
    }

    protected override Task<StripeAnswer> FindAsync(Payment payment, CancellationToken ct) => stripe.LookAsync(async (client, live, token) =>
    {
        var search = new SessionListOptions { Created = payment.SearchWindow, Limit = 100, Expand = ["data.payment_intent"] };
        await foreach (var session in client.V1.Checkout.Sessions.ListAutoPagingAsync(search, null, token))
        {
            if (session.ClientReferenceId == payment.Id.ToString())
                return SessionFacts.Of(session, live);
        }

        return null;
    }, ct);

    /// <summary>Its answer does not matter: what counts is what the session says afterwards.</summary>
    protected override Task<StripeAnswer> EndAsync(string id, CancellationToken ct) => stripe.LookAsync(
        async (client, live, token) => SessionFacts.Of(await client.V1.Checkout.Sessions.ExpireAsync(id, null, null, token), live), ct);
}
