using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Payments;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales.ByPhone;

/// <summary>What somebody buys on their own phone.</summary>
/// <param name="Site">Site code.</param>
/// <param name="Lines">1–200 lines.</param>
/// <param name="Total">What they were shown, tax included.</param>
/// <param name="Language">Of ticket, receipt and payment page.</param>
internal sealed record PhoneBasket(string Site, IReadOnlyList<LineRequest> Lines, Yen Total, string Language);

/// <summary>
/// Sells to a visitor who stands at no till: the same sale, ticket, receipt and refund, paid on a payment page. One id names the sale, its only tender and
/// its payment, so sending a form twice buys once.
/// </summary>
internal sealed class SellByPhone(PhoneSeries series, CheckSale check, SaleViews views, StartPayment start, FindPayment find, TimeProvider clock)
{
    /// <summary>The payment, with its page at the provider as soon as there is one.</summary>
    /// <param name="id">Made with the form.</param>
    /// <param name="basket">What is bought.</param>
    /// <param name="ct">Ends with the request.</param>
    public async Task<Result<Payment>> HandleAsync(Guid id, PhoneBasket basket, CancellationToken ct)
    {
        var hash = RequestHash.Of(basket);
        var recorded = await views.FindAsync(id, hash, ct) ?? await RecordAsync(id, hash, basket, ct);
        if (!recorded.Ok)
            return recorded.Failure;
        var started = await start.HandleAsync(id, new PaymentRequest(id, basket.Language), ct);
        return started.Ok ? await find.RowAsync(id, ct) : started.Failure;
    }

    private async Task<Result<SaleView>> RecordAsync(Guid id, string hash, PhoneBasket basket, CancellationToken ct)
    {
        var till = PhoneTill.Of(basket.Site);
        var request = new SaleRequest(
            till, await series.EpochAsync(till, ct), Number: 1, clock.UtcMicros(), basket.Language, basket.Lines, basket.Total,
            [new TenderRequest(id, TenderKind.Qr, basket.Total)]);
        var ready = await check.RunAsync(id, hash, request, Actor.Nobody, ct);
        var written = ready.Ok ? await series.WriteAsync(ready.Value, ct) : ready.Failure;
        if (written is { Ok: true, Value: { } first })
            return first.View;
        return await views.FindAsync(id, hash, ct) ?? written.Failure ?? RequestHash.Reused(id);
    }
}
