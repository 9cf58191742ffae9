using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Points.Contracts;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;

namespace Tourism.Pos.Sales;

/// <summary>Records what a till rang up. With cash and held points it is completed at once; with a QR tender it waits for the visitor.</summary>
internal sealed class RecordSale(
    Writer<PosDbContext> writer, CatalogueStore catalogue, IPointsWallet wallet, SaleSettlement settlement, SaleViews views, TimeProvider clock)
{
    public async Task<Result<Written<SaleView>>> HandleAsync(Guid id, SaleRequest request, CancellationToken ct)
    {
        var hash = RequestHash.Of(request);
        if (await views.FindAsync(id, hash, ct) is { } earlier)
            return earlier.Map(view => new Written<SaleView>(view, First: false));
        var priced = await PriceAsync(request, ct);
        if (!priced.Ok)
            return priced.Failure;
        var badHold = await CheckHoldsAsync(id, priced.Value.Site, request, ct);
        var recorded = badHold ?? await writer.RunAsync(db => RecordAsync(db, id, hash, request, priced.Value, ct), ct);
        if (recorded is { Ok: true, Value: { } view })
            return new Written<SaleView>(view, First: true);
        // What stands in the way may be the same sale, sent twice at once: then the first one's answer is this one's too.
        return await views.FindAsync(id, hash, ct) is { } sale
            ? sale.Map(first => new Written<SaleView>(first, First: false))
            : recorded.Failure!;
    }

    private async Task<Result<Priced>> PriceAsync(SaleRequest request, CancellationToken ct)
    {
        if (SaleChecks.Shape(request) is { } wrong)
            return wrong;
        var snapshot = await catalogue.GetAsync(ct);
        if (snapshot.SiteOf(PlaceKind.Till, request.Till) is not { } site)
            return new UnknownTill(request.Till);
        var quote = Calculator.Price(snapshot.On(site, BusinessDate.Of(request.OccurredAt)), request.Lines, request.Terms);
        if (!quote.Ok)
            return quote.Failure;
        return quote.Value.Total == request.Total || SaleChecks.MoneyIsTaken(request)
            ? new Priced(site, quote.Value, snapshot.IssuerOf(site).Rounding)
            : new TotalDiffers(request.Total, quote.Value.Total);
    }

    private async Task<Failure?> CheckHoldsAsync(Guid sale, Site site, SaleRequest request, CancellationToken ct)
    {
        foreach (var tender in request.Tenders.Where(tender => tender.Kind == TenderKind.Points))
        {
            var hold = await wallet.FindHoldAsync(tender.Hold!.Value, ct);
            if (hold is null || hold.Owner != sale || hold.Shop != site.Code || hold.Points.ToYen() != tender.Amount || hold.State != HoldState.Held)
                return new HoldNotGood(tender.Hold.Value);
        }

        return null;
    }

    /// <summary>The recorded sale; <c>null</c> when another call recorded it first.</summary>
    private async Task<Result<SaleView?>> RecordAsync(PosDbContext db, Guid id, string hash, SaleRequest request, Priced priced, CancellationToken ct)
    {
        if (await db.Set<Sale>().AnyAsync(sale => sale.Id == id, ct))
            return (SaleView?)null;
        if (await TakenAsync(db, request, ct) is { } taken)
            return taken;
        var now = clock.UtcMicros();
        var sale = NewSale.From(id, hash, request, priced, now);
        db.Add(sale);
        db.AddRange(sale.Holds.Select(hold => new HoldUse { Hold = hold, Sale = id }));
        var ticket = sale.IsPaid ? await settlement.CompleteAsync(db, sale, now, ct) : null;
        return views.Of(sale, ticket);
    }

    private static async Task<Failure?> TakenAsync(PosDbContext db, SaleRequest request, CancellationToken ct)
    {
        if (!await db.Set<TillEpoch>().AnyAsync(epoch => epoch.Till == request.Till && epoch.Epoch == request.Epoch, ct))
            return new UnknownEpoch(request.Till, request.Epoch);
        if (await db.Set<Sale>().AnyAsync(sale => sale.Till == request.Till && sale.Epoch == request.Epoch && sale.Number == request.Number, ct))
            return new ReceiptNumberTaken(request.Till, request.Epoch, request.Number);
        var holds = request.Tenders.Select(tender => tender.Hold).OfType<Guid>().ToList();
        if (holds.Count > 0 && await db.Set<HoldUse>().FirstOrDefaultAsync(use => holds.Contains(use.Hold), ct) is { } used)
            return new HoldNotGood(used.Hold);
        var tenders = request.Tenders.Select(tender => tender.Id).ToList();
        return await db.Set<Tender>().AnyAsync(tender => tenders.Contains(tender.Id), ct) ? new TenderTaken() : null;
    }
}

/// <summary>A basket with the site it is sold at and the server's prices.</summary>
internal sealed record Priced(Site Site, QuoteView Quote, Rounding Rounding);
