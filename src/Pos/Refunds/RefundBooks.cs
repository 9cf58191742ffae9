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
    public static async Task<RefundBooks?> LoadAsync(PosDbContext db, Snapshot catalogue, Guid sale, CancellationToken ct)
    {
        var found = await db.Set<Sale>().Include(row => row.Lines).Include(row => row.Taxes).Include(row => row.Tenders)
            .AsSplitQuery().SingleOrDefaultAsync(row => row.Id == sale, ct);
        if (found is null)
            return null;
        var refunds = await db.Set<Refund>().Include(row => row.Lines).Include(row => row.Taxes).Include(row => row.Tenders)
            .AsSplitQuery().Where(row => row.Sale == sale).OrderBy(row => row.Seq).ToListAsync(ct);
        var tickets = await db.Set<Ticket>().Where(row => row.Sale == sale).OrderBy(row => row.Seq).ToListAsync(ct);
        var site = catalogue.Site(found.Site)!;
        return new RefundBooks(found, refunds, tickets.FindLast(ticket => ticket.IsOfParty()), site, new SaleLeft(found, refunds, catalogue.IssuerOf(site).Rounding));
    }

    /// <summary>People among <paramref name="lines"/>, by the number their category has in tickets.</summary>
    public Dictionary<int, int> People(IEnumerable<RefundLine> lines) => lines
        .Select(line => (Product: Product(line.Line), line.Quantity))
        .Where(line => line.Product is { Kind: ProductKind.Admission })
        .GroupBy(line => line.Product!.No, line => line.Quantity).ToDictionary(category => category.Key, category => category.Sum());

    public RefundableView View => Sale.State == SaleState.Completed
        ? new([.. Left.Lines], Left.Total, Ticket?.Admitted ?? 0)
        : new([], Kernel.Yen.Zero, 0);

    private Product? Product(int line)
    {
        var code = Sale.Lines.Single(sold => sold.No == line).Product;
        return Site.Products.FirstOrDefault(product => product.Code == code);
    }
}
