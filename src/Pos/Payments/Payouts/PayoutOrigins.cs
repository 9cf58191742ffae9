using Microsoft.EntityFrameworkCore;
using Stripe;
using Tourism.Kernel;
using Tourism.Pos.Persistence;
using Tourism.Pos.Refunds;
using Tourism.Pos.Sales;

namespace Tourism.Pos.Payments.Payouts;

/// <summary>Where the money of a payout's lines comes from: the payment, its sale and the site.</summary>
internal sealed class PayoutOrigins
{
    private readonly Dictionary<Guid, Guid> _paymentOfPart;
    private readonly Dictionary<Guid, Origin> _ofPayment;

    private PayoutOrigins(Dictionary<Guid, Guid> paymentOfPart, Dictionary<Guid, Origin> ofPayment) => (_paymentOfPart, _ofPayment) = (paymentOfPart, ofPayment);

    /// <summary>Three questions for a page of lines, however many there are.</summary>
    public static async Task<PayoutOrigins> FindAsync(PosDbContext db, IReadOnlyList<BalanceTransaction> page, CancellationToken ct)
    {
        var parts = page.Select(PartOf).OfType<Guid>().ToList();
        var refunded = await db.Set<RefundTender>().Where(row => parts.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Tender, ct);
        var payments = page.Select(PaymentOf).OfType<Guid>().Concat(refunded.Values).Distinct().ToList();
        var sales = await db.Set<Payment>().Where(row => payments.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Sale, ct);
        var wanted = sales.Values.Distinct().ToList();
        var sold = await db.Set<Sale>().AsNoTracking().Where(row => wanted.Contains(row.Id)).ToDictionaryAsync(row => row.Id, ct);
        return new PayoutOrigins(refunded, sales.ToDictionary(pair => pair.Key, pair => Of(pair.Value, sold.GetValueOrDefault(pair.Value))));
    }

    public static PayoutLine Line(string payout, BalanceTransaction row, PayoutOrigins origins)
    {
        var part = PartOf(row);
        Guid? payment = part is { } back && origins._paymentOfPart.TryGetValue(back, out var paid) ? paid : PaymentOf(row);
        var origin = payment is { } id ? origins._ofPayment.GetValueOrDefault(id) : null;
        return new PayoutLine
        {
            Payout = payout, Movement = row.Id, Type = row.Type, Amount = new Yen(row.Amount), Fee = new Yen(row.Fee), Net = new Yen(row.Net), CreatedAt = row.Created,
            Source = row.Source?.Id, Payment = payment, Refund = part, Sale = origin?.Sale, Receipt = origin?.Receipt, Site = origin?.Site,
        };
    }

    private static Origin Of(Guid id, Sale? sale) => new(id, sale?.ReceiptNumber, sale?.Site);

    private static Guid? PaymentOf(BalanceTransaction row) => row.Source is Charge charge ? Named(charge.Metadata, ProviderFacts.PaymentKey) : null;

    private static Guid? PartOf(BalanceTransaction row) => row.Source is global::Stripe.Refund refund ? Named(refund.Metadata, StripeRefunds.Key) : null;

    private static Guid? Named(Dictionary<string, string>? metadata, string key) => Guid.TryParse(metadata?.GetValueOrDefault(key), out var id) ? id : null;

    private sealed record Origin(Guid Sale, string? Receipt, string? Site);
}
