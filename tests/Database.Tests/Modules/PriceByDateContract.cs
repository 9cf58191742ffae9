using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue.Dated;
using Tourism.Pos.Catalogue.Keeping;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>What the office enters for a day is what tills charge from midnight in Japan on, and nothing that was charged changes.</summary>
public abstract class PriceByDateContract(DatabaseFixture database) : CatalogueOffice(database)
{
    [DatabaseFact]
    public async Task Price_FromTomorrow_IsChargedOnEachSideOfMidnight()
    {
        var (today, tomorrow) = (Today, Today.AddDays(1));
        await AddAsync(Farm, "net", yen: 800);
        Assert.Null((await PriceAsync(Farm, "net", tomorrow, 950)).Failure);
        var series = await OpenSeriesAsync("farm-1");
        var (late, early) = (BusinessDate.StartUtc(tomorrow).AddTicks(-10), BusinessDate.StartUtc(tomorrow));

        Clock.Advance(late - Clock.UtcMicros());
        Assert.Null((await SendAsync(Guid.CreateVersion7(), Net(series, 1, late, 800))).Failure);
        Assert.Equal("total-differs", (await SendAsync(Guid.CreateVersion7(), Net(series, 2, late, 950))).Failure!.Code);
        Clock.Advance(early - late);
        Assert.Null((await SendAsync(Guid.CreateVersion7(), Net(series, 2, early, 950))).Failure);
        Assert.Equal("total-differs", (await SendAsync(Guid.CreateVersion7(), Net(series, 3, early, 800))).Failure!.Code);
        // One of yesterday that comes now is priced by its own day.
        Assert.Null((await SendAsync(Guid.CreateVersion7(), Net(series, 3, late, 800))).Failure);

        Assert.Equal([(today, 800), (tomorrow, 950), (today, 800)], (await SalesOfAsync("farm-1", series)).Select(sale => (sale.BusinessDate, sale.Total.Amount)));
    }

    [DatabaseFact]
    public async Task Price_OnceBegun_StaysAndOneAheadCanBeWithdrawn()
    {
        await AddAsync(Farm, "bait", yen: 300);
        var first = await PriceAsync(Farm, "bait", Today.AddDays(7), 350);
        var again = await PriceAsync(Farm, "bait", Today.AddDays(7), 350);

        Assert.Equal((true, false), (first.Value.First, again.Value.First));
        Assert.Equal("price-stands", (await PriceAsync(Farm, "bait", Today.AddDays(7), 360)).Failure!.Code);
        Assert.Equal("price-stands", (await PriceAsync(Farm, "bait", Today, 310)).Failure!.Code);
        Assert.Equal("wrong-price-day", (await PriceAsync(Farm, "bait", Today.AddDays(-1), 310)).Failure!.Code);
        Assert.Equal("wrong-price", (await PriceAsync(Farm, "bait", Today.AddDays(1), -1)).Failure!.Code);
        Assert.Equal("price-has-begun", (await Get<KeepPrice>().WithdrawAsync(Farm, "bait", Today, Admin, Token)).Failure!.Code);
        Assert.Single((await Get<KeepPrice>().WithdrawAsync(Farm, "bait", Today.AddDays(7), Admin, Token)).Value.View.Prices);
        Assert.Single((await Get<KeepPrice>().WithdrawAsync(Farm, "bait", Today.AddDays(7), Admin, Token)).Value.View.Prices);
    }

    [DatabaseFact]
    public async Task Price_ForALimitedTime_GivesWayToTheOneBefore()
    {
        await AddAsync(Farm, "lunch", yen: 1_000);
        await PriceAsync(Farm, "lunch", Today.AddDays(1), 800, until: Today.AddDays(2));

        Assert.Equal([1_000L, 800, 800, 1_000], await PricesAsync("lunch", 0, 1, 2, 3));
        var changes = await Get<ChangesOfDay>().HandleAsync(Today.AddDays(3), Farm, Token);
        Assert.Equal((DayChangeKind.Price, 800L, 1_000L), changes.Changes.Where(change => change.Code == "lunch").Select(change => (change.Kind, change.Before!.Value, change.After!.Value)).Single());
    }

