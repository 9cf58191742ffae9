using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tourism.Analytics.Contracts;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>Sells at a counter of the cave, as its till would.</summary>
public abstract class SellingSuite(DatabaseFixture database) : ModuleSuite(database)
{
    private protected const string Till = "akiyoshido-1";
    private const long Adult = 1_300;

    /// <summary>A fresh series of receipt numbers: what a test counts in it is its own.</summary>
    private protected async Task<int> OpenSeriesAsync(string till = Till) =>
        (await Get<OpenEpoch>().HandleAsync(till, Guid.CreateVersion7(), null, null, Token)).Value.View.Epoch;

    private protected SaleRequest Cash(int series, int number, int adults = 2) => new(
        Till, series, number, Clock.UtcMicros(), Language.Ko, [new LineRequest("adult", adults)], new Yen(Adult * adults),
        [new TenderRequest(Guid.CreateVersion7(), TenderKind.Cash, new Yen(Adult * adults), new Yen(20_000))]);

    /// <summary>A cash sale whose receipt the till gave by itself.</summary>
    private protected SaleRequest Charged(int series, int number, int adults = 2, long unit = Adult)
    {
        var total = new Yen(unit * adults);
        var tax = new TaxView(10, total, new Yen(total.Amount * 10 / 110));
        return Cash(series, number, adults) with
        {
            Total = total,
            Tenders = [new TenderRequest(Guid.CreateVersion7(), TenderKind.Cash, total, new Yen(99_999_999))],
            Charged = new ChargedBasket([new ChargedLine(new LocalText("大人", "Adult"), new Yen(unit), total, 10)], [tax]),
        };
    }

    private protected Task<Result<Written<SaleView>>> SendAsync(Guid id, SaleRequest request) => Get<RecordSale>().HandleAsync(id, request, new Actor("hanako"), Token);

    private protected async Task<TicketView> SellTicketAsync(int adults)
    {
        var request = Cash(await OpenSeriesAsync(), number: 1, adults);
        return (await SendAsync(Guid.CreateVersion7(), request)).Value.View.Ticket!;
    }

    private protected Task<List<Sale>> SalesOfAsync(string till, int series) => ReadAsync<PosDbContext, List<Sale>>(db => db.Set<Sale>()
        .AsNoTracking().Include(sale => sale.Lines).Include(sale => sale.Taxes).Include(sale => sale.Tenders).AsSplitQuery()
        .Where(sale => sale.Till == till && sale.Epoch == series).OrderBy(sale => sale.Number).ToListAsync(Token));

    private protected Task<List<SaleFact>> FactsOfAsync(params IEnumerable<Guid> sales) => ToldAsync<SaleFact>(sales);

    /// <summary>What analytics was told under these names.</summary>
    private protected async Task<List<T>> ToldAsync<T>(params IEnumerable<Guid> names) where T : IMessage
    {
        var (topic, keys) = (T.Topic, names.Select(name => name.ToString()).ToList());
        var rows = await ReadAsync<PosDbContext, List<string>>(db => db.Outbox
            .Where(row => row.Topic == topic && keys.Contains(row.Key)).OrderBy(row => row.Seq).Select(row => row.Body).ToListAsync(Token));
        return rows.ConvertAll(body => JsonSerializer.Deserialize<T>(body, Json.Options)!);
    }

    private protected Task<Result<bool>> WriteAsync(Action<PosDbContext> write) => Get<Writer<PosDbContext>>().RunAsync<bool>(db =>
    {
        write(db);
        return Task.FromResult<Result<bool>>(true);
    }, Token);
}
