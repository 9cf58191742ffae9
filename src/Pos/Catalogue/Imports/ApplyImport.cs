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
/// Carries the good rows out, a part at a time, so that tills go on selling in between. Each part is written with its rows marked done: a kill
/// anywhere loses nothing and doubles nothing.
/// </summary>
internal sealed class ApplyImport(Writer<PosDbContext> writer, CatalogueStore catalogue, TimeProvider clock)
{
    private const int Part = 200;

    public async Task RunAsync(Import import, CancellationToken ct)
    {
        var snapshot = await catalogue.GetAsync(ct);
        var site = snapshot.Site(import.Site)!;
        var planner = new RowPlanner(snapshot, site, BusinessDate.Of(clock.UtcMicros()));
        var ended = await writer.RunAsync<bool>(db => ApplyPartAsync(db, site, planner, import.Id, ct), ct);
        // Not after every part: reading thousands of products anew each time would cost more than writing them.
        if (ended.Value)
            catalogue.Forget();
    }

    private async Task<Result<bool>> ApplyPartAsync(PosDbContext db, Site site, RowPlanner planner, Guid id, CancellationToken ct)
    {
        var import = await db.Locked<Import>([id]).SingleAsync(ct);
        if (import.State != ImportState.Applying)
            return true;
        var rows = await db.Set<ImportRow>().Where(row => row.Import == id && row.State == RowState.Waiting && row.Work != RowWork.Wrong).OrderBy(row => row.No).Take(Part).ToListAsync(ct);
        var products = await db.ProductsAsync(import.Site, rows.Select(row => row.Code!), ct);
        var last = await db.LastProductNoAsync(site, ct);
        foreach (var row in rows)
            last += Apply(db, site, planner, row, products.GetValueOrDefault(row.Code!), last + 1);
        import.Done += rows.Count(row => row.State == RowState.Done);
        import.Kept += rows.Count(row => row.State == RowState.Kept);
        if (rows.Count < Part)
            End(db, import);
        return rows.Count < Part;
    }

    private void End(PosDbContext db, Import import)
    {
        import.State = ImportState.Applied;
        db.Audit(Deed.ProductsImported, Actor.Nobody, import.Subject, clock.UtcMicros(), before: null, import.View([], japanese: true));
    }

    /// <returns>1 when it gave a new number out.</returns>
    private static int Apply(PosDbContext db, Site site, RowPlanner planner, ImportRow row, Product? known, int no)
    {
        var wanted = JsonSerializer.Deserialize<SheetProduct>(row.Wanted!, Json.Options)!;
        var plan = planner.Plan(wanted, known);
        var seen = row.Before is null ? null : JsonSerializer.Deserialize<ProductRequest>(row.Before, Json.Options);
        // What somebody else has done meanwhile is theirs: undoing this import leaves it alone.
        if (plan.Ok && plan.Value.Work == RowWork.Nothing)
            row.State = RowState.Done;
        else if (!plan.Ok || seen?.Version != known?.Version)
            row.LeaveAlone(plan.Failure ?? new ChangedMeanwhile());
        else
            Take(known ?? db.AddTo(site, wanted.Says.ToProduct(wanted.Code, no)), wanted, plan.Value, row);
        return row.VersionAfter is not null && known is null ? 1 : 0;
    }

    private static void Take(Product product, SheetProduct wanted, RowPlan plan, ImportRow row)
    {
        var changes = plan.Work == RowWork.Change && !product.Says().IsSame(wanted.Says);
        product.Take(wanted.Says);
        if (plan.Price is { } from)
        {
            product.Prices.Add(new Price { From = from, Amount = wanted.Yen!.Value });
            // A row without a day means the day it is carried out, which taking it back must know.
            row.Wanted = JsonSerializer.Serialize(wanted with { From = from }, Json.Options);
        }

        (row.State, row.PriceAdded, row.VersionAfter) = (RowState.Done, plan.Price is not null, product.Version + (changes ? 1 : 0));
    }
}

internal static class ImportProducts
{
    /// <summary>Products of a site by code, with their prices.</summary>
    public static async Task<Dictionary<string, Product>> ProductsAsync(this PosDbContext db, string site, IEnumerable<string> codes, CancellationToken ct)
    {
        List<string> wanted = [.. codes];
        return await db.Set<Site>().Where(row => row.Code == site).SelectMany(row => row.Products).Include(product => product.Prices)
            .Where(product => wanted.Contains(product.Code)).AsSplitQuery().ToDictionaryAsync(product => product.Code, StringComparer.Ordinal, ct);
    }
}