    [DatabaseFact]
    public async Task Price_OfATypedAmountOrOfAPriceList_IsNotTheProducts()
    {
        Assert.Equal("amount-is-typed", (await PriceAsync(Shop, "goods", Today, 100)).Failure!.Code);
        Assert.Equal("price-in-tariff", (await PriceAsync("akiyoshido", "adult", Today.AddDays(1), 1_400)).Failure!.Code);
    }

    [DatabaseFact]
    public async Task TaxRate_FromADay_HoldsFromThenOn()
    {
        var day = Today.AddDays(10);
        var rates = Get<KeepTaxRate>();
        Assert.True((await rates.SetAsync("reduced", day, new TaxRateRequest(0), Admin, Token)).Value.First);

        Assert.Equal((8, 0), ((await OfferAsync(Farm, "trout", day.AddDays(-1)))!.TaxPercent, (await OfferAsync(Farm, "trout", day))!.TaxPercent));
        Assert.Contains(new DayChangeView(DayChangeKind.TaxRate, null, "reduced", null, 8, 0), (await Get<ChangesOfDay>().HandleAsync(day, Farm, Token)).Changes);
        Assert.Contains(day, (await Get<ChangesOfDay>().HandleAsync(null, Farm, Token)).Next);
        Assert.Equal("tax-rate-stands", (await rates.SetAsync("reduced", day, new TaxRateRequest(5), Admin, Token)).Failure!.Code);
        Assert.Equal("wrong-price-day", (await rates.SetAsync("reduced", Today.AddDays(-1), new TaxRateRequest(5), Admin, Token)).Failure!.Code);
        Assert.Equal("price-has-begun", (await rates.WithdrawAsync("standard", new DateOnly(2019, 10, 1), Admin, Token))!.Code);
        Assert.Null(await rates.WithdrawAsync("reduced", day, Admin, Token));
        Assert.Equal(8, (await OfferAsync(Farm, "trout", day))!.TaxPercent);
    }

    [DatabaseFact]
    public async Task PriceList_CopiedFromADay_EndsWhatItFollowsAndGivesItBackWhenWithdrawn()
    {
        var (tariffs, day) = (Get<KeepTariff>(), Today.AddDays(40));
        var now = (await tariffs.ListAsync("akiyoshido", Token)).Value.Single(list => list.Code == "regular-2019");
        var request = new TariffRequest(
            now.Code, new LocalText("令和9年料金"), day, null, "条例 第1号", [.. now.Prices.Select(price => price.Product == "adult" ? price with { Single = new Yen(1_500) } : price)]);

        foreach (var (field, wrong) in new (string, TariffRequest)[]
        {
            ("copyOf", request with { CopyOf = "nothing" }), ("article", request with { Article = " " }), ("to", request with { To = day.AddDays(-1) }), ("prices", request with { Prices = [.. request.Prices.Skip(1)] }),
            ("prices[0]", request with { Prices = [request.Prices[0] with { Single = new Yen(1_000) }, .. request.Prices.Skip(1)] }), ("prices", request with { Prices = [request.Prices[0] with { Groups = [new GroupPriceView(30, new Yen(1))] }, .. request.Prices.Skip(1)] }),
        })
            Assert.Equal(field, (await tariffs.AdoptAsync("akiyoshido", "regular-2027", wrong, Admin, Token)).Failure?.Field);
        Assert.True((await tariffs.AdoptAsync("akiyoshido", "regular-2027", request, Admin, Token)).Value.First);
        Assert.False((await tariffs.AdoptAsync("akiyoshido", "regular-2027", request, Admin, Token)).Value.First);
        Assert.Equal((1_300, 1_500), ((await OfferAsync("akiyoshido", "adult", day.AddDays(-1)))!.Price!.Value.Amount, (await OfferAsync("akiyoshido", "adult", day))!.Price!.Value.Amount));
        var changes = (await Get<ChangesOfDay>().HandleAsync(day, "akiyoshido", Token)).Changes;
        Assert.Equal([(DayChangeKind.TariffEnds, "regular-2019"), (DayChangeKind.TariffBegins, "regular-2027"), (DayChangeKind.Price, "adult")], changes.Select(change => (change.Kind, change.Code)));
        Assert.Equal("tariff-taken", (await tariffs.AdoptAsync("akiyoshido", "regular-2027", request with { To = day }, Admin, Token)).Failure!.Code);
        Assert.Equal("wrong-tariff", (await tariffs.AdoptAsync("akiyoshido", "other", request with { From = day.AddDays(-1) }, Admin, Token)).Failure!.Code);
        Assert.Equal("wrong-tariff-day", (await tariffs.AdoptAsync("akiyoshido", "other", request with { From = Today }, Admin, Token)).Failure!.Code);
        Assert.Null(await tariffs.WithdrawAsync("akiyoshido", "regular-2027", Admin, Token));

        Assert.Equal(1_300, (await OfferAsync("akiyoshido", "adult", day))!.Price!.Value.Amount);
        Assert.Null((await tariffs.ListAsync("akiyoshido", Token)).Value.Single(list => list.Code == "regular-2019").To);
    }

