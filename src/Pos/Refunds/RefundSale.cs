using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Http;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Receipts;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;

namespace Tourism.Pos.Refunds;

/// <summary>Gives back part of a sale or all of it, once. It is asked before the money leaves the drawer, so it may be refused.</summary>
internal sealed class RefundSale(
    Writer<PosDbContext> writer, CatalogueStore catalogue, SeriesStore series, WriteRefund write, Bell<SubmitRefunds> bell, PublicAddress address)
{
    public async Task<Result<Written<RefundView>>> HandleAsync(Guid sale, Guid id, RefundRequest request, Actor by, CancellationToken ct)
    {
        if (RefundChecks.Shape(request) is { } wrong)
            return wrong;
        var snapshot = await catalogue.GetAsync(ct);
        if (snapshot.SiteOf(PlaceKind.Till, request.Till) is not { } site)
            return new UnknownTill(request.Till);
        if (await series.FindAsync(request.Till, request.Epoch, ct) is not { } found)
            return new UnknownEpoch(request.Till, request.Epoch);
        var wish = new RefundWish(id, sale, RequestHash.Of(new { sale, request }), request, by, found);
        var refunded = await writer.RunAsync(db => RefundAsync(db, snapshot, site, wish, ct), ct);
        bell.Ring();
        return refunded;
    }

    private async Task<Result<Written<RefundView>>> RefundAsync(PosDbContext db, Snapshot snapshot, Site site, RefundWish wish, CancellationToken ct)
    {
        if (await RefundBooks.HoldAsync(db, snapshot, wish.Sale, ct) is not { } books)
            return new UnknownSale(wish.Sale);
        if (books.Refunds.FirstOrDefault(row => row.Id == wish.Id) is { } earlier)
            return earlier.RequestHash == wish.Hash ? await AgainAsync(db, earlier, ct) : RequestHash.Reused(wish.Id);
        if (await db.Set<JournalEntry>().AnyAsync(row => row.Fact == wish.Id, ct))
            return RequestHash.Reused(wish.Id);
        if (books.Site.Code != site.Code)
            return new OtherPlace(books.Site.Code);
        if (books.Sale.State != SaleState.Completed)
            return new SaleNotCompleted(books.Sale.State);
        var plan = RefundPlan.Of(books, wish.Request);
        return plan.Ok ? await write.RunAsync(db, books, wish, plan.Value, ct) : plan.Failure;
    }

    private async Task<Written<RefundView>> AgainAsync(PosDbContext db, Refund refund, CancellationToken ct) =>
        new(refund.View(await db.Set<Admissions.Ticket>().SingleOrDefaultAsync(row => row.Id == refund.Ticket, ct), address), First: false);
}

/// <summary>A refund as asked for.</summary>
internal sealed record RefundWish(Guid Id, Guid Sale, string Hash, RefundRequest Request, Actor By, Series Series)
{
    public ReceiptNumber Receipt => new(Request.Till, Request.Epoch, Request.Number);
}
