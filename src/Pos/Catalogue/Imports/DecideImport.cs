using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Imports;

/// <summary>What becomes of an import: carried out, given up or stopped, taken back. Each may be said again.</summary>
internal sealed class DecideImport(Writer<PosDbContext> writer, Bell<CarryOutImports> bell)
{
    public Task<Result<bool>> ApplyAsync(string site, Guid id, ImportDecision decision, CancellationToken ct) => ChangeAsync(site, id, import => import.State switch
    {
        ImportState.Applying or ImportState.Applied => null,
        ImportState.Checked or ImportState.Stopped when import.Wrong > 0 && !decision.GoodRowsOnly => new HasMistakes(import.Wrong),
        ImportState.Checked or ImportState.Stopped => Go(import, ImportState.Applying),
        _ => new NotChecked(),
    }, ct);

    public Task<Result<bool>> CancelAsync(string site, Guid id, CancellationToken ct) => ChangeAsync(site, id, import => import.State switch
    {
        ImportState.Reading or ImportState.Checked => Go(import, ImportState.Cancelled),
        ImportState.Applying => Go(import, ImportState.Stopped),
        ImportState.Applied or ImportState.Undoing or ImportState.Undone => new AlreadyApplied(),
        _ => null,
    }, ct);

    public Task<Result<bool>> UndoAsync(string site, Guid id, CancellationToken ct) => ChangeAsync(site, id, import => import.State switch
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

    private async Task<Result<bool>> ChangeAsync(string site, Guid id, Func<Import, Failure?> change, CancellationToken ct)
    {
        var changed = await writer.RunAsync<bool>(async db =>
        {
            var import = await db.Locked<Import>([id]).Where(row => row.Site == site).SingleOrDefaultAsync(ct);
            return import is null ? new UnknownImport(id) : change(import) is { } refused ? refused : true;
        }, ct);
        bell.Ring();
        return changed;
    }
}
