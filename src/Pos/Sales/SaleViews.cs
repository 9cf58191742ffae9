using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Admissions;
using Tourism.Pos.Http;
using Tourism.Pos.Persistence;
using Tourism.Pos.Refunds;
using Tourism.Pos.Reviews;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales;

/// <summary>Reads recorded sales.</summary>
internal sealed class SaleViews(IDbContextFactory<PosDbContext> contexts, PublicAddress address)
{
    public async Task<Result<SaleView>> FindAsync(Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sale = await Whole(db).SingleOrDefaultAsync(row => row.Id == id, ct);
        return sale is null ? new UnknownSale(id) : await ViewAsync(db, sale, ct);
    }

    /// <summary>What an earlier write under this id left: its view, or a conflict when that write was another one; <c>null</c> for none.</summary>
    public async Task<Result<SaleView>?> FindAsync(Guid id, string hash, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sale = await Whole(db).SingleOrDefaultAsync(row => row.Id == id, ct);
        if (sale is null)
            return null;
        return sale.RequestHash == hash ? await ViewAsync(db, sale, ct) : RequestHash.Reused(id);
    }

    /// <summary>The sale behind a receipt page; <c>null</c> for an unknown token.</summary>
    public async Task<SaleView?> FindByReceiptAsync(string token, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var wanted = token.ToUpperInvariant();
        var sale = await Whole(db).SingleOrDefaultAsync(row => row.ReceiptToken == wanted, ct);
        return sale is null ? null : await ViewAsync(db, sale, ct);
    }

    public static IQueryable<Sale> Whole(PosDbContext db) => db.Set<Sale>().AsNoTracking()
        .Include(sale => sale.Lines).Include(sale => sale.Taxes).Include(sale => sale.Tenders).Include(sale => sale.TaxChanges).AsSplitQuery();

    /// <summary>What the till is told of a sale.</summary>
    public SaleView Of(Sale sale, Ticket? ticket, IReadOnlyList<RefundView> refunds, IEnumerable<Review> reviews) => new(
        sale.Id, sale.State, sale.Site, sale.Till, sale.ReceiptNumber, sale.OccurredAt,
        [.. sale.Lines.OrderBy(line => line.No).Select(line => View(line, sale.CountedPercent(line)))],
        sale.Total,
        [.. sale.CountedTaxes().OrderByDescending(tax => tax.Percent).Select(tax => new TaxView(tax.Percent, tax.Total, tax.Tax) { Discount = tax.Discount })],
        [.. sale.Tenders.OrderBy(tender => tender.No).Select(View)],
        sale.Tenders.Select(tender => View(tender).GivenBack()).Sum(),
        sale.ServerTotal, address.Receipt(sale.ReceiptToken), ticket?.View(address),
        refunds, sale.Language, [.. reviews.Where(review => review.ResolvedAt is null).OrderBy(review => review.Kind).Select(review => review.View)])
    {
        Discount = sale.Discount,
        Person = sale.Person,
        Device = sale.Device,
    };

    private static TenderView View(Tender tender) => new(tender.Id, tender.Kind, tender.Amount, tender.Received) { External = tender.Terms(), Slip = tender.Slip };

    private static LineView View(SaleLine line, int percent) => new(
        line.Product, line.Name, line.Quantity, line.UnitPrice, line.Amount, percent, line.Reduction, line.Why, line.GrossGrams - line.TareGrams);

    private async Task<SaleView> ViewAsync(PosDbContext db, Sale sale, CancellationToken ct)
    {
        var tickets = await db.Set<Ticket>().AsNoTracking().Where(row => row.Sale == sale.Id).OrderBy(row => row.Seq).ToListAsync(ct);
        var reviews = await db.Set<Review>().AsNoTracking().Where(row => row.Sale == sale.Id && row.ResolvedAt == null).ToListAsync(ct);
        return Of(sale, tickets.LastOrDefault(ticket => ticket.IsOfParty()), await RefundsAsync(db, sale.Id, tickets, ct), reviews);
    }

    private async Task<List<RefundView>> RefundsAsync(PosDbContext db, Guid sale, List<Ticket> tickets, CancellationToken ct)
    {
        var refunds = await db.Set<Refund>().AsNoTracking().Include(row => row.Lines).Include(row => row.Taxes).Include(row => row.Tenders)
            .AsSplitQuery().Where(row => row.Sale == sale).OrderBy(row => row.Seq).ToListAsync(ct);
        return refunds.ConvertAll(refund => refund.View(tickets.Find(ticket => ticket.Id == refund.Ticket), address));
    }
}
