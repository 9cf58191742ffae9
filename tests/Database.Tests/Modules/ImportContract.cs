using System.Text;
using Tourism.Kernel;
using Tourism.Kernel.Server.Sheets;
using Tourism.Pos.Catalogue.Imports;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>Products handed in as a file: looked at, carried out, taken back.</summary>
public abstract class ImportContract(DatabaseFixture database) : CatalogueOffice(database)
{
    [DatabaseFact]
    public async Task File_WithMistakes_NamesRowColumnAndWhatToDoAndChangesNothing()
    {
        await AddAsync(Shop, "fan", "うちわ", yen: 400);
        var import = await ImportAsync(Shop,
            "mug,マグカップ,商品,standard,900,", "mug,マグカップ,商品,standard,900,", "fan,うちわ,商品,standard,450,", "fan2,,商品,standard,100,", "stamp,切手,商品,standard,八十,",
            "bag,袋,ふくろ,standard,10,", "cap,帽子,商品,luxury,10,", "pin,ピン,商品,standard,,", "sock,靴下,商品,standard,10,2020-01-01", $"fan3,扇子,商品,standard,1,{Today:yyyy/M/d}");

        Assert.Equal((ImportState.Checked, 10, 2, 0, 0, 8), (import.State, import.Rows, import.Added, import.Changed, import.Unchanged, import.Wrong));
        Assert.Equal(
            [(3, "Code"), (4, "Price from"), (5, "Name (ja)"), (6, "Price"), (7, "Kind"), (8, "Tax class"), (9, "Price"), (10, "Price from")],
            import.Problems.Select(problem => (problem.Row, problem.Column!)));
        Assert.All(import.Problems, problem => Assert.True(problem.What.Length > 10));
        var csv = (await Get<FindImports>().ProblemsAsync(Shop, import.Id, Language.Ja, Token)).Value;
        Assert.Equal(10, csv.Split("\r\n").Length);
        Assert.Contains("\r\n4,fan,価格の開始日,いまの価格は 400 円です。", csv, StringComparison.Ordinal);
        Assert.Null(await OfferAsync(Shop, "mug", Today));
        Assert.Equal("has-mistakes", (await Get<DecideImport>().ApplyAsync(Shop, import.Id, new ImportDecision(), Admin, Token)).Failure!.Code);

        var applied = await ApplyAsync(Shop, import.Id, goodRowsOnly: true);
        Assert.Equal((ImportState.Applied, 2, 0), (applied.State, applied.Done, applied.Kept));
        Assert.Equal(900, (await OfferAsync(Shop, "mug", Today))!.Price!.Value.Amount);
        Assert.Equal("already-applied", (await Get<DecideImport>().CancelAsync(Shop, import.Id, Admin, Token)).Failure!.Code);
    }

    [DatabaseFact]
    public async Task File_TheSameTwice_ChangesNothingTheSecondTime()
    {
        var (id, file) = (Guid.CreateVersion7(), Csv("soap,石けん,商品,standard,300,", "rope,縄,goods,standard,500,"));
        await ImportAsync(Shop, file, id: id);
        await ApplyAsync(Shop, id);
        Assert.False((await Get<HandInImport>().HandleAsync(Shop, id, "again.csv", file, Admin, Token)).Value);
        Assert.Equal("id-reused", (await Get<HandInImport>().HandleAsync(Shop, id, "other.csv", Csv("a,b,goods,standard,1,"), Admin, Token)).Failure!.Code);

        var again = await ImportAsync(Shop, file);
        Assert.Equal((0, 0, 2), (again.Added, again.Changed, again.Unchanged));
    }

