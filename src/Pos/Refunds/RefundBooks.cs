using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Admissions;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Refunds;

/// <summary>A sale with its refunds and the ticket of its party.</summary>
internal sealed record RefundBooks(Sale Sale, IReadOnlyList<Refund> Refunds, Ticket? Ticket, Site Site, SaleLeft Left)
{
    /// <summary><c>null</c> for an unknown sale.</summary>
    public static async Task<RefundBooks?> LoadAsync(PosDbContext db, Snapshot catalogue, Guid sale, CancellationToken ct) =>
        (await LoadAllAsync(db, catalogue, [sale], QueryTrackingBehavior.TrackAll, ct)).SingleOrDefault();

    /// <summary>The same under the sale's row lock: of two refunds at once the second waits here and then reads all that the first one left.</summary>
    public static async Task<RefundBooks?> HoldAsync(PosDbContext db, Snapshot catalogue, Guid sale, CancellationToken ct)
    {
        await db.Set<Sale>().Where(row => row.Id == sale).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), ct);
        return await LoadAsync(db, catalogue, sale, ct);
    }

    /// <summary>The books of many sales in a few reads; unknown ones are left out.</summary>
    public static async Task<IReadOnlyList<RefundBooks>> LoadAllAsync(
        PosDbContext db, Snapshot catalogue, IReadOnlyList<Guid> ids, QueryTrackingBehavior tracking, CancellationToken ct)
    {
        var sales = await db.Set<Sale>().AsTracking(tracking).Include(row => row.Lines).Include(row => row.Taxes).Include(row => row.Tenders)
            .Include(row => row.TaxChanges).AsSplitQuery().Where(row => ids.Contains(row.Id)).OrderBy(row => row.Seq).ToListAsync(ct);
        var refunds = await db.Set<Refund>().AsTracking(tracking).Include(row => row.Lines).Include(row => row.Taxes).Include(row => row.Tenders)
            .AsSplitQuery().Where(row => ids.Contains(row.Sale)).OrderBy(row => row.Seq).ToListAsync(ct);
        var tickets = await db.Set<Ticket>().AsTracking(tracking).Include(row => row.Elsewhere).Where(row => row.Sale != null && ids.Contains(row.Sale.Value)).OrderBy(row => row.Seq).ToListAsync(ct);
        var (refundsOf, ticketsOf) = (refunds.ToLookup(refund => refund.Sale), tickets.ToLookup(ticket => ticket.Sale!.Value));
        return [.. sales.Select(sale => Of(sale, [.. refundsOf[sale.Id]], ticketsOf[sale.Id].LastOrDefault(ticket => ticket.IsOfParty()), catalogue))];
    }

    private static RefundBooks Of(Sale sale, IReadOnlyList<Refund> refunds, Ticket? ticket, Snapshot catalogue)
    {
        var site = catalogue.Site(sale.Site)!;
        return new RefundBooks(sale, refunds, ticket, site, new SaleLeft(sale, refunds, catalogue.IssuerOf(site, sale.BusinessDate).Rounding, catalogue.Tenders));
    }

    /// <summary>People among <paramref name="lines"/>, by the number their category has in tickets.</summary>
    public Dictionary<int, int> People(IEnumerable<RefundLine> lines) => lines
        .Select(line => (Product: Product(line.Line), line.Quantity))
        .Where(line => line.Product is { Kind: ProductKind.Admission })
        .GroupBy(line => line.Product!.No, line => line.Quantity).ToDictionary(category => category.Key, category => category.Sum());

    /// <summary>Whether a line of the sale lets people in.</summary>
    public bool Admits(int line) => Product(line)?.Kind == ProductKind.Admission;

    public RefundableView View => Sale.State == SaleState.Completed
        ? new([.. Left.Lines], Left.Total, Ticket?.Inside ?? 0) { Tenders = [.. Left.Tenders.Select(part => part.View)] }
        : new([], Kernel.Yen.Zero, 0);

    private Product? Product(int line)
    {
        var code = Sale.Lines.Single(sold => sold.No == line).Product;
        return Site.Products.FirstOrDefault(product => product.Code == code);
    }
}
