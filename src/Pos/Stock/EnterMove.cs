using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Closures;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Stock;

/// <summary>Enters what happened to goods. A move between sites is written at both of them or at neither.</summary>
internal sealed class EnterMove(Writer<PosDbContext> writer, CatalogueStore catalogue, TimeProvider clock)
{
    public async Task<Result<Written<StockMoveView>>> HandleAsync(string site, Guid id, StockMoveRequest request, Actor by, CancellationToken ct)
    {
        var snapshot = await catalogue.GetAsync(ct);
        if (snapshot.Site(site) is not { } place)
            return new UnknownSite(site);
        if (StockChecks.Check(place, request, snapshot, clock.UtcMicros()) is { } wrong)
            return wrong;
        var hash = RequestHash.Of(request);
        return await writer.RunAsync<Written<StockMoveView>>(async db =>
        {
            if (await db.Set<StockMove>().SingleOrDefaultAsync(row => row.Id == id, ct) is { } known)
                return known.Site == site && known.RequestHash == hash ? new Written<StockMoveView>(known.View(await db.UndoOfAsync(id, ct)), First: false) : RequestHash.Reused(id);
            if (!await db.KeepsStockAsync(site, ct))
                return new StockOff(site);
            if (request.To is { } to && !await db.KeepsStockAsync(to, ct))
                return new WrongStock("to", $"「{to}」では在庫管理を使っていません", $"'{to}' keeps no stock");
            return new Written<StockMoveView>(Add(db, site, id, hash, request, by.Person!).View(undo: null), First: true);
        }, ct);
    }

    private StockMove Add(PosDbContext db, string site, Guid id, string hash, StockMoveRequest request, string by)
    {
        var now = clock.UtcMicros();
        Guid? pair = request.To is null ? null : Guid.CreateVersion7(clock.GetUtcNow());
        var move = new StockMove
        {
            Id = id, RequestHash = hash, Site = site, Product = request.Product, Kind = request.Kind, Quantity = request.Quantity,
            OccurredAt = request.OccurredAt < now ? request.OccurredAt : now, RecordedAt = now, By = by, Note = request.Note, Pair = pair, OtherSite = request.To,
        };
        db.Add(move);
        if (pair is { } arrival)
            db.Add(Arrival(move, arrival, request.To!, request.ToProduct ?? request.Product));
        return move;
    }

    private static StockMove Arrival(StockMove sent, Guid id, string to, string product) => new()
    {
        Id = id, RequestHash = sent.RequestHash, Site = to, Product = product, Kind = StockKind.MovedIn, Quantity = sent.Quantity,
        OccurredAt = sent.OccurredAt, RecordedAt = sent.RecordedAt, By = sent.By, Note = sent.Note, Pair = sent.Id, OtherSite = sent.Site,
    };
}
