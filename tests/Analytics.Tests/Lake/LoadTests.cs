using CsCheck;
using DuckDB.NET.Data;
using Microsoft.EntityFrameworkCore;
using Tourism.Analytics.Lake;
using Tourism.Analytics.Tests.Support;
using Tourism.Kernel;

namespace Tourism.Analytics.Tests.Lake;

public sealed class LoadTests
{
    [Fact]
    public Task Load_RandomFactsInRandomBatches_ReportsWhatPlainCodeAddsUp() =>
        Gen.Select(Facts.Random.List[1, 12].List[1, 3], Gen.Int[4, 12]).SampleAsync(async (batches, factsPerLoad) =>
        {
            await using var world = await World.StartAsync(factsPerLoad: factsPerLoad);
            foreach (var batch in batches)
            {
                await world.ReceiveAsync(batch);
                await world.LoadAsync();
            }

            var all = batches.SelectMany(batch => batch).ToList();
            var report = await world.ReportAsync();
            Assert.Equal(Facts.Reference(all), report.Cells);
            Assert.Equal(all.Select(fact => fact.Total).Sum(), report.Total);
            Assert.Equal(0, report.Waiting);
        }, iter: 10, threads: 2);

    [Fact]
    public async Task Load_MoreFactsThanOneLoadTakes_RunsUntilNoneWaits()
    {
        await using var world = await World.StartAsync(factsPerLoad: 2);
        var facts = Facts.Some(5);
        await world.ReceiveAsync(facts);
        await world.LoadAsync();

        var sizes = await world.InDatabaseAsync(db => db.Facts
            .GroupBy(fact => fact.Load).OrderBy(load => load.Key).Select(load => load.Count()).ToListAsync(World.Ct));
        Assert.Equal([2, 2, 1], sizes);
        Assert.Equal(Facts.Reference(facts), (await world.ReportAsync()).Cells);
    }

    [Fact]
    public async Task Load_CommitThatArrivesBehindLaterOnes_IsNotPassedOver()
    {
        await using var world = await World.StartAsync();
        var facts = Facts.Some(3);
        await world.ReceiveAsync(facts);
        var late = await world.InDatabaseAsync(db => db.Facts.AsNoTracking().SingleAsync(fact => fact.Id == facts[1].Sale, World.Ct));
        await world.InDatabaseAsync(db => db.Facts.Where(fact => fact.Seq == late.Seq).ExecuteDeleteAsync(World.Ct));
        await world.LoadAsync();

        await world.InDatabaseAsync(db => db.Database.ExecuteSqlAsync(
            $"""INSERT INTO analytics_sale_fact ("Seq", "Id", "ReceivedAt", "Body") VALUES ({late.Seq}, {late.Id}, {late.ReceivedAt}, {late.Body})""", World.Ct));
        Assert.Equal(1, (await world.ReportAsync()).Waiting);
        await world.LoadAsync();
        Assert.Equal(Facts.Reference(facts), (await world.ReportAsync()).Cells);
    }

    [Fact]
    public async Task Load_LastMicrosecondOfADay_BelongsToThatDayInJapan()
    {
        await using var world = await World.StartAsync();
        var midnight = new DateTime(2026, 11, 21, 15, 0, 0, DateTimeKind.Utc);
        await world.ReceiveAsync(Facts.At(midnight.AddMicroseconds(-1)), Facts.At(midnight));
        await world.LoadAsync();

        Assert.Equal(
            [(new DateOnly(2026, 11, 21), 23), (new DateOnly(2026, 11, 22), 0)],
            (await world.ReportAsync()).Cells.Select(cell => (cell.Date, cell.Hour)));
        var first = await world.TryReportAsync(new DateOnly(2026, 11, 21), new DateOnly(2026, 11, 21));
        Assert.Equal(23, Assert.Single(first.Value.Cells).Hour);
    }

    [Fact]
    public async Task Load_SaleLines_AreInTheLakeWithTheirTax()
    {
        await using var world = await World.StartAsync();
        await world.ReceiveAsync(Facts.Some(1));
        await world.LoadAsync();

        var part = (await world.PartsAsync()).Single(part => part.Dataset == Dataset.PerLine);
        using var duck = LakeEngine.Open(world.Get<LakeSettings>(), threads: 1);
        Assert.Equal(("adult,trout", 1_500, "10,8"), Sum(duck, world.PathOf(part)));
    }

    [Fact]
    public async Task Load_FolderWithQuotesAndPatternSigns_ReadsItselfAndNotItsNeighbours()
    {
        var root = Directory.CreateTempSubdirectory("analytics-").FullName;
        await using var world = await World.StartAsync(Directory.CreateDirectory(Path.Combine(root, "it's [x] a*")).FullName);
        await using var neighbour = await World.StartAsync(Directory.CreateDirectory(Path.Combine(root, "it's [x] ab")).FullName);
        var facts = Facts.Some(4);
        foreach (var host in new[] { world, neighbour })
        {
            await host.ReceiveAsync(facts);
            await host.LoadAsync();
        }

        await world.ReceiveAsync(Facts.Some(1));
        await world.LoadAsync();
        Assert.Equal(5, (await world.ReportAsync()).Cells.Sum(cell => cell.Sales));
    }

    private static (string Products, long Amount, string Taxes) Sum(DuckDBConnection duck, string path)
    {
        using var command = duck.CreateCommand();
        command.CommandText = """
            SELECT string_agg(product, ',' ORDER BY line), sum(amount_yen)::BIGINT, string_agg(tax_percent, ',' ORDER BY line)
            FROM read_parquet($path)
            """;
        command.Parameters.Add(new DuckDBParameter("path", path));
        using var reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetString(0), reader.GetInt64(1), reader.GetString(2));
    }
}