    [DatabaseFact]
    public async Task Undo_RestoresWhatWasThereButForWhatSomebodyChangedSince()
    {
        await AddAsync(Shop, "kite", "凧", yen: 700);
        await AddAsync(Shop, "drum", "太鼓", yen: 900);
        var tomorrow = Today.AddDays(1);
        var import = await ImportAsync(Shop, $"kite,奴凧,商品,standard,800,{tomorrow:yyyy-MM-dd}", "drum,小太鼓,商品,standard,,", "top,独楽,商品,standard,250,");
        Assert.Equal((1, 2), (import.Added, import.Changed));
        await ApplyAsync(Shop, import.Id);
        Assert.Equal(("奴凧", 800), ((await OfferAsync(Shop, "kite", tomorrow))!.Name.Ja, (await OfferAsync(Shop, "kite", tomorrow))!.Price!.Value.Amount));
        await KeepAsync(Shop, "drum", (await FindAsync(Shop, "drum")).Says with { Kana = "たいこ" });

        var undone = await UndoAsync(Shop, import.Id);

        Assert.Equal((ImportState.Undone, 2, 1), (undone.State, undone.Done, undone.Kept));
        Assert.Equal((3, "drum"), undone.Problems.Select(problem => (problem.Row, problem.Code!)).Single());
        Assert.Equal(("凧", 700), ((await OfferAsync(Shop, "kite", tomorrow))!.Name.Ja, (await OfferAsync(Shop, "kite", tomorrow))!.Price!.Value.Amount));
        Assert.Equal(("小太鼓", "たいこ"), ((await FindAsync(Shop, "drum")).Says.Name.Ja, (await FindAsync(Shop, "drum")).Says.Kana));
        Assert.Null(await OfferAsync(Shop, "top", Today));
        Assert.Equal(undone, (await UndoAsync(Shop, import.Id)) with { Problems = undone.Problems });
        var again = await ImportAsync(Shop, "top,独楽,商品,standard,250,");
        Assert.Equal((0, 1), (again.Added, again.Changed));
    }

    [DatabaseFact]
    public async Task Undo_OfAPriceThatHasBegun_LeavesTodayAndGivesTheFormerOneBackTomorrow()
    {
        await AddAsync(Shop, "bell", "鈴", yen: 100);
        Clock.Advance(TimeSpan.FromDays(1));
        var import = await ImportAsync(Shop, $"bell,鈴,商品,standard,150,{Today:yyyy-MM-dd}");
        await ApplyAsync(Shop, import.Id);

        var undone = await UndoAsync(Shop, import.Id);

        Assert.Contains("stays for today", undone.Problems.Single().What, StringComparison.Ordinal);
        Assert.Equal((150, 100), ((await OfferAsync(Shop, "bell", Today))!.Price!.Value.Amount, (await OfferAsync(Shop, "bell", Today.AddDays(1)))!.Price!.Value.Amount));
    }

    [DatabaseFact]
    public async Task Row_WhoseProductChangedAfterTheCheck_IsLeftAlone()
    {
        var seen = await AddAsync(Shop, "doll", "こけし");
        var import = await ImportAsync(Shop, "doll,大きなこけし,商品,standard,,", "mask,お面,商品,standard,100,");
        await KeepAsync(Shop, "doll", seen.Says with { Name = new LocalText("小さなこけし") });

        var applied = await ApplyAsync(Shop, import.Id);

        Assert.Equal((1, 1, "doll"), (applied.Done, applied.Kept, applied.Problems.Single().Code));
        Assert.Equal("小さなこけし", (await FindAsync(Shop, "doll")).Says.Name.Ja);
    }

    [DatabaseFact]
    public async Task Export_OfNamesThatLookLikeFormulas_IsHarmlessAndComesBackUnchanged()
    {
        string[] names = ["=1+1", "+81", "-5", "@cmd", "＝式", "'=x", "'引用", "a,b \"c\"", "普通"];
        foreach (var (index, name) in names.Index())
            await AddAsync(Shop, $"sly-{index}", name, yen: index + 1);
        foreach (var format in new[] { "csv", "xlsx" })
        {
            var file = (await Get<ExportProducts>().HandleAsync(Shop, format, CsvEncoding.Utf8, Language.En, Token)).Value;
            var rows = SheetFile.Open(file.Content).Value.Products().ToList();
            Assert.Equal(names, rows.Where(row => row.Cells[0].StartsWith("sly-", StringComparison.Ordinal)).Select(row => row.Cells[1]));
            if (format == "csv")
                Assert.All(Encoding.UTF8.GetString(file.Content).Split("\r\n").SelectMany(line => line.Split(',')), cell => Assert.False(cell.Length > 0 && "=+-@＝".Contains(cell[0]), cell));
            var import = await ImportAsync(Shop, file.Content, file.Name);
            Assert.Equal((import.Rows, 0, 0, 0), (import.Unchanged, import.Added, import.Changed, import.Wrong));
        }
    }

