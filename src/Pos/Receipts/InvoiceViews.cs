using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Receipts;

/// <summary>Reads invoices.</summary>
internal sealed class InvoiceViews(IDbContextFactory<PosDbContext> contexts)
{
    /// <summary>All sets of a sale, the one that holds first.</summary>
    public async Task<IReadOnlyList<InvoiceSetView>> OfSaleAsync(Guid sale, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sets = await db.Set<InvoiceSet>().AsNoTracking().Include(set => set.Invoices).ThenInclude(invoice => invoice.Taxes)
            .Where(set => set.Sale == sale).OrderByDescending(set => set.Edition).AsSplitQuery().ToListAsync(ct);
        return [.. sets.Select(Of)];
    }

    public static InvoiceSetView Of(InvoiceSet set) =>
        new(set.Id, set.Sale, set.Edition, set.IssuedAt, [.. set.Invoices.OrderBy(invoice => invoice.No).Select(Of)]);

    private static InvoiceView Of(Invoice invoice) => new(
        invoice.No, invoice.Addressee, invoice.Proviso, invoice.Total,
        [.. invoice.Taxes.OrderByDescending(tax => tax.Percent).Select(tax => new TaxView(tax.Percent, tax.Total, tax.Tax))]);
}
