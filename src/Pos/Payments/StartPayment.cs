using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Http;
using Tourism.Pos.Payments.Readers;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments;

/// <summary>Opens a payment page for a tender that waits for it. The request is in the books before it leaves the house.</summary>
internal sealed class StartPayment(Writer<PosDbContext> writer, IPaidSale sale, AdvancePayment advance, FindPayment find, PublicAddress address, TimeProvider clock)
{
    /// <summary>Smallest charge the provider takes.</summary>
    public static readonly Yen Least = new(50);

    /// <summary>Largest charge the provider takes: eight digits.</summary>
    public static readonly Yen Most = new(99_999_999);

    public async Task<Result<Written<PaymentView>>> HandleAsync(Guid id, PaymentRequest request, CancellationToken ct)
    {
        if (request.Language != PaymentRequest.VisitorsOwn && !Language.IsKnown(request.Language))
            return new UnknownPageLanguage(request.Language);
        var first = await writer.RunAsync(db => StoreAsync(db, id, request, ct), ct);
        if (!first.Ok)
            return first.Failure;
        if (first.Value)
            await advance.RunAsync(id, hint: null, CancellationToken.None);
        return (await find.HandleAsync(id, ct)).Map(view => new Written<PaymentView>(view, first.Value));
    }

    private async Task<Result<bool>> StoreAsync(PosDbContext db, Guid id, PaymentRequest request, CancellationToken ct)
    {
        // Which reader asks may have changed since, and a till that starts again names the one beside it: it is the same payment all the same.
        var hash = RequestHash.Of(request with { Reader = null });
        if (await db.Set<Payment>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is { } earlier)
            return earlier.RequestHash == hash ? false : RequestHash.Reused(id);
        if (await sale.FindAsync(db, request.Sale, id, ct) is not { } tender)
            return new NoTenderToPay(request.Sale, id);
        if (!tender.Waits)
            return new SaleHasEnded(request.Sale);
        if (tender.Method == PaymentMethod.Reader && request.Reader is null)
            return new WhichReader();
        if (tender.Method == PaymentMethod.Reader && !await db.IsReaderAtAsync(request.Reader!, tender.Site, ct))
            return new NoReader(request.Reader!);
        if (tender.Amount < Least || tender.Amount > Most)
            return new AmountNotPayable(tender.Amount);
        db.Add(New(id, hash, request, tender));
        return true;
    }

    private Payment New(Guid id, string hash, PaymentRequest request, PayableTender tender)
    {
        var now = clock.UtcMicros();
        var payment = new Payment
        {
            Id = id,
            Sale = request.Sale,
            Amount = tender.Amount,
            Method = tender.Method,
            Destination = tender.Account,
            Language = request.Language,
            RequestHash = hash,
            PageToken = Base32.Encode(RandomNumberGenerator.GetBytes(16)),
            CreatedAt = now,
        };
        payment.Submit(BodyOf(payment, tender), now);
        if (payment.Method == PaymentMethod.Reader)
            payment.Present(request.Reader!, id, now);
        return payment;
    }

    private string BodyOf(Payment payment, PayableTender tender) => payment.Method == PaymentMethod.Reader
        ? IntentBody.Of(payment, tender)
        : CheckoutBody.Of(payment, tender, $"{address.Root}/pay/{payment.PageToken}");
}

internal sealed record UnknownPageLanguage(string? Given) : Failure(
    "unknown-language", FailureKind.Invalid,
    $"言語「{Given}」は使えません。{string.Join(", ", Language.All)}, {PaymentRequest.VisitorsOwn} のどれかにしてください。",
    $"The language '{Given}' is not known. Use one of {string.Join(", ", Language.All)}, {PaymentRequest.VisitorsOwn}.", "language");

internal sealed record NoTenderToPay(Guid Sale, Guid Tender) : Failure(
    "no-tender-to-pay", FailureKind.NotFound,
    $"販売 {Sale} にQR・カード払い {Tender} がありません。先に販売を送ってください。",
    $"Sale {Sale} has no tender {Tender} by QR or card. Send the sale first.", "sale");

internal sealed record SaleHasEnded(Guid Sale) : Failure(
    "sale-has-ended", FailureKind.Conflict,
    $"販売 {Sale} はもう支払いを待っていません。新しい販売にしてください。",
    $"Sale {Sale} no longer waits for a payment. Ring up a new sale.", "sale");

internal sealed record AmountNotPayable(Yen Amount) : Failure(
    "amount-not-payable", FailureKind.Refused,
    $"{Amount} 円はQRやカードで支払えません。{StartPayment.Least}~{StartPayment.Most} 円です。現金などを使ってください。",
    $"{Amount} yen cannot be paid by QR or card, only {StartPayment.Least} to {StartPayment.Most}. Use another means, such as cash.");

internal sealed record WhichReader() : Failure(
    "which-reader", FailureKind.Invalid, "どのカードリーダーで受け取るか選んでください。", "Choose the card reader that is to ask for the card.", "reader");
