using System.Net;
using Stripe;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Persistence;
using Tourism.Pos.Refunds;
using Microsoft.EntityFrameworkCore;

namespace Tourism.Pos.Payments.Counting;

/// <summary>Copies what the provider says of money, page by page: never more than one page is in memory, and copying again changes nothing.</summary>
internal sealed class ReadProvider(StripeGateway stripe, Writer<PosDbContext> writer)
{
    public const int Page = 100;

    /// <summary>Everything that was made between two instants (UTC) by the provider's clock.</summary>
    public async Task CopyAsync(DateTime from, DateTime until, CancellationToken ct)
    {
        var client = await stripe.ClientAsync(ct);
        var window = new DateRangeOptions { GreaterThanOrEqual = from, LessThan = until };
        await foreach (var page in client.V1.PaymentIntents.ListAutoPagingAsync(new() { Created = window, Limit = Page }, null, ct).Chunk(Page).WithCancellation(ct))
            await KeepAsync([.. page.Select(Of)], ct);
        await foreach (var page in client.V1.Refunds.ListAutoPagingAsync(new() { Created = window, Limit = Page }, null, ct).Chunk(Page).WithCancellation(ct))
            await KeepAsync([.. page.Select(Of)], ct);
    }

    /// <summary>One intent or refund as it is now; <c>null</c> when the provider does not know it.</summary>
    public async Task<ProviderMoney?> OneAsync(MoneyWay way, string id, CancellationToken ct)
    {
        var client = await stripe.ClientAsync(ct);
        try
        {
            var now = way == MoneyWay.In ? Of(await client.V1.PaymentIntents.GetAsync(id, null, null, ct)) : Of(await client.V1.Refunds.GetAsync(id, null, null, ct));
            await KeepAsync([now], ct);
            return now;
        }
        catch (StripeException error) when (error.HttpStatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>The intent of a payment: its own, or that of its session.</summary>
    public async Task<string?> IntentOfAsync(Payment payment, CancellationToken ct)
    {
        if (payment.Attempt is { IntentId: not null } or { SessionId: null })
            return payment.Attempt.IntentId;
        var client = await stripe.ClientAsync(ct);
        try
        {
            return (await client.V1.Checkout.Sessions.GetAsync(payment.Attempt.SessionId, null, null, ct)).PaymentIntentId;
        }
        catch (StripeException error) when (error.HttpStatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>What brings <paramref name="payment"/> to look at this very intent: a page knows its session only.</summary>
    public async Task<string?> HintAsync(Payment payment, string intent, CancellationToken ct)
    {
        if (payment.Method == PaymentMethod.Reader)
            return intent;
        var client = await stripe.ClientAsync(ct);
        return (await client.V1.Checkout.Sessions.ListAsync(new() { PaymentIntent = intent, Limit = 1 }, null, ct)).FirstOrDefault()?.Id;
    }

    private static ProviderMoney Of(PaymentIntent intent) => new()
    {
        Id = intent.Id, Way = MoneyWay.In, Part = Named(intent.Metadata, ProviderFacts.PaymentKey), CreatedAt = intent.Created,
        Amount = new Yen(intent.AmountReceived), Stands = intent.Status == "succeeded",
    };

    private static ProviderMoney Of(global::Stripe.Refund refund) => new()
    {
        Id = refund.Id, Way = MoneyWay.Back, Part = Named(refund.Metadata, StripeRefunds.Key), CreatedAt = refund.Created,
        Amount = new Yen(refund.Amount), Stands = refund.Status is not ("failed" or "canceled"),
    };

    private static Guid? Named(Dictionary<string, string>? metadata, string key) => Guid.TryParse(metadata?.GetValueOrDefault(key), out var id) ? id : null;

    /// <summary>What never moved money is not kept; what moved it and came back is marked.</summary>
    private Task KeepAsync(IReadOnlyList<ProviderMoney> page, CancellationToken ct) => writer.RunAsync<bool>(async db =>
    {
        var ids = page.Select(row => row.Id).ToList();
        var known = await db.Set<ProviderMoney>().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, ct);
        foreach (var now in page)
        {
            if (known.TryGetValue(now.Id, out var before))
                (before.Amount, before.Stands) = (now.Amount, now.Stands);
            else if (now.Stands)
                db.Add(Copy(now));
        }

        return true;
    }, ct);

    /// <summary>The work may run again: each run adds rows of its own.</summary>
    private static ProviderMoney Copy(ProviderMoney row) => new()
    {
        Id = row.Id, Way = row.Way, Part = row.Part, CreatedAt = row.CreatedAt, Amount = row.Amount, Stands = row.Stands,
    };
}