    [DatabaseFact]
    public async Task File_InShiftJis_IsReadAsItWasWritten()
    {
        var file = CsvEncoding.Of(CsvEncoding.Cp932).Write("商品コード,名称（日本語）,よみ,種類,税区分,価格\r\nkasa,髙級な傘～①,かさ,商品,standard,\"¥1,200\"\r\n");
        var import = await ImportAsync(Shop, file);
        await ApplyAsync(Shop, import.Id);

        var kept = await FindAsync(Shop, "kasa");
        Assert.Equal(("髙級な傘～①", "かさ", 1_200), (kept.Says.Name.Ja, kept.Says.Kana, kept.Price!.Value.Amount));
    }

    [DatabaseFact]
    public async Task Import_GivenUp_ChangesNothingAndCannotBeCarriedOut()
    {
        var import = await ImportAsync(Shop, "ink,墨,商品,standard,300,");
        Assert.Null((await Get<DecideImport>().CancelAsync(Shop, import.Id, Admin, Token)).Failure);
        Assert.Null((await Get<DecideImport>().CancelAsync(Shop, import.Id, Admin, Token)).Failure);

        Assert.Equal("not-checked", (await Get<DecideImport>().ApplyAsync(Shop, import.Id, new ImportDecision(), Admin, Token)).Failure!.Code);
        Assert.Equal("nothing-to-undo", (await Get<DecideImport>().UndoAsync(Shop, import.Id, Admin, Token)).Failure!.Code);
        Assert.Equal("unknown-import", (await Get<DecideImport>().CancelAsync(Farm, import.Id, Admin, Token)).Failure!.Code);
        Assert.Null(await OfferAsync(Shop, "ink", Today));
    }

    [DatabaseFact]
    public async Task File_OfAnotherKind_IsRefusedAtOnce()
    {
        foreach (var (code, file) in new (string, byte[])[]
        {
            ("unreadable-file", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 1]), ("unreadable-file", "PK\u0003\u0004 no archive"u8.ToArray()), ("unreadable-file", [0x81]),
            ("unreadable-file", Encoding.Unicode.GetBytes("Code,Name (ja)")), ("old-excel-file", [0xD0, 0xCF, 0x11, 0xE0, 0]), ("missing-column", []),
            ("missing-column", "Code,Name (ja),Kind"u8.ToArray()), ("unknown-column", "Code,Name (ja),Kind,Tax class,Colour"u8.ToArray()), ("column-twice", "Code,商品コード,Name (ja),Kind,Tax class"u8.ToArray()),
        })
            Assert.Equal(code, (await Get<HandInImport>().HandleAsync(Shop, Guid.CreateVersion7(), "x", file, Admin, Token)).Failure?.Code);
        Assert.Equal("unknown-site", (await Get<HandInImport>().HandleAsync("nowhere", Guid.CreateVersion7(), "x", Csv(), Admin, Token)).Failure?.Code);
        Assert.Equal(ImportState.Failed, (await ImportAsync(Shop, "a,\"broken\"quote,goods,standard,1,")).State);
    }
}

public sealed class ImportsOnSqlite(SqliteFixture database) : ImportContract(database), IClassFixture<SqliteFixture>;

public sealed class ImportsOnPostgreSql(PostgreSqlFixture database) : ImportContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class ImportsOnSqlServer(SqlServerFixture database) : ImportContract(database), IClassFixture<SqlServerFixture>;
