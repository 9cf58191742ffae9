using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Admissions;
using Tourism.Pos.Persistence;
using Tourism.Pos.Refunds;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Tills;

/// <summary>A till's last sales, newest first: what staff look for when somebody comes back to the counter.</summary>
internal sealed class LastSales(IDbContextFactory<PosDbContext> contexts)
{
    private const int Most = 100;

    public async Task<IReadOnlyList<LastSaleView>> HandleAsync(string till, int take, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sales = await db.Set<Sale>().AsNoTracking().Where(row => row.Till == till).OrderByDescending(row => row.Epoch).ThenByDescending(row => row.Number)
            .Take(Math.Clamp(take, 1, Most)).ToListAsync(ct);
        var ids = sales.ConvertAll(sale => sale.Id);
        var tickets = await db.Set<Ticket>().AsNoTracking().Where(row => row.Sale != null && ids.Contains(row.Sale.Value)).ToListAsync(ct);
        var refunds = await db.Set<Refund>().AsNoTracking().Where(row => ids.Contains(row.Sale)).Select(row => new { row.Sale, row.Total }).ToListAsync(ct);
        return sales.ConvertAll(sale => new LastSaleView(
            sale.Id, sale.ReceiptNumber, sale.OccurredAt, sale.Total, sale.State,
            tickets.Where(ticket => ticket.Sale == sale.Id && ticket.IsOfParty()).Sum(ticket => ticket.People),
            refunds.Where(refund => refund.Sale == sale.Id).Select(refund => refund.Total).Sum()));
    }
}
