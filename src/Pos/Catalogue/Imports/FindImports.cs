using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Sheets;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Imports;

/// <summary>Imports of a site and how far they are, with what went wrong in the caller's language.</summary>
internal sealed class FindImports(IDbContextFactory<PosDbContext> contexts)
{
    private const int MostImports = 20;

    public async Task<IReadOnlyList<ImportView>> ListAsync(string site, string language, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var imports = await db.Set<Import>().AsNoTracking().Where(row => row.Site == site).OrderByDescending(row => row.At).Take(MostImports).ToListAsync(ct);
        return [.. imports.Select(import => import.View([], language == Language.Ja))];
    }

    public async Task<Result<ImportView>> FindAsync(string site, Guid id, string language, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Import>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Site == site, ct) is not { } import)
            return new UnknownImport(id);
        var problems = await Problems(db, id).Take(ImportView.MostProblems).ToListAsync(ct);
        return import.View([.. problems.Select(row => View(row, language))], language == Language.Ja);
    }

    /// <summary>Every row that was left out or left alone, as a CSV file.</summary>
    public async Task<Result<string>> ProblemsAsync(string site, Guid id, string language, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.Set<Import>().AnyAsync(row => row.Id == id && row.Site == site, ct))
            return new UnknownImport(id);
        List<string> lines = [language == Language.Ja ? "行,商品コード,項目,直すところ" : "Row,Code,Column,What to do"];
        await foreach (var row in Problems(db, id).AsAsyncEnumerable().WithCancellation(ct))
        {
            var problem = View(row, language);
            lines.Add(string.Join(',', problem.Row.ToString(CultureInfo.InvariantCulture), CsvText.Cell(problem.Code ?? ""), CsvText.Cell(problem.Column ?? ""), CsvText.Cell(problem.What)));
        }

        return string.Concat(lines.Select(line => line + "\r\n"));
    }

    private static IQueryable<ImportRow> Problems(PosDbContext db, Guid id) =>
        db.Set<ImportRow>().AsNoTracking().Where(row => row.Import == id && row.Ja != null).OrderBy(row => row.No);

    private static ImportProblemView View(ImportRow row, string language) =>
        new(row.No, row.Code, SheetColumns.Header(row.Field, language), language == Language.Ja ? row.Ja! : row.En!);
}
