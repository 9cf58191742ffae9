using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Receipts;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Receipts;

/// <summary>Which paper of a sale is wanted.</summary>
/// <param name="Language">One of ours; the sale's own without one.</param>
/// <param name="Reprint">Given before.</param>
/// <param name="Refund">A return slip instead of the receipt.</param>
/// <param name="Invoice">Number of an invoice of the set that holds, instead of the receipt.</param>
/// <param name="Columns">32 or 48.</param>
internal sealed record PaperRequest(string? Language = null, bool Reprint = false, Guid? Refund = null, int? Invoice = null, int Columns = PrintText.Wide);

/// <summary>Writes receipts, return slips and invoices of recorded sales.</summary>
internal sealed class PrintPaper(SaleViews sales, InvoiceViews invoices, CatalogueStore catalogue, IOptions<TourismOptions> options)
{
    public async Task<Result<Paper>> HandleAsync(Guid id, PaperRequest request, CancellationToken ct)
    {
        var sale = await sales.FindAsync(id, ct);
        if (!sale.Ok)
            return sale.Failure;
        if (request.Columns is not (PrintText.Wide or PrintText.Narrow))
            return new WrongColumns(request.Columns);
        var language = request.Language ?? sale.Value.Language ?? Language.Ja;
        return Language.IsKnown(language) ? await WriteAsync(sale.Value, request, language, ct) : new UnknownLanguage(language);
    }

    /// <summary>Who issues a sale's papers.</summary>
    public async Task<IssuerView> IssuerAsync(SaleView sale, CancellationToken ct)
    {
        var snapshot = await catalogue.GetAsync(ct);
        return snapshot.On(snapshot.Site(sale.Site)!, BusinessDate.Of(sale.OccurredAt)).Issuer;
    }

    private async Task<Result<Paper>> WriteAsync(SaleView sale, PaperRequest request, string language, CancellationToken ct)
    {
        if (sale.State != SaleState.Completed)
            return new SaleNotCompleted(sale.State);
        var issuer = await IssuerAsync(sale, ct);
        var marks = new PaperMarks(request.Reprint, options.Value.HasSandbox ? options.Value.Mode.ToString().ToLowerInvariant() : null);
        if (request.Invoice is { } no)
            return await InvoiceAsync(issuer, sale, no, language, marks, ct);
        if (request.Refund is not { } refund)
            return ReceiptPaper.Of(issuer, sale, language, marks);
        return sale.Refunds?.FirstOrDefault(back => back.Id == refund) is { } found
            ? ReturnPaper.Of(issuer, sale, found, language, marks)
            : new UnknownPaper();
    }

    private async Task<Result<Paper>> InvoiceAsync(IssuerView issuer, SaleView sale, int no, string language, PaperMarks marks, CancellationToken ct) =>
        (await invoices.OfSaleAsync(sale.Id, ct)).FirstOrDefault() is not { } set || set.Invoices.FirstOrDefault(invoice => invoice.No == no) is not { } found
            ? new UnknownPaper()
            : set.Invoices.Select(invoice => invoice.Total).Sum() != sale.Total - (sale.Refunds ?? []).Select(back => back.Total).Sum()
            ? new InvoicesOutdated()
            : InvoicePaper.Of(issuer, sale, set, found, language, marks);
}

internal sealed record InvoicesOutdated() : Failure(
    "invoices-outdated", FailureKind.Conflict,
    "この領収書のあとに返金がありました。残った金額で領収書を作り直してください。",
    "Money was given back after these invoices were made. Make them out anew for what was kept.");

internal sealed record WrongColumns(int Columns) : Failure(
    "wrong-columns", FailureKind.Invalid,
    $"{Columns} 桁の用紙はありません。32 か 48 にしてください。", $"There is no paper of {Columns} columns. Use 32 or 48.", "columns");

internal sealed record UnknownPaper() : Failure(
    "unknown-paper", FailureKind.NotFound, "この会計にその領収書・返金票はありません。", "This sale has no such invoice or return slip.");
