using Microsoft.EntityFrameworkCore;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Imports;

/// <summary>Works through the imports, one part at a time and one import after the other.</summary>
internal sealed partial class CarryOutImports(
    IDbContextFactory<PosDbContext> contexts, Writer<PosDbContext> writer, ReadImport read, ApplyImport apply, UndoImport undo, ILogger<CarryOutImports> log) : IRound
{
    private static readonly ImportState[] AtWork = [ImportState.Reading, ImportState.Applying, ImportState.Undoing];

    public async Task<int> RunAsync(CancellationToken ct)
    {
        if (await NextAsync(ct) is not { } import)
            return 0;
        try
        {
            await (import.State switch
            {
                ImportState.Reading => read.RunAsync(import, ct),
                ImportState.Applying => apply.RunAsync(import, ct),
                _ => undo.RunAsync(import, ct),
            });
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            Broke(log, import.Id, error);
            await SetAsideAsync(import, ct);
        }

        return 1;
    }

    private async Task<Import?> NextAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Import>().AsNoTracking().Where(row => AtWork.Contains(row.State)).OrderBy(row => row.At).FirstOrDefaultAsync(ct);
    }

    /// <summary>One import that cannot go on must not hold up the others.</summary>
    private Task SetAsideAsync(Import import, CancellationToken ct) => writer.RunAsync<bool>(async db =>
    {
        var row = await db.Locked<Import>([import.Id]).SingleAsync(ct);
        if (row.State == import.State)
            row.Break(row.State == ImportState.Reading ? ImportState.Failed : ImportState.Stopped, new ImportBroke());
        if (row.State == ImportState.Failed)
            await db.DropFileAsync(row.Id, ct);
        return true;
    }, ct);

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Import} broke off")]
    private static partial void Broke(ILogger log, Guid import, Exception error);
}
