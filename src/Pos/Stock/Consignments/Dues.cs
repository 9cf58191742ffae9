using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Persistence;
using Tourism.Pos.Refunds;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Stock.Consignments;

/// <summary>What is due to one supplier of a site.</summary>
/// <param name="Lines">Lines of the period, and earlier ones that no settlement covers.</param>
/// <param name="Settled">Which settlement covers which line.</param>
internal sealed record Dues(IReadOnlyList<DueLine> Lines, IReadOnlyDictionary<(Guid, int), Guid> Settled)
{
    public IReadOnlyList<DueLine> Open => [.. Lines.Where(line => !Settled.ContainsKey(line.Key))];

    public static async Task<Dues> OfAsync(PosDbContext db, string site, string supplier, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var terms = await db.Set<Consignment>().AsNoTracking().Where(row => row.Site == site && row.Supplier == supplier).ToListAsync(ct);
        if (terms.Count == 0)
            return new Dues([], new Dictionary<(Guid, int), Guid>());
        var ids = await SalesAsync(db, site, terms, from, to, ct);
        var sales = await db.Set<Sale>().AsNoTracking().Include(row => row.Lines).Include(row => row.Taxes).AsSplitQuery()
            .Where(row => ids.Contains(row.Id)).OrderBy(row => row.Seq).ToListAsync(ct);
        var refunds = (await db.Set<Refund>().AsNoTracking().Include(row => row.Lines).Where(row => ids.Contains(row.Sale)).ToListAsync(ct)).ToLookup(row => row.Sale);
        var lines = sales.SelectMany(sale => DueLine.Of(sale, [.. refunds[sale.Id]], terms)).Where(line => line.Date <= to).ToList();
        var settled = await SettledAsync(db, lines.ConvertAll(line => line.Source), ct);
        return new Dues([.. lines.Where(line => line.Date >= from || !settled.ContainsKey(line.Key)).OrderBy(line => line.Date)], settled);
    }

    /// <summary>Sales with a line of the supplier's that lies in the period or is still open, itself or a refund of it.</summary>
    private static async Task<List<Guid>> SalesAsync(PosDbContext db, string site, List<Consignment> terms, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var products = terms.Select(row => row.Product).Distinct().ToList();
        var (first, last) = (terms.Min(row => row.From), terms.Max(row => row.To ?? to));
        var theirs = db.Set<Sale>().Where(sale => sale.Site == site && sale.State == SaleState.Completed && sale.BusinessDate >= first && sale.BusinessDate <= last
            && sale.Lines.Any(line => products.Contains(line.Product)));
        var sold = theirs.Where(sale => sale.BusinessDate <= to && (sale.BusinessDate >= from
            || sale.Lines.Any(line => products.Contains(line.Product) && !db.Set<SettledLine>().Any(done => done.Source == sale.Id && done.Line == line.No))));
        var back = db.Set<Refund>().Where(refund => refund.BusinessDate <= to && (refund.BusinessDate >= from
            || refund.Lines.Any(part => !db.Set<SettledLine>().Any(done => done.Source == refund.Id && done.Line == part.Line))));
        var returned = theirs.Where(sale => back.Any(refund => refund.Sale == sale.Id));
        return await sold.Select(sale => sale.Id).Union(returned.Select(sale => sale.Id)).ToListAsync(ct);
    }

    private static async Task<Dictionary<(Guid, int), Guid>> SettledAsync(PosDbContext db, List<Guid> sources, CancellationToken ct)
    {
        var rows = await db.Set<Settlement>().AsNoTracking()
            .SelectMany(settlement => settlement.Lines, (settlement, line) => new { settlement.Id, line.Source, line.Line })
            .Where(row => sources.Contains(row.Source)).ToListAsync(ct);
        return rows.ToDictionary(row => (row.Source, row.Line), row => row.Id);
    }
}
