using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Persistence;
using Tourism.Points.Http;
using Tourism.Points.Persistence;

namespace Tourism.Points.Programmes;

internal sealed partial class SeedProgrammes(
    Writer<PointsDbContext> writer, IOptions<TourismOptions> options, TimeProvider clock, ILogger<SeedProgrammes> log) : ISeed
{
    public const string FileName = "programmes.json";

    public async Task SeedAsync(CancellationToken ct)
    {
        if (await CityFile.ReadAsync<ProgrammesFile>(options.Value, FileName, ct) is not { } file)
            return;
        foreach (var data in file.Programmes)
        {
            Check(data);
            var result = await writer.RunAsync<bool>(async db =>
            {
                await AddRulesAsync(db, data, ct);
                foreach (var budget in data.Budgets)
                    await AddBudgetAsync(db, data.Code, budget, ct);
                return true;
            }, ct);
            _ = result.Value;
        }
    }

    private static void Check(ProgrammeData data)
    {
        var wrong = Fields.Code(data.Code, "code") ?? Fields.Text(data.Name, "name") ?? Fields.Text(data.Issuer, "issuer", 100)
            ?? Fields.Text(data.Article, "article", 200);
        if (wrong is not null)
            throw new InvalidOperationException($"Programme '{data.Code}' in {FileName}: {wrong.En}");
        if (data.RuleVersion < 1 || data.Budgets.Any(budget => budget.Appropriation < PointAmount.Zero || budget.FiscalYear is < 2000 or > 2999))
            throw new InvalidOperationException($"Programme '{data.Code}' in {FileName}: versions start at 1, years have four digits, sums are not negative.");
    }

    private async Task AddRulesAsync(PointsDbContext db, ProgrammeData data, CancellationToken ct)
    {
        var recorded = await db.Programmes.AsNoTracking().SingleOrDefaultAsync(row => row.Code == data.Code && row.RuleVersion == data.RuleVersion, ct);
        if (recorded is null)
            db.Programmes.Add(Programme.Of(data, clock.UtcMicros()));
        else if (!recorded.Says(data))
            throw new InvalidOperationException(
                $"Programme '{data.Code}' in {FileName} differs from its recorded version {data.RuleVersion}. Give changed rules the next version.");
    }

    private async Task AddBudgetAsync(PointsDbContext db, string programme, BudgetData data, CancellationToken ct)
    {
        var recorded = await db.BudgetLines.AsNoTracking().SingleOrDefaultAsync(row => row.Programme == programme && row.FiscalYear == data.FiscalYear, ct);
        if (recorded is null)
            db.BudgetLines.Add(BudgetLine.Of(programme, data));
        else if (recorded.Appropriation != data.Appropriation)
            BudgetDiffers(log, programme, data.FiscalYear, recorded.Appropriation, data.Appropriation);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Budget of {Programme} {FiscalYear}: {Recorded} points are recorded and stand; the file says {File}")]
    private static partial void BudgetDiffers(ILogger log, string programme, int fiscalYear, PointAmount recorded, PointAmount file);
}
