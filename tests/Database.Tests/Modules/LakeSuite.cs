using System.Text.Json;
using DuckDB.NET.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tourism.Analytics.Contracts;
using Tourism.Analytics.Intake;
using Tourism.Analytics.Lake;
using Tourism.Analytics.Persistence;
using Tourism.Analytics.Sales;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>Facts, loads and two independent ways to read the lake: its published files one by one, and the report.</summary>
public abstract class LakeSuite(DatabaseFixture database) : ModuleSuite(database)
{
    private const int Days = 3;
    private static readonly LocalText Name = new("秋芳洞", "Akiyoshido Cave");

    private protected static List<SaleFact> Facts(int count, DateOnly firstDay) =>
        [.. Enumerable.Range(0, count).Select(number => Fact(number, firstDay))];

    private protected static string Body(SaleFact fact) => JsonSerializer.Serialize(fact, Json.Options);

    private protected Task<Delivery> TakeInAsync(SaleFact fact) => Get<TakeInSale>().HandleAsync(Guid.CreateVersion7(), fact, Token);

    private protected static async Task<bool> LoadAsync(IServiceProvider host)
    {
        await host.GetRequiredService<LoadFacts>().RunAsync(Token);
        return true;
    }

    /// <summary>Small loads, so that two hosts meet at many of them.</summary>
    private protected ServiceProvider NewLoader(int factsPerLoad) =>
        NewHost(services => services.AddSingleton(Get<LakeSettings>() with { FactsPerLoad = factsPerLoad }));

    private protected Task<Result<bool>> WriteAsync(Action<AnalyticsDbContext> write) => Get<Writer<AnalyticsDbContext>>().RunAsync<bool>(db =>
    {
        write(db);
        return Task.FromResult<Result<bool>>(true);
    }, Token);

    /// <summary>Of the days that <paramref name="facts"/> are of, the lake holds them and nothing else.</summary>
    private protected async Task AssertLakeHoldsAsync(IReadOnlyList<SaleFact> facts)
    {
        var dates = facts.Select(fact => BusinessDate.Of(fact.OccurredAt)).ToHashSet();
        var parts = (await ReadAsync<AnalyticsDbContext, List<LakePart>>(async db =>
            await db.PartsAsOf((await db.LastPublishedAsync(Token))!.Number, Dataset.PerSale).ToListAsync(Token)))
            .Where(part => dates.Contains(part.BusinessDate)).ToList();
        Assert.Equal(dates.Order(), parts.Select(part => part.BusinessDate).Order());
        Assert.Equal(facts.Count, parts.Sum(part => part.Rows));
        Assert.Equal(facts.Select(fact => fact.Sale).Order(), parts.SelectMany(SalesIn).Order());
        var report = (await Get<ReadSales>().HandleAsync(new SalesQuestion(dates.Min(), dates.Max()), Token)).Value;
        Assert.Equal((facts.Select(fact => fact.Total).Sum(), 0), (report.Total, report.Waiting));
        Assert.Equal(facts.Sum(Points), report.PointsUsed.Amount);
        Assert.Equal(Cells(facts), report.Cells);
    }

    private static IEnumerable<SalesCell> Cells(IEnumerable<SaleFact> facts) => facts
        .GroupBy(fact => (Date: BusinessDate.Of(fact.OccurredAt), BusinessDate.Local(fact.OccurredAt).Hour, fact.Site))
        .OrderBy(cell => cell.Key.Date).ThenBy(cell => cell.Key.Hour).ThenBy(cell => cell.Key.Site, StringComparer.Ordinal)
        .Select(cell => new SalesCell(
            cell.Key.Site, Name, cell.Key.Date, cell.Key.Hour, cell.Count(), cell.Select(fact => fact.Total).Sum(),
            cell.Sum(fact => fact.People), new PointAmount(cell.Sum(Points)))
        {
            Net = cell.Select(fact => fact.Total).Sum(),
        });

    private static long Points(SaleFact fact) => fact.Tenders.Where(tender => tender.Kind == "points").Sum(tender => tender.Amount.Amount);

    private List<Guid> SalesIn(LakePart part)
    {
        using var duck = LakeEngine.Open(Get<LakeSettings>(), threads: 1);
        using var command = duck.CreateCommand();
        command.CommandText = "SELECT sale FROM read_parquet($file, hive_partitioning = false)";
        command.Parameters.Add(new DuckDBParameter("file", LakeEngine.Literal(Get<LakeFiles>().PathOf(part))));
        using var reader = command.ExecuteReader();
        var sales = new List<Guid>();
        while (reader.Read())
            sales.Add(reader.GetGuid(0));
        return sales;
    }

    /// <summary>Amounts that differ from sale to sale, so that one lost and another counted twice cannot cancel out.</summary>
    private static SaleFact Fact(int number, DateOnly firstDay)
    {
        var at = BusinessDate.StartUtc(firstDay.AddDays(number % Days)).AddHours(9 + number % 8).AddMicroseconds(number);
        var (cash, points) = (new Yen(1_000 + number * number), new Yen(number % 4 == 0 ? 50 + number : 0));
        List<SaleFactTender> tenders = [new("cash", cash)];
        if (points > Yen.Zero)
            tenders.Add(new SaleFactTender("points", points));
        return new SaleFact(
            Guid.CreateVersion7(), number % 5 == 0 ? "momiji" : "akiyoshido", Name, at, cash + points,
            [new SaleFactLine("adult", 1, cash + points, 10)], tenders, People: number % 7, Language.ZhHant);
    }
}
