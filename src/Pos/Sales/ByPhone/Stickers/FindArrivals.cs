using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Closures;
using Tourism.Pos.Persistence;
using Tourism.Pos.Refunds;
using Tourism.Pos.Shared.Receipts;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;

namespace Tourism.Pos.Sales.ByPhone.Stickers;

/// <summary>Reads what visitors paid by stickers. It looks into the books, so that it does not matter which host heard of the money.</summary>
internal sealed class FindArrivals(IDbContextFactory<PosDbContext> contexts, CatalogueStore catalogue, TimeProvider clock)
{
    private const int MostMissed = 100;

    /// <summary>A host's clock may be a little behind, and what it commits late comes with an earlier time.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>A day as it stands, and what was paid after <paramref name="after"/>; some of it may have been told before.</summary>
    public async Task<Result<ArrivalsView>> HandleAsync(string site, DateOnly? day, long? after, CancellationToken ct)
    {
        var snapshot = await catalogue.GetAsync(ct);
        if (snapshot.Site(site) is null)
            return new UnknownSite(site);
        var now = clock.UtcMicros();
        var on = day ?? BusinessDate.Of(now);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sales = await ReadAsync(db, Paid(db, site).Where(row => row.BusinessDate == on).OrderByDescending(row => row.EndedAt).ThenByDescending(row => row.Seq), ct);
        var missed = after is null ? [] : await ReadAsync(db, After(db, site, after.Value).OrderBy(row => row.EndedAt).ThenBy(row => row.Seq).Take(MostMissed), ct);
        return new ArrivalsView(site, on, sales, sales.Select(sale => sale.Amount - sale.Refunded).Sum(), snapshot.TaxClasses(on), Cursor(now), missed);
    }

    /// <summary>What was paid after a moment, oldest first; some of it may have been told before.</summary>
    public async Task<IReadOnlyList<ArrivalView>> AfterAsync(string site, long after, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await ReadAsync(db, After(db, site, after).OrderBy(row => row.EndedAt).ThenBy(row => row.Seq), ct);
    }

    /// <summary>A sticker sale that there is.</summary>
    public async Task<ArrivalView> OneAsync(Guid sale, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (await ReadAsync(db, db.Set<Sale>().Where(row => row.Id == sale), ct)).Single();
    }

    /// <summary>The digits of a sale that somebody pays by a sticker; <c>null</c> for any other.</summary>
    public static async Task<string?> NumberAsync(PosDbContext db, Sale sale, CancellationToken ct) =>
        sale.Till == PhoneTill.Of(sale.Site) && await db.Set<Sale>().AnyAsync(row => row.Id == sale.Id && row.Lines.Any(line => line.Typed != null), ct)
            ? ArrivalNumber.Of(await db.Set<TillEpoch>().Where(row => row.Till == sale.Till && row.Epoch == sale.Epoch).Select(row => row.Id).SingleAsync(ct), sale.Number)
            : null;

    /// <summary>On visitors' own phones nothing else is sold for an amount that somebody types.</summary>
    public static bool IsBySticker(Sale sale) => sale.Till == PhoneTill.Of(sale.Site) && sale.Lines.Exists(line => line.Typed is not null);

    /// <summary>Microseconds since 1970.</summary>
    public static long Cursor(DateTime time) => (time - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private static IQueryable<Sale> Paid(PosDbContext db, string site)
    {
        var till = PhoneTill.Of(site);
        return db.Set<Sale>().Where(row => row.Site == site && row.Till == till && row.State == SaleState.Completed && row.Lines.Any(line => line.Typed != null));
    }

    /// <summary>Bounded by the day too, which has an index. A payment ends within a day of its sale.</summary>
    private IQueryable<Sale> After(PosDbContext db, string site, long after)
    {
        var now = clock.UtcMicros();
        var earliest = Cursor(now - Longest);
        var since = DateTime.UnixEpoch.AddMicroseconds(Math.Clamp(after, earliest, Cursor(now))) - Overlap;
        var day = BusinessDate.Of(since).AddDays(-1);
        return Paid(db, site).Where(row => row.BusinessDate >= day && row.EndedAt > since);
    }

    private async Task<IReadOnlyList<ArrivalView>> ReadAsync(PosDbContext db, IQueryable<Sale> which, CancellationToken ct)
    {
        var rows = await which.AsNoTracking().Select(row => new Row(
            row.Id, row.Till, row.Epoch, row.Number, row.Total, row.EndedAt, row.BusinessDate, row.Lines.Select(line => line.TaxPercent).FirstOrDefault(),
            row.TaxChanges.OrderByDescending(change => change.Seq).Select(change => (int?)change.Percent).FirstOrDefault())).ToListAsync(ct);
        if (rows.Count == 0)
            return [];
        var till = rows[0].Till;
        var series = await db.Set<TillEpoch>().Where(row => row.Till == till).ToDictionaryAsync(row => row.Epoch, row => row.Id, ct);
        var ids = rows.ConvertAll(row => row.Id);
        var back = (await db.Set<Refund>().Where(row => ids.Contains(row.Sale)).Select(row => new { row.Sale, row.Total }).ToListAsync(ct)).ToLookup(row => row.Sale, row => row.Total);
        var today = BusinessDate.Of(clock.UtcMicros());
        return [.. rows.Select(row => row.View(series[row.Epoch], back[row.Id], today))];
    }

    private sealed record Row(Guid Id, string Till, int Epoch, int Number, Yen Total, DateTime? PaidAt, DateOnly Day, int Percent, int? Changed)
    {
        public ArrivalView View(Guid series, IEnumerable<Yen> back, DateOnly today) => new(
            Id, ArrivalNumber.Of(series, Number), Total, PaidAt!.Value, Day, new ReceiptNumber(Till, Epoch, Number).ToString(), Changed ?? Percent, Day == today && !back.Any())
        {
            Refunded = back.Sum(),
        };
    }
}
