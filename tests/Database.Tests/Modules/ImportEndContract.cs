using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Catalogue.Dated;
using Tourism.Pos.Catalogue.Imports;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>What is left of an import when it ends one way or another.</summary>
public abstract class ImportEndContract(DatabaseFixture database) : CatalogueOffice(database)
{
    [DatabaseFact]
    public async Task File_WhoseImportEndsAnyWay_IsKeptNoLonger()
    {
        var (given, failed) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Get<HandInImport>().HandleAsync(Shop, given, "a.csv", Csv("reed,葦笛,商品,standard,300,"), Admin, Token);
        Assert.Equal(1, await FilesAsync());
        Assert.Null((await Get<DecideImport>().CancelAsync(Shop, given, Admin, Token)).Failure);
        Assert.Equal((0, ImportState.Cancelled), (await FilesAsync(), (await WorkAsync(Shop, given)).State));

        await Get<HandInImport>().HandleAsync(Shop, failed, "b.csv", Csv("oboe,縦笛,商品,standard,300,"), Admin, Token);
        await WriteAsync(db => db.Set<ImportFile>().Where(row => row.Id == failed).ExecuteUpdate(set => set.SetProperty(row => row.Content, new byte[] { 0x81 })));
        Assert.Equal(ImportState.Failed, (await WorkAsync(Shop, failed)).State);
        Assert.Equal(0, await FilesAsync());

        var read = await ImportAsync(Shop, "flute,横笛,商品,standard,300,");
        Assert.Equal(0, await FilesAsync());
        await ApplyAsync(Shop, read.Id);
        Assert.Equal((ImportState.Undone, 1), ((await UndoAsync(Shop, read.Id)).State, read.Added));
        Assert.Null(await OfferAsync(Shop, "flute", Today));
    }

    [DatabaseFact]
    public async Task File_LeftBehindByAnEarlierVersion_GoesWithTheNextOneHandedIn()
    {
        var id = Guid.CreateVersion7();
        await WriteAsync(db => db.Add(new Import { Id = id, Site = Shop, FileName = "old.csv", Hash = "", By = "admin", At = Clock.UtcMicros(), State = ImportState.Cancelled }));
        await WriteAsync(db => db.Add(new ImportFile { Id = id, Content = [1] }));

        await ImportAsync(Shop, "harp,琴,商品,standard,300,");

        Assert.Equal(0, await FilesAsync());
    }

    /// <summary>The row says no day, so its price began when it was carried out; an old price of the same amount is another one.</summary>
    [DatabaseFact]
    public async Task Undo_OfAPriceWithoutItsDay_EndsThatOneAndNoOlder()
    {
        await AddAsync(Shop, "seed", "種");
        await PriceAsync(Shop, "seed", Today, 500, until: Today.AddDays(2));
        Clock.Advance(TimeSpan.FromDays(10));
        var import = await ImportAsync(Shop, "seed,種,商品,standard,500,");
        await ApplyAsync(Shop, import.Id);
        Assert.Equal(500, (await OfferAsync(Shop, "seed", Today.AddDays(1)))!.Price!.Value.Amount);
        var carriedOut = Today;
        Clock.Advance(TimeSpan.FromDays(1));

        var undone = await UndoAsync(Shop, import.Id);

        Assert.Contains($"from {carriedOut:yyyy-MM-dd} has begun and stays for today", undone.Problems.Single().What, StringComparison.Ordinal);
        Assert.Equal(500, (await OfferAsync(Shop, "seed", Today))!.Price!.Value.Amount);
        Assert.Null(await OfferAsync(Shop, "seed", Today.AddDays(1)));
        Assert.Equal([(carriedOut, Today), (carriedOut.AddDays(-10), carriedOut.AddDays(-8))], (await FindAsync(Shop, "seed")).Prices.Select(price => (price.From, price.Until!.Value)));
    }

    [DatabaseFact]
    public async Task Undo_OfAPriceThatAnotherHasFollowed_LeavesTheOther()
    {
        await AddAsync(Shop, "leaf", "葉", yen: 100);
        Clock.Advance(TimeSpan.FromDays(1));
        var import = await ImportAsync(Shop, $"leaf,葉,商品,standard,150,{Today:yyyy-MM-dd}");
        await ApplyAsync(Shop, import.Id);
        await PriceAsync(Shop, "leaf", Today.AddDays(1), 170);

        await UndoAsync(Shop, import.Id);

        Assert.Equal((150, 170), ((await OfferAsync(Shop, "leaf", Today))!.Price!.Value.Amount, (await OfferAsync(Shop, "leaf", Today.AddDays(1)))!.Price!.Value.Amount));
    }

    /// <summary>A city may have more tax classes than fit into the sentence that lists them.</summary>
    [DatabaseFact]
    public async Task Mistake_WhoseSentenceIsTooLong_IsCutAndNotLost()
    {
        var (rates, day) = (Get<KeepTaxRate>(), Today.AddDays(1));
        string[] classes = [.. Enumerable.Range(10, 15).Select(number => $"{number}-{new string('c', 37)}")];
        foreach (var name in classes)
            Assert.Null((await rates.SetAsync(name, day, new TaxRateRequest(8), Admin, Token)).Failure);

        var import = await ImportAsync(Shop, "horn,角笛,商品,luxury,300,");

        Assert.Equal((ImportState.Checked, 1), (import.State, import.Wrong));
        Assert.Equal(("Tax class", 500, '…'), (import.Problems.Single().Column, import.Problems.Single().What.Length, import.Problems.Single().What[^1]));
        foreach (var name in classes)
            Assert.Null(await rates.WithdrawAsync(name, day, Admin, Token));
    }

    private Task<int> FilesAsync() => ReadAsync<PosDbContext, int>(db => db.Set<ImportFile>().CountAsync(Token));
}

public sealed class ImportEndsOnSqlite(SqliteFixture database) : ImportEndContract(database), IClassFixture<SqliteFixture>;

public sealed class ImportEndsOnPostgreSql(PostgreSqlFixture database) : ImportEndContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class ImportEndsOnSqlServer(SqlServerFixture database) : ImportEndContract(database), IClassFixture<SqlServerFixture>;
