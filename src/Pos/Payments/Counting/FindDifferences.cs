using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments.Counting;

/// <summary>The compared days and what differed.</summary>
internal sealed class FindDifferences(IDbContextFactory<PosDbContext> contexts)
{
    private const int MostDays = 31;
    private const int Most = 200;

    /// <param name="open">Only what is neither gone nor closed.</param>
    /// <param name="ct">Ends with the request.</param>
    public async Task<MoneyCountView> HandleAsync(bool open, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var days = await db.Set<MoneyDay>().AsNoTracking().OrderByDescending(row => row.Day).Take(MostDays).ToListAsync(ct);
        var rows = from difference in db.Set<MoneyDifference>().AsNoTracking()
                   where !open || difference.ClosedAt == null && difference.MendedAt == null
                   join payment in db.Set<Payment>() on difference.Payment equals (Guid?)payment.Id into paid
                   from payment in paid.DefaultIfEmpty()
                   join sale in db.Set<Sale>().AsNoTracking() on payment.Sale equals sale.Id into sold
                   from sale in sold.DefaultIfEmpty()
                   orderby difference.Seq descending
                   select new { difference, sale };
        var found = await rows.Take(Most).ToListAsync(ct);
        return new MoneyCountView(days.ConvertAll(day => day.View), found.ConvertAll(row => View(row.difference, row.sale?.ReceiptNumber)));
    }

    public static MoneyDifferenceView View(MoneyDifference row, string? receipt) => new(row.Id, row.Kind, row.Subject, row.Day, row.Ours, row.Theirs)
    {
        Receipt = receipt, MendedAt = row.MendedAt, ClosedAt = row.ClosedAt, ClosedBy = row.ClosedBy, Note = row.Note,
    };
}
