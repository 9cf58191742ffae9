using DuckDB.NET.Data;
using Microsoft.EntityFrameworkCore;
using Tourism.Analytics.Contracts;
using Tourism.Analytics.Intake;
using Tourism.Analytics.Lake;
using Tourism.Analytics.Tests.Support;
using Tourism.Kernel;

namespace Tourism.Analytics.Tests.Intake;

public sealed class TakeInRefundTests
{
    [Fact]
    public async Task HandleAsync_OnAnotherDayThanItsSale_CountsOnItsOwnDayBesideTheGross()
    {
        await using var world = await World.StartAsync();
        var sale = Facts.At(BusinessDate.StartUtc(Facts.FirstDay).AddHours(10));
        await world.ReceiveAsync(sale);
        await world.GiveBackAsync(Facts.Back(sale), Facts.Back(sale, hours: 26));
        await world.LoadAsync();
        var report = await world.ReportAsync();

        Assert.Equal((new Yen(1_500), new Yen(1_400), new Yen(100), 400), (report.Total, report.Refunded, report.Net, report.PointsReturned.Amount));
        var (first, second) = (report.Cells[0], report.Cells[1]);
        Assert.Equal((1, new Yen(1_500), 1, new Yen(700), new Yen(800), 1), (first.Sales, first.Amount, first.Refunds, first.Refunded, first.Net, first.PeopleRefunded));
        Assert.Equal((Facts.FirstDay.AddDays(1), 12), (second.Date, second.Hour));
        Assert.Equal((0, Yen.Zero, 1, new Yen(-700), 200), (second.Sales, second.Amount, second.Refunds, second.Net, second.PointsReturned.Amount));
        Assert.Equal(sale.SiteName, second.SiteName);
    }

    [Fact]
    public async Task HandleAsync_BeforeItsSaleAndManyTimes_CountsOnce()
    {
        await using var world = await World.StartAsync();
        var sale = Facts.Some(1)[0];
        var refund = Facts.Back(sale);
        await world.GiveBackAsync(refund);
        Assert.Equal((0, 1), await world.ReportAsync() is var waiting ? (waiting.Waiting, waiting.WaitingRefunds) : default);
        await world.LoadAsync();
        Assert.Equal((Yen.Zero, new Yen(-700)), await world.ReportAsync() is var early ? (early.Total, early.Net) : default);
        await world.GiveBackAsync(refund, refund);
        await world.ReceiveAsync(sale);
        await world.GiveBackAsync(refund);
        await world.LoadAsync();

        var cell = Assert.Single((await world.ReportAsync()).Cells);
        Assert.Equal((1, 1, new Yen(800)), (cell.Sales, cell.Refunds, cell.Net));
        Assert.Equal(2, await world.InDatabaseAsync(db => db.Facts.CountAsync(World.Ct)));
    }

    [Fact]
    public async Task HandleAsync_UnsoundOrOtherContent_ThrowsAndKeepsTheFirst()
    {
        await using var world = await World.StartAsync();
        var refund = Facts.Back(Facts.Some(1)[0]);
        RefundFact[] unsound =
        [
            refund with { Sale = Guid.Empty }, refund with { Site = "" }, refund with { SiteName = null! }, refund with { Lines = null! }, refund with { Tenders = null! },
            refund with { OccurredAt = DateTime.MinValue }, refund with { People = -1 }, refund with { Total = new Yen(1) },
        ];
        foreach (var bad in unsound)
            await Assert.ThrowsAsync<InvalidOperationException>(() => world.GiveBackAsync(bad));
        await world.GiveBackAsync(refund);
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.GiveBackAsync(refund with { People = 5 }));
        await world.LoadAsync();
        Assert.Equal((1, 1), Assert.Single((await world.ReportAsync()).Cells) is var cell ? (cell.Refunds, cell.PeopleRefunded) : default);
    }

    [Fact]
    public async Task HandleAsync_SeveralAtOnce_AreKeptAsBySingles()
    {
        await using var world = await World.StartAsync();
        var refunds = Facts.Some(6).ConvertAll(sale => Facts.Back(sale));
        await world.Get<TakeInRefund>().HandleAsync(refunds, World.Ct);
        await world.GiveBackAsync(refunds);
        await world.LoadAsync();
        Assert.Equal((6, new Yen(4_200)), await world.ReportAsync() is var report ? (report.Cells.Sum(cell => cell.Refunds), report.Refunded) : default);
    }

    [Fact]
    public async Task Load_OverPartsOfTheTimeBeforeRefunds_ReadsThemOn()
    {
        await using var world = await World.StartAsync();
        var facts = Facts.Some(4);
        await world.ReceiveAsync(facts);
        // As rows stand that an older version received.
        await world.InDatabaseAsync(db => db.Facts.ExecuteUpdateAsync(set => set.SetProperty(fact => fact.Topic, (string?)null), World.Ct));
        await world.LoadAsync();
        Assert.Equal([Dataset.PerLine, Dataset.PerSale], (await world.PartsAsync()).Select(part => part.Dataset).Distinct().Order());
        Assert.Equal(Facts.Reference(facts), (await world.ReportAsync()).Cells);
        await world.GiveBackAsync(Facts.Back(facts[0]));
        await world.LoadAsync();
        var report = await world.ReportAsync();
        Assert.Equal((new Yen(6_000), new Yen(5_300)), (report.Total, report.Net));
    }

    [Fact]
    public async Task Load_RefundLines_NameTheirSale()
    {
        await using var world = await World.StartAsync();
        var sale = Facts.Some(1)[0];
        await world.GiveBackAsync(Facts.Back(sale));
        await world.LoadAsync();
        var part = (await world.PartsAsync()).Single(part => part.Dataset == Dataset.PerRefundLine);
        using var duck = LakeEngine.Open(world.Get<LakeSettings>(), threads: 1);
        using var command = duck.CreateCommand();
        command.CommandText = "SELECT sale, product, amount_yen FROM read_parquet($file, hive_partitioning = false)";
        command.Parameters.Add(new DuckDBParameter("file", LakeEngine.Literal(world.PathOf(part))));
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        Assert.Equal((sale.Sale, "adult", 700), (reader.GetGuid(0), reader.GetString(1), reader.GetInt64(2)));
        Assert.False(reader.Read());
    }

    [Fact]
    public async Task Load_FactOfALaterVersion_StopsAndNamesIt()
    {
        await using var world = await World.StartAsync();
        await world.ReceiveAsync(Facts.Some(1));
        await world.InDatabaseAsync(db => db.Facts.ExecuteUpdateAsync(set => set.SetProperty(fact => fact.Topic, "analytics.walk.v9"), World.Ct));
        var error = await Assert.ThrowsAsync<InvalidOperationException>(world.LoadAsync);
        Assert.Contains("analytics.walk.v9", error.Message, StringComparison.Ordinal);
    }
}
