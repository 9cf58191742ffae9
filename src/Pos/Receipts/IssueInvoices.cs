using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Refunds;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Receipts;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Receipts;

/// <summary>Makes out one invoice or several for what was kept of a completed sale.</summary>
internal sealed class IssueInvoices(Writer<PosDbContext> writer, CatalogueStore catalogue, TimeProvider clock)
{
    public const int Most = 50;
    private const int MaxWords = 100;

    public async Task<Result<Written<InvoiceSetView>>> HandleAsync(Guid saleId, Guid id, InvoiceSetRequest request, string by, CancellationToken ct)
    {
        if (Wrong(request) is { } wrong)
            return wrong;
        var (snapshot, hash) = (await catalogue.GetAsync(ct), RequestHash.Of(new { saleId, request }));
        return await writer.RunAsync(
            async db => await FindAsync(db, id, hash, ct) ?? await IssueAsync(db, snapshot, new Draft(saleId, id, hash, by, request), ct), ct);
    }

    private static Failure? Wrong(InvoiceSetRequest request)
    {
        if (request.Invoices.Count is 0 or > Most)
            return new WrongInvoiceCount(request.Invoices.Count);
        return request.Invoices.Select((invoice, index) => Wrong(invoice, $"invoices[{index}]")).FirstOrDefault(wrong => wrong is not null);
    }

    private static Failure? Wrong(InvoiceRequest? invoice, string at) => invoice switch
    {
        null => new WrongInvoiceWords(at, MaxWords),
        _ when !IsPrintable(invoice.Addressee) => new WrongInvoiceWords(at + ".addressee", MaxWords),
        _ when !IsPrintable(invoice.Proviso) => new WrongInvoiceWords(at + ".proviso", MaxWords),
        _ when invoice.Amount <= Yen.Zero || invoice.Amount > Highest => new WrongInvoiceAmount(at + ".amount"),
        _ => null,
    };

    private static Yen Highest { get; } = new(99_999_999);

    private static bool IsPrintable(string? words) => !string.IsNullOrWhiteSpace(words) && words.Length <= MaxWords && !words.Any(char.IsControl);

    /// <summary>What the sale's rates hold after its refunds.</summary>
    private static List<TaxView> Kept(RefundBooks books) =>
    [
        .. books.Sale.CountedTaxes().OrderByDescending(tax => tax.Percent)
            .Select(tax => new TaxView(tax.Percent, tax.Total - books.Refunds.SelectMany(refund => refund.Taxes).Where(back => back.Percent == tax.Percent).Select(back => back.Total).Sum(), tax.Tax))
            .Where(tax => tax.Total > Yen.Zero),
    ];

    private static async Task<Result<Written<InvoiceSetView>>?> FindAsync(PosDbContext db, Guid id, string hash, CancellationToken ct)
    {
        var known = await db.Set<InvoiceSet>().Include(set => set.Invoices).ThenInclude(invoice => invoice.Taxes).SingleOrDefaultAsync(set => set.Id == id, ct);
        if (known is null)
            return null;
        return known.RequestHash == hash ? new Written<InvoiceSetView>(InvoiceViews.Of(known), First: false) : RequestHash.Reused(id);
    }

    /// <summary>The sale's row is held: what the invoice states, no refund and no other tax class changes meanwhile.</summary>
    private async Task<Result<Written<InvoiceSetView>>> IssueAsync(PosDbContext db, Snapshot snapshot, Draft draft, CancellationToken ct)
    {
        if (await RefundBooks.HoldAsync(db, snapshot, draft.Sale, ct) is not { } books)
            return new UnknownSale(draft.Sale);
        if (books.Sale.State != SaleState.Completed)
            return new SaleNotCompleted(books.Sale.State);
        var (kept, amounts) = (Kept(books), draft.Request.Invoices.Select(invoice => invoice.Amount).ToList());
        var total = kept.Select(tax => tax.Total).Sum();
        if (amounts.Sum() != total)
            return new InvoicesDoNotAddUp(total);
        var taxes = InvoiceSplit.Of(kept, amounts, snapshot.IssuerOf(books.Site, books.Sale.BusinessDate).Rounding);
        return await AddAsync(db, draft, taxes, ct);
    }

    private async Task<Result<Written<InvoiceSetView>>> AddAsync(PosDbContext db, Draft draft, IReadOnlyList<IReadOnlyList<TaxView>> taxes, CancellationToken ct)
    {
        var earlier = await db.Set<InvoiceSet>().Where(set => set.Sale == draft.Sale).MaxAsync(set => (int?)set.Edition, ct) ?? 0;
        var set = new InvoiceSet
        {
            Id = draft.Id,
            RequestHash = draft.Hash,
            Sale = draft.Sale,
            Edition = earlier + 1,
            IssuedAt = clock.UtcMicros(),
            By = draft.By,
            Invoices = [.. draft.Request.Invoices.Select((invoice, index) => Row(invoice, index + 1, taxes[index]))],
        };
        db.Add(set);
        return new Written<InvoiceSetView>(InvoiceViews.Of(set), First: true);
    }

    private static Invoice Row(InvoiceRequest invoice, int no, IReadOnlyList<TaxView> taxes) => new()
    {
        No = no,
        Addressee = invoice.Addressee.Trim(),
        Proviso = invoice.Proviso.Trim(),
        Total = invoice.Amount,
        Taxes = [.. taxes.Select(tax => new InvoiceTax { Percent = tax.Percent, Total = tax.Total, Tax = tax.Tax })],
    };

    private sealed record Draft(Guid Sale, Guid Id, string Hash, string By, InvoiceSetRequest Request);
}

internal sealed record WrongInvoiceCount(int Count) : Failure(
    "wrong-invoice-count", FailureKind.Invalid,
    $"領収書が{Count}枚です。1～{IssueInvoices.Most}枚にしてください。", $"There are {Count} invoices. Ask for 1 to {IssueInvoices.Most}.", "invoices");

internal sealed record WrongInvoiceWords(string At, int Most) : Failure(
    "wrong-invoice-words", FailureKind.Invalid,
    $"宛名と但し書きを、それぞれ1～{Most}字で入れてください。", $"Give addressee and proviso, 1 to {Most} characters each.", At);

internal sealed record WrongInvoiceAmount(string At) : Failure(
    "wrong-invoice-amount", FailureKind.Invalid, "領収書の金額は1円以上にしてください。", "An invoice is for 1 yen or more.", At);

internal sealed record InvoicesDoNotAddUp(Yen Kept) : Failure(
    "invoices-do-not-add-up", FailureKind.Invalid,
    $"領収書の合計が、お預かりした {Kept} 円と一致しません。", $"The invoices do not add up to the {Kept} yen that were kept.", "invoices");
