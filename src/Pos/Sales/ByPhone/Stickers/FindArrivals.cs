using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Closures;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;
using Tourism.Pos.Receipts;
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

    private static readonly DateOnly FirstDay = DateOnly.FromDateTime(DateTime.UnixEpoch);

    /// <summary>A day as it stands, and what was paid after <paramref name="after"/>; some of it may have been told before.</summary>
    public async Task<Result<ArrivalsView>> HandleAsync(string site, DateOnly? day, long? after, CancellationToken ct)
    {
        var snapshot = await catalogue.GetAsync(ct);
        if (snapshot.Site(site) is null)
            return new UnknownSite(site);
        var now = clock.UtcMicros();
        var on = day ?? BusinessDate.Of(now);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sales = await ReadAsync(db, PaidOn(db, site, on).OrderByDescending(row => row.EndedAt).ThenByDescending(row => row.Seq), ct);
        var missed = after is null ? [] : await ReadAsync(db, After(db, site, after.Value).OrderBy(row => row.EndedAt).ThenBy(row => row.Seq).Take(MostMissed), ct);
        // Of a full list the rest is asked for from where it ends.
        var more = missed.Count == MostMissed;
        return new ArrivalsView(
            site, on, sales, sales.Select(sale => sale.Amount - sale.Refunded).Sum(), snapshot.TaxClasses(on), Cursor(more ? missed[^1].PaidAt : now), missed) { More = more };
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

    /// <summary>What shop and visitor both see of a sale that somebody pays by a sticker; <c>null</c> for any other.</summary>
    public static async Task<PaidBySticker?> ProofAsync(PosDbContext db, Sale sale, LocalText shop, CancellationToken ct)
    {
        if (sale.Till != PhoneTill.Of(sale.Site) || !await db.Set<Sale>().AnyAsync(row => row.Id == sale.Id && row.Lines.Any(line => line.Typed != null), ct))
            return null;
        var series = await db.Set<TillEpoch>().Where(row => row.Till == sale.Till && row.Epoch == sale.Epoch).Select(row => row.Id).SingleAsync(ct);
        return new PaidBySticker(shop, ArrivalNumber.Of(series, sale.Number), sale.State == SaleState.Completed ? sale.EndedAt : null, await db.Set<Refund>().AnyAsync(row => row.Sale == sale.Id, ct));
    }

    /// <summary>On visitors' own phones nothing else is sold for an amount that somebody types.</summary>
    public static bool IsBySticker(Sale sale) => sale.Till == PhoneTill.Of(sale.Site) && sale.Lines.Exists(line => line.Typed is not null);

    /// <summary>Microseconds since 1970.</summary>
    public static long Cursor(DateTime time) => (time - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private static IQueryable<Sale> Paid(PosDbContext db, string site)
    {
        var till = PhoneTill.Of(site);
        return db.Set<Sale>().Where(row => row.Site == site && row.Till == till && row.State == SaleState.Completed && row.Lines.Any(line => line.Typed != null));
    }

    /// <summary>By the day the money came: a sale of 23:58 may be paid at 0:06, or be finished days later by a person.</summary>
    private static IQueryable<Sale> PaidOn(PosDbContext db, string site, DateOnly day)
    {
        // Nothing is older than this calendar, and the first of all days has no beginning in UTC.
        var from = BusinessDate.StartUtc(day < FirstDay ? FirstDay : day);
        var to = from.AddDays(1);
        return Paid(db, site).Where(row => row.EndedAt >= from && row.EndedAt < to);
    }

    private IQueryable<Sale> After(PosDbContext db, string site, long after)
    {
        var now = clock.UtcMicros();
        var earliest = Cursor(now - Longest);
        var since = DateTime.UnixEpoch.AddMicroseconds(Math.Clamp(after, earliest, Cursor(now))) - Overlap;
        return Paid(db, site).Where(row => row.EndedAt > since);
    }

    private async Task<IReadOnlyList<ArrivalView>> ReadAsync(PosDbContext db, IQueryable<Sale> which, CancellationToken ct)
    {
        var rows = await which.AsNoTracking().Select(row => new Row(
            row.Id, row.Till, row.Epoch, row.Number, row.Total, row.EndedAt, row.Lines.Select(line => line.TaxPercent).FirstOrDefault(),
            row.TaxChanges.OrderByDescending(change => change.Seq).Select(change => (int?)change.Percent).FirstOrDefault())).ToListAsync(ct);
        if (rows.Count == 0)
            return [];
        var till = rows[0].Till;
        var series = await db.Set<TillEpoch>().Where(row => row.Till == till).ToDictionaryAsync(row => row.Epoch, row => row.Id, ct);
        var ids = rows.ConvertAll(row => row.Id);
        var back = (await db.Set<Refund>().Where(row => ids.Contains(row.Sale)).Select(row => new { row.Sale, row.Total }).ToListAsync(ct)).ToLookup(row => row.Sale, row => row.Total);
        var invoiced = await db.Set<InvoiceSet>().Where(set => ids.Contains(set.Sale)).Select(set => set.Sale).ToHashSetAsync(ct);
        var today = BusinessDate.Of(clock.UtcMicros());
        return [.. rows.Select(row => row.View(series[row.Epoch], back[row.Id], !invoiced.Contains(row.Id), today))];
    }

    private sealed record Row(Guid Id, string Till, int Epoch, int Number, Yen Total, DateTime? PaidAt, int Percent, int? Changed)
    {
        private DateOnly Day => BusinessDate.Of(PaidAt!.Value);

        public ArrivalView View(Guid series, IEnumerable<Yen> back, bool open, DateOnly today) => new(
            Id, ArrivalNumber.Of(series, Number), Total, PaidAt!.Value, Day, new ReceiptNumber(Till, Epoch, Number).ToString(), Changed ?? Percent,
            open && Day == today && !back.Any())
        {
            Refunded = back.Sum(),
        };
    }
}