    /// <summary>Each of them would end the list before and begin on the same day.</summary>
    [DatabaseFact]
    public async Task PriceLists_AdoptedAtOnceForTheSameDays_NeverOverlap()
    {
        var (tariffs, day) = (Get<KeepTariff>(), Today.AddDays(60));
        var now = (await tariffs.ListAsync("akiyoshido", Token)).Value.Single(list => list.Code == "regular-2019");
        var request = new TariffRequest(now.Code, new LocalText("令和10年料金"), day, null, "条例 第2号", now.Prices);

        var answers = await AtOnceAsync(6, number => tariffs.AdoptAsync("akiyoshido", $"race-{number}", request, Admin, Token));

        var adopted = Assert.Single(answers, answer => answer.Ok).Value.View;
        Assert.All(answers.Where(answer => !answer.Ok), answer => Assert.Equal(("wrong-tariff", "from"), (answer.Failure!.Code, answer.Failure.Field)));
        Assert.Equal(adopted.Code, Assert.Single((await tariffs.ListAsync("akiyoshido", Token)).Value, list => list.From == day).Code);
        Assert.Null(await tariffs.WithdrawAsync("akiyoshido", adopted.Code, Admin, Token));
    }

    [DatabaseFact]
    public async Task Deeds_OfTheOffice_AreOnTheTrail()
    {
        await AddAsync(Farm, "bucket", "バケツ", yen: 200);

        var trail = await ReadAsync<PosDbContext, List<AuditEntry>>(db => db.Set<AuditEntry>().Where(row => row.Subject == $"{Farm}/bucket").OrderBy(row => row.Seq).ToListAsync(Token));

        Assert.Equal([(Deed.ProductKept, "admin"), (Deed.PriceKept, "admin")], trail.Select(row => (row.Deed, row.Person!)));
        Assert.Equal(200, trail[1].View().After!.Value.GetProperty("yen").GetInt64());
    }

    private async Task<List<long>> PricesAsync(string code, params int[] days)
    {
        var prices = new List<long>();
        foreach (var day in days)
            prices.Add((await OfferAsync(Farm, code, Today.AddDays(day)))!.Price!.Value.Amount);
        return prices;
    }

    private static SaleRequest Net(int series, int number, DateTime at, long yen) => new(
        "farm-1", series, number, at, Language.Ja, [new LineRequest("net", 1)], new Yen(yen), [new TenderRequest(Guid.CreateVersion7(), TenderKind.Qr, new Yen(yen))]);
}

public sealed class PriceByDateOnSqlite(SqliteFixture database) : PriceByDateContract(database), IClassFixture<SqliteFixture>;

public sealed class PriceByDateOnPostgreSql(PostgreSqlFixture database) : PriceByDateContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class PriceByDateOnSqlServer(SqlServerFixture database) : PriceByDateContract(database), IClassFixture<SqlServerFixture>;
