using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Catalogue.Keeping;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Imports;

/// <summary>
/// The dry run: compares every row with what is there and writes down what it would do. A part of the rows is written with how far it has
/// come, so whoever takes over after a power cut goes on behind them.
/// </summary>
internal sealed class ReadImport(IDbContextFactory<PosDbContext> contexts, Writer<PosDbContext> writer, CatalogueStore catalogue, TimeProvider clock)
{
    private const int Part = 500;

    public async Task RunAsync(Import import, CancellationToken ct)
    {
        // Given up since it was found: nothing to read.
        if (await ContentAsync(import.Id, ct) is not { } content)
            return;
        var file = SheetFile.Open(content).Value;
        var snapshot = await catalogue.GetAsync(ct);
        var planner = new RowPlanner(snapshot, snapshot.Site(import.Site)!, BusinessDate.Of(clock.UtcMicros()));
        try
        {
            if (await ReadAsync(import, file, planner, ct) is { } end)
                await EndAsync(import.Id, end, ct);
        }
        catch (BrokenSheetException)
        {
            await EndAsync(import.Id, row => row.Break(ImportState.Failed, new UnreadableFile()), ct);
        }
    }

    /// <returns>How it ends; <c>null</c> when somebody else reads on, or gave it up.</returns>
    private async Task<Action<Import>?> ReadAsync(Import import, SheetFile file, RowPlanner planner, CancellationToken ct)
    {
        HashSet<string> codes = new(StringComparer.Ordinal);
        var read = 0;
        foreach (var part in file.Products().Chunk(Part))
        {
            List<ReadRow> rows = [.. part.Select(row => ReadRow.Of(row.No, row.Cells, codes))];
            if (read + rows.Count > ImportView.MostRows)
                return row => row.Break(ImportState.Failed, new TooManyRows());
            // What an earlier reader wrote down is read for its codes only.
            if (read >= import.Rows && !await WriteAsync(import.Id, read, rows, planner, ct))
                return null;
            read += rows.Count;
        }

        return row => row.State = ImportState.Checked;
    }

    private async Task<byte[]?> ContentAsync(Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<ImportFile>().Where(row => row.Id == id).Select(row => row.Content).SingleOrDefaultAsync(ct);
    }

    /// <returns>False when somebody else reads on, or gave the import up.</returns>
    private async Task<bool> WriteAsync(Guid id, int before, List<ReadRow> rows, RowPlanner planner, CancellationToken ct) => (await writer.RunAsync<bool>(async db =>
    {
        var import = await db.Locked<Import>([id]).SingleAsync(ct);
        if (import.State != ImportState.Reading || import.Rows != before)
            return false;
        var products = await db.ProductsAsync(import.Site, rows.Select(row => row.Code), ct);
        foreach (var row in rows)
        {
            var planned = row.Plan(import.Id, planner, products.GetValueOrDefault(row.Code));
            Count(import, planned.Work);
            if (planned.Work != RowWork.Nothing)
                db.Insert(planned);
        }

        import.Rows += rows.Count;
        return true;
    }, ct)).Value;

    private static void Count(Import import, RowWork work)
    {
        import.Added += work == RowWork.Add ? 1 : 0;
        import.Changed += work == RowWork.Change ? 1 : 0;
        import.Unchanged += work == RowWork.Nothing ? 1 : 0;
        import.Wrong += work == RowWork.Wrong ? 1 : 0;
    }

    /// <summary>The rows say it all now: the file goes.</summary>
    private Task<Result<bool>> EndAsync(Guid id, Action<Import> end, CancellationToken ct) => writer.RunAsync<bool>(async db =>
    {
        var import = await db.Locked<Import>([id]).SingleAsync(ct);
        if (import.State == ImportState.Reading)
            end(import);
        await db.DropFileAsync(id, ct);
        return true;
    }, ct);
}

/// <summary>A row as it was read: a product, or a mistake.</summary>
internal sealed record ReadRow(int No, string Code, SheetProduct? Product, Failure? Mistake)
{
    public static ReadRow Of(int no, string[] cells, HashSet<string> codes)
    {
        var code = cells[SheetColumns.Code];
        var read = SheetProduct.Read(cells);
        var twice = code.Length > 0 && !codes.Add(code);
        return twice ? new ReadRow(no, code, null, new CodeTwice(Short(code))) : new ReadRow(no, code, read.Ok ? read.Value : null, read.Failure);
    }

    public ImportRow Plan(Guid import, RowPlanner planner, Product? known)
    {
        var plan = Mistake is null ? planner.Plan(Product!, known) : Mistake;
        var row = new ImportRow
        {
            Import = import,
            No = No,
            Code = Code.Length == 0 ? null : Short(Code),
            Work = plan.Ok ? plan.Value.Work : RowWork.Wrong,
            Wanted = plan.Ok ? JsonSerializer.Serialize(Product, Json.Options) : null,
            Before = known is null ? null : JsonSerializer.Serialize(known.Says(), Json.Options),
        };
        if (!plan.Ok)
            row.Tell(plan.Failure);
        return row;
    }

    private static string Short(string code) => code.Length > CheckNames.MaxCode ? code[..CheckNames.MaxCode] : code;
}
