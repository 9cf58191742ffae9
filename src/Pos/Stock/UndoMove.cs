using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Stock;

/// <summary>Takes a wrong entry back by another that names it; a move at both of its ends. Doing it again changes nothing.</summary>
internal sealed class UndoMove(Writer<PosDbContext> writer, TimeProvider clock)
{
    public Task<Result<StockMoveView>> HandleAsync(string site, Guid id, Actor by, CancellationToken ct) => writer.RunAsync<StockMoveView>(async db =>
    {
        if (await db.Set<StockMove>().SingleOrDefaultAsync(row => row.Id == id && row.Site == site, ct) is not { } move)
            return new UnknownMove(id);
        if (await db.UndoOfAsync(id, ct) is { } undone)
            return move.View(undone);
        if (move.Kind == StockKind.Undone)
            return new UndoneStays();
        if (move.Kind == StockKind.MovedIn)
            return new SenderUndoes(move.OtherSite!);
        if (!await db.KeepsStockAsync(site, ct))
            return new StockOff(site);
        var undo = db.Add(Undo(move, by.Person!)).Entity;
        if (await db.Set<StockMove>().SingleOrDefaultAsync(row => row.Id == move.Pair, ct) is { } arrival)
            db.Add(Undo(arrival, by.Person!));
        db.Audit(Deed.StockUndone, by, $"{site}/{move.Product}", undo.RecordedAt, before: move.View(undo: null));
        return move.View(undo);
    }, ct);

    private StockMove Undo(StockMove move, string by)
    {
        var now = clock.UtcMicros();
        return new StockMove
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), RequestHash = RequestHash.Of(move.Id), Site = move.Site, Product = move.Product, Kind = StockKind.Undone, Quantity = move.Quantity,
            OccurredAt = now, RecordedAt = now, By = by, OtherSite = move.OtherSite, Undoes = move.Id,
        };
    }
}

internal static class Undoing
{
    /// <summary>What took the entry back, if anything did.</summary>
    public static Task<StockMove?> UndoOfAsync(this PosDbContext db, Guid move, CancellationToken ct) => db.Set<StockMove>().SingleOrDefaultAsync(row => row.Undoes == move, ct);
}
