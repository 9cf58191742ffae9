using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales;

/// <summary>Records what a till rang up. With cash and held points it is completed at once; with a QR tender it waits for the visitor.</summary>
internal sealed class RecordSale(GroupWriter<PosDbContext, ReadySale, Recorded?> sales, CheckSale check, SaleViews views)
{
    public async Task<Result<Written<SaleView>>> HandleAsync(Guid id, SaleRequest request, Actor by, CancellationToken ct)
    {
        if (PhoneTill.IsReserved(request.Till))
            return new UnknownTill(request.Till);
        var hash = RequestHash.Of(request);
        var ready = await check.RunAsync(id, hash, request, by, ct);
        var recorded = ready.Ok ? await sales.RunAsync(ready.Value, ct) : ready.Failure;
        if (recorded is { Ok: true, Value: { } first })
            return new Written<SaleView>(first.View, First: true);
        // What stands in the way may be the same sale, sent before or twice at once: then the first one's answer is this one's too.
        return await views.FindAsync(id, hash, ct) is { } earlier
            ? earlier.Map(view => new Written<SaleView>(view, First: false))
            : recorded.Failure ?? RequestHash.Reused(id);
    }
}
