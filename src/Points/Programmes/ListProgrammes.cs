using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Points.Persistence;

namespace Tourism.Points.Programmes;

internal sealed class ListProgrammes(IDbContextFactory<PointsDbContext> contexts, TimeProvider clock)
{
    /// <summary>Every programme with its budget of this fiscal year; zero where no budget is recorded.</summary>
    public async Task<IReadOnlyList<ProgrammeView>> HandleAsync(CancellationToken ct)
    {
        var year = BusinessDate.FiscalYear(BusinessDate.Of(clock.UtcMicros()));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var lines = await db.BudgetLines.AsNoTracking().Where(line => line.FiscalYear == year).ToDictionaryAsync(line => line.Programme, ct);
        var versions = await db.Programmes.AsNoTracking().OrderBy(row => row.RuleVersion).ToListAsync(ct);
        return [.. versions.GroupBy(row => row.Code).Select(code => code.Last()).OrderBy(row => row.Code, StringComparer.Ordinal)
            .Select(row => View(row, year, lines.GetValueOrDefault(row.Code)))];
    }

    private static ProgrammeView View(Programme row, int year, BudgetLine? line) =>
        new(row.Code, row.Name, year, line?.Appropriation ?? PointAmount.Zero, line?.Issued ?? PointAmount.Zero);
}
