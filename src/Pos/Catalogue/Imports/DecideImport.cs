using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Imports;

/// <summary>What becomes of an import: carried out, given up or stopped, taken back. Each may be said again.</summary>
internal sealed class DecideImport(Writer<PosDbContext> writer, CatalogueStore catalogue, Bell<CarryOutImports> bell, TimeProvider clock)
{
    public Task<Result<bool>> ApplyAsync(string site, Guid id, ImportDecision decision, Actor by, CancellationToken ct) => ChangeAsync(site, id, by, import => import.State switch
    {
        ImportState.Applying or ImportState.Applied => null,
        ImportState.Checked or ImportState.Stopped when import.Wrong > 0 && !decision.GoodRowsOnly => new HasMistakes(import.Wrong),
        ImportState.Checked or ImportState.Stopped => Go(import, ImportState.Applying),
        _ => new NotChecked(),
    }, ct);

    public Task<Result<bool>> CancelAsync(string site, Guid id, Actor by, CancellationToken ct) => ChangeAsync(site, id, by, import => import.State switch
    {
        ImportState.Reading or ImportState.Checked => Go(import, ImportState.Cancelled),
        ImportState.Applying => Go(import, ImportState.Stopped),
        ImportState.Applied or ImportState.Undoing or ImportState.Undone => new AlreadyApplied(),
        _ => null,
    }, ct);

    public Task<Result<bool>> UndoAsync(string site, Guid id, Actor by, CancellationToken ct) => ChangeAsync(site, id, by, import => import.State switch
    {
        ImportState.Undoing or ImportState.Undone => null,
        ImportState.Applied or ImportState.Stopped => Back(import),
        _ => new NothingToUndo(),
    }, ct);

    private static Failure? Go(Import import, ImportState state)
    {
        import.State = state;
        return null;
    }

    private static Failure? Back(Import import)
    {
        (import.Done, import.Kept) = (0, 0);
        return Go(import, ImportState.Undoing);
    }

    private async Task<Result<bool>> ChangeAsync(string site, Guid id, Actor by, Func<Import, Failure?> change, CancellationToken ct)
    {
        var changed = await writer.RunAsync<bool>(async db =>
        {
            if (await db.Locked<Import>([id]).Where(row => row.Site == site).SingleOrDefaultAsync(ct) is not { } import)
                return new UnknownImport(id);
            var before = import.State;
            if (change(import) is { } refused)
                return refused;
            if (import.State == ImportState.Cancelled)
                await db.DropFileAsync(id, ct);
            else if (import.State != before)
                db.Audit(import.State == ImportState.Undoing ? Deed.ImportUndone : Deed.ProductsImported, by, import.Subject, clock.UtcMicros(), before: null, import.View([], japanese: true));
            return true;
        }, ct);
        bell.Ring();
        catalogue.Forget();
        return changed;
    }
}
