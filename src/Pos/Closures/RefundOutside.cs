using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Admissions;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Refunds;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;

namespace Tourism.Pos.Closures;

/// <summary>
/// Gives back what was paid for the people of a ticket who are still outside, if all of it can go back by itself. Cash and external tenders are left: the
/// ticket stays as it is and is refunded at a counter, by the till that hands the money over.
/// </summary>
internal sealed class RefundOutside(CatalogueStore catalogue, WriteRefund write, TimeProvider clock)
{
    public async Task<RemedyState> RunAsync(PosDbContext db, Closure closure, Ticket ticket, Guid id, CancellationToken ct)
    {
        if (ticket.Sale is not { } sale)
            return RemedyState.AtCounter;
        if (await RefundBooks.HoldAsync(db, await catalogue.GetAsync(ct), sale, ct) is not { } books)
            return RemedyState.AtCounter;
        // A refund in between has given those who remain another ticket.
        if (books.Ticket is not { Outside: > 0 } current)
            return RemedyState.Done;
        var wanted = OutsidePlan.Wanted(books, current);
        var total = books.Left.Take(wanted).Select(line => line.Amount).Sum();
        if (books.Left.Allocate(total).Exists(part => part.Kind.AtCounter()))
            return RemedyState.AtCounter;
        var series = await SeriesAsync(db, closure, ct);
        var request = new RefundRequest(series.Till, series.Epoch, await NextAsync(db, series, ct), clock.UtcMicros(), $"closure {closure.Reason}", wanted, total);
        var plan = RefundPlan.Of(books, request);
        var written = plan.Ok
            ? await write.RunAsync(db, books, new RefundWish(id, sale, RequestHash.Of(new { sale, request }), request, new Actor(closure.ConfirmedBy, closure.Site), series), plan.Value, ct)
            : plan.Failure;
        return written.Ok ? RemedyState.Done : throw new InvalidOperationException($"The refund of sale {sale} was refused: {written.Failure.En}");
    }

    /// <summary>The slips of a closure are a series of their own, kept by the server: the epoch carries the closure's name.</summary>
    private async Task<Series> SeriesAsync(PosDbContext db, Closure closure, CancellationToken ct)
    {
        var till = closure.Site + "-closures";
        var epoch = await db.Set<TillEpoch>().SingleOrDefaultAsync(row => row.Id == closure.Id, ct);
        if (epoch is null)
        {
            var last = await db.Set<TillEpoch>().Where(row => row.Till == till).MaxAsync(row => (int?)row.Epoch, ct) ?? 0;
            db.Add(epoch = new TillEpoch { Id = closure.Id, Till = till, Epoch = last + 1, OpenedAt = clock.UtcMicros() });
        }

        return new Series(epoch.Id, till, epoch.Epoch, Key: null);
    }

    private static async Task<int> NextAsync(PosDbContext db, Series series, CancellationToken ct) =>
        1 + (await db.Set<JournalEntry>().Where(row => row.Till == series.Till && row.Epoch == series.Epoch).MaxAsync(row => (int?)row.Number, ct) ?? 0);
}
