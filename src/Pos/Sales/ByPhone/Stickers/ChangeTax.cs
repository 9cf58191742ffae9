using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Receipts;
using Tourism.Pos.Refunds;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales.ByPhone.Stickers;

/// <summary>Gives a sticker sale another tax class, until the end of the day it was paid and before any paper beside the receipt states the rate.</summary>
internal sealed class ChangeTax(Writer<PosDbContext> writer, CatalogueStore catalogue, FindArrivals arrivals, TimeProvider clock)
{
    public async Task<Result<Written<ArrivalView>>> HandleAsync(Guid sale, Guid id, TaxChangeRequest request, Actor by, CancellationToken ct)
    {
        var snapshot = await catalogue.GetAsync(ct);
        var first = await writer.RunAsync(db => StoreAsync(db, snapshot, new Wish(sale, id, request.TaxClass, by), ct), ct);
        return first.Ok ? new Written<ArrivalView>(await arrivals.OneAsync(sale, ct), first.Value) : first.Failure;
    }

    private async Task<Result<bool>> StoreAsync(PosDbContext db, Snapshot snapshot, Wish wish, CancellationToken ct)
    {
        // The row is held: a refund at the same moment goes by the class before, and then this is refused, or by the one after.
        if (await RefundBooks.HoldAsync(db, snapshot, wish.Sale, ct) is not { } books)
            return new UnknownSale(wish.Sale);
        var sale = books.Sale;
        if (sale.TaxChanges.Find(row => row.Id == wish.Id) is { } earlier)
            return earlier.TaxClass == wish.TaxClass ? false : RequestHash.Reused(wish.Id);
        if (await db.Set<TaxChange>().AnyAsync(row => row.Id == wish.Id, ct))
            return RequestHash.Reused(wish.Id);
        if (await RefusedAsync(db, books, ct) is { } refused)
            return refused;
        if (snapshot.TaxClasses(sale.BusinessDate).FirstOrDefault(one => one.Class == wish.TaxClass) is not { } wanted)
            return new UnknownTaxClass(wish.TaxClass, string.Join(", ", snapshot.TaxClasses(sale.BusinessDate).Select(one => one.Class)));
        Change(db, books, wish, wanted, snapshot.IssuerOf(books.Site, sale.BusinessDate).Rounding);
        return true;
    }

    private async Task<Failure?> RefusedAsync(PosDbContext db, RefundBooks books, CancellationToken ct)
    {
        if (!FindArrivals.IsBySticker(books.Sale))
            return new NotBySticker();
        if (books.Sale.State != SaleState.Completed)
            return new SaleNotCompleted(books.Sale.State);
        if (BusinessDate.Of(books.Sale.EndedAt!.Value) is var paid && paid != BusinessDate.Of(clock.UtcMicros()))
            return new TaxDayIsOver(paid);
        return books.Refunds.Count > 0 || await db.Set<InvoiceSet>().AnyAsync(set => set.Sale == books.Sale.Id, ct) ? new RateIsStated() : null;
    }

    private void Change(PosDbContext db, RefundBooks books, Wish wish, TaxClassView wanted, Rounding rounding)
    {
        var (sale, now) = (books.Sale, clock.UtcMicros());
        var before = sale.CountedPercent(sale.Lines[0]);
        sale.TaxChanges.Add(new TaxChange
        {
            Id = wish.Id, TaxClass = wanted.Class, Percent = wanted.Percent, Tax = Tax.Within(sale.Total, wanted.Percent, rounding), By = wish.By.Person, At = now,
        });
        db.Audit(Deed.SaleRetaxed, wish.By, sale.ReceiptNumber, now, new { TaxPercent = before }, new { TaxPercent = wanted.Percent });
    }

    private sealed record Wish(Guid Sale, Guid Id, string TaxClass, Actor By);
}

internal sealed record UnknownTaxClass(string Given, string Known) : Failure(
    "unknown-tax-class", FailureKind.Invalid,
    $"税区分「{Given}」は使えません。{Known} のどれかにしてください。", $"There is no tax class '{Given}' to choose. Use one of {Known}.", "taxClass");

internal sealed record NotBySticker() : Failure(
    "not-by-sticker", FailureKind.Refused,
    "税区分を変えられるのは、シールで支払われた会計だけです。ほかの会計は、返金して売り直してください。",
    "Only a sale paid by the sticker can get another tax class. Refund any other and sell it again.");

internal sealed record TaxDayIsOver(DateOnly Day) : Failure(
    "tax-day-is-over", FailureKind.Refused,
    $"{Day:yyyy-MM-dd} に支払われた会計の税区分は、その日のうちだけ変えられます。必要なときは返金して売り直してください。",
    $"The tax class of a sale paid on {Day:yyyy-MM-dd} could be changed on that day only. Refund it and sell it again if you must.");

internal sealed record RateIsStated() : Failure(
    "rate-is-stated", FailureKind.Refused,
    "返金票か領収書にもう税率が書かれているため、税区分は変えられません。",
    "A return slip or an invoice states the rate already, so the tax class stays.");
