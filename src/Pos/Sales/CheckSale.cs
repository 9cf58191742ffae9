using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Closures;
using Tourism.Pos.Reviews;
using Tourism.Pos.Shared.Journals;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;

namespace Tourism.Pos.Sales;

/// <summary>Prices and checks a sale before anything is written. What already happened is never refused here, only doubted.</summary>
internal sealed class CheckSale(CatalogueStore catalogue, SeriesStore series, ClosureBoard closures, IPointsWallet wallet)
{
    public async Task<Result<ReadySale>> RunAsync(Guid id, string hash, SaleRequest request, Actor by, CancellationToken ct)
    {
        if (SaleChecks.Shape(request) is { } wrong)
            return wrong;
        var snapshot = await catalogue.GetAsync(ct);
        if (snapshot.SellerOf(request.Till) is not { } site)
            return new UnknownTill(request.Till);
        if (await series.FindAsync(request.Till, request.Epoch, ct) is not { } found)
            return new UnknownEpoch(request.Till, request.Epoch);
        var priced = PricedSale.Of(snapshot, site, request);
        if (!priced.Ok)
            return priced.Failure;
        var external = ExternalCheck.Of(snapshot.Tenders, site.Code, request);
        if (external is not null && !SaleChecks.HasHappened(request))
            return external;
        var closed = await ClosedAsync(site, request, ct);
        if (closed is not null && !SaleChecks.HasHappened(request))
            return closed;
        var uncovered = await UncoveredAsync(id, site, request, ct);
        if (uncovered.Count > 0 && !SaleChecks.HasHappened(request))
            return new HoldNotGood(uncovered[0]);
        var ticket = HandedTicket.Read(request, snapshot, site, found);
        var doubts = priced.Value.Doubts.Concat(uncovered.Select(UncoveredTender)).Concat(ticket.Doubts).Concat(Device(id, request, found)).Concat(WhileClosed(closed)).Concat(ExternalCheck.Doubts(external));
        return new ReadySale(
            id, hash, request, by, snapshot, site, priced.Value.Charged, priced.Value.ServerTotal, ticket.Good, ticket.Unfit, uncovered, [.. doubts.DistinctBy(doubt => doubt.Kind)]);
    }

    public static Doubt UncoveredTender(Guid hold) => new(
        ReviewKind.UncoveredTender,
        $"ポイントの仮押さえ {hold} は使えません。ポイント分の支払いがありません。",
        $"The points hold {hold} is not good: nothing stands behind the points of this sale.");

    /// <summary>A closed site sells nothing that admits; its shop goes on.</summary>
    private async Task<SiteClosed?> ClosedAsync(Site site, SaleRequest request, CancellationToken ct) =>
        request.Lines.Any(line => site.Products.Exists(product => product.Code == line.Product && product.Kind == ProductKind.Admission))
        && await closures.FindAsync(site.Code, BusinessDate.Of(request.OccurredAt), ct) is { } notice
            ? new SiteClosed(site.Code, notice)
            : null;

    private static IEnumerable<Doubt> WhileClosed(SiteClosed? closed) =>
        closed is null ? [] : [new Doubt(ReviewKind.SoldWhileClosed, "休止中に販売されました。", "This was sold while the site was closed.")];

    private async Task<List<Guid>> UncoveredAsync(Guid sale, Site site, SaleRequest request, CancellationToken ct)
    {
        var bad = new List<Guid>();
        foreach (var tender in request.Tenders.Where(tender => tender.Kind == TenderKind.Points))
        {
            var hold = await wallet.FindHoldAsync(tender.Hold!.Value, ct);
            if (hold is null || hold.Owner != sale || hold.Shop != site.Code || hold.Points.ToYen() != tender.Amount || hold.State != HoldState.Held)
                bad.Add(tender.Hold.Value);
        }

        return bad;
    }

    private static IEnumerable<Doubt> Device(Guid id, SaleRequest request, Series series)
    {
        if (series.Key is { View.Revoked: true })
            yield return LinkCheck.RevokedDevice;
        if (LinkCheck.Itself(series, request.Journal, request.Number, previous => Journal.Next(previous, id, request)) is { } fault)
            yield return LinkCheck.Doubt(fault);
    }
}
