using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue.Keeping;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Imports;

/// <summary>
/// Takes an import back, a part at a time: products say again what they said, added ones are no longer sold, prices that lie ahead are
/// withdrawn. What somebody changed since stays as it is, and a price that has begun holds until tomorrow; both are told.
/// </summary>
internal sealed class UndoImport(Writer<PosDbContext> writer, CatalogueStore catalogue, TimeProvider clock)
{
    private const int Part = 200;

    private DateOnly Today => BusinessDate.Of(clock.UtcMicros());

    public async Task RunAsync(Import import, CancellationToken ct)
    {
        var ended = await writer.RunAsync<bool>(async db =>
        {
            var now = await db.Locked<Import>([import.Id]).SingleAsync(ct);
            if (now.State != ImportState.Undoing)
                return true;
            var rows = await db.Set<ImportRow>().Where(row => row.Import == now.Id && row.State == RowState.Done).OrderBy(row => row.No).Take(Part).ToListAsync(ct);
            var products = await db.ProductsAsync(now.Site, rows.Select(row => row.Code!), ct);
            foreach (var row in rows)
                Undo(db, row, products[row.Code!]);
            now.Done += rows.Count(row => row.State == RowState.Undone);
            now.Kept += rows.Count(row => row.Ja is not null);
            if (rows.Count < Part)
                End(db, now);
            return rows.Count < Part;
        }, ct);
        if (ended.Value)
            catalogue.Forget();
    }

    private void End(PosDbContext db, Import import)
    {
        import.State = ImportState.Undone;
        db.Audit(Deed.ImportUndone, Actor.Nobody, import.Subject, clock.UtcMicros(), before: null, import.View([], japanese: true));
    }

    private void Undo(PosDbContext db, ImportRow row, Product product)
    {
        if (row.VersionAfter is not { } after)
        {
            row.State = RowState.Undone;
            return;
        }

        if (product.Version != after)
        {
            row.LeaveAlone(new ChangedLater());
            return;
        }

        row.State = RowState.Undone;
        if (row.PriceAdded && TakePriceBack(db, row, product) is { } charged)
            row.Tell(charged);
        product.Take(row.Work == RowWork.Change ? JsonSerializer.Deserialize<ProductRequest>(row.Before!, Json.Options)! : Stopped(product.Says()));
    }

    /// <summary>A number that was given out is never given out again, so an added product stays, unsold.</summary>
    private ProductRequest Stopped(ProductRequest says) => says with { StopsOn = says.StartsOn > Today ? says.StartsOn : Today };

    private Failure? TakePriceBack(PosDbContext db, ImportRow row, Product product)
    {
        if (Brought(row, product) is not { } price)
            return null;
        if (price.From > Today)
        {
            product.Prices.Remove(price);
            db.Remove(price);
            return null;
        }

        var tomorrow = Today.AddDays(1);
        // Somebody has set another one since, which stays; an added product is no longer sold.
        if (product.PriceHolding(tomorrow) != price || row.Work == RowWork.Add)
            return null;
        if (product.PriceHolding(tomorrow, besides: price) is not { } before)
        {
            price.To = Today;
            return new PriceEndsToday(price.From);
        }

        product.Prices.Add(new Price { From = tomorrow, To = before.To, Amount = before.Amount });
        return new PriceWasCharged(price.From);
    }

    /// <summary>The price that the row brought. Versions that did not note its day gave it the day they worked on, the latest with its amount.</summary>
    private static Price? Brought(ImportRow row, Product product)
    {
        var wanted = JsonSerializer.Deserialize<SheetProduct>(row.Wanted!, Json.Options)!;
        return product.Prices.Where(price => price.Amount == wanted.Yen && (wanted.From is null || price.From == wanted.From)).MaxBy(price => price.From);
    }
}
