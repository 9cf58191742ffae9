using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Admissions;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Refunds;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>Gives money back at a counter of the cave, as its till would.</summary>
public abstract class RefundSteps(DatabaseFixture database) : SellingSuite(database)
{
    private protected async Task<(Guid Id, SaleRequest Request)> SellAsync(int adults = 2)
    {
        var (id, request) = (Guid.CreateVersion7(), Charged(await OpenSeriesAsync(), number: 1, adults));
        Assert.True((await SendAsync(id, request)).Ok);
        return (id, request);
    }

    private protected RefundRequest Wish(SaleRequest sale, int number, long total, params RefundLineRequest[] lines) =>
        new(sale.Till, sale.Epoch, number, Clock.UtcMicros(), "雨で洞内閉鎖", lines, new Yen(total));

    private protected RefundRequest Wish(SaleRequest sale, int epoch, int number, string till) =>
        Wish(sale, number, 1_300, new RefundLineRequest(1, 1)) with { Till = till, Epoch = epoch };

    private protected Task<Result<Written<RefundView>>> RefundAsync(Guid sale, SaleRequest request, int number, long total, params RefundLineRequest[] lines) =>
        HandleAsync(sale, Guid.CreateVersion7(), Wish(request, number, total, lines));

    private protected Task<Result<Written<RefundView>>> HandleAsync(Guid sale, Guid id, RefundRequest wish) =>
        Get<RefundSale>().HandleAsync(sale, id, wish, Hanako, Token);

    private protected async Task<RefundableView> LeftAsync(Guid sale)
    {
        var catalogue = await Get<CatalogueStore>().GetAsync(Token);
        return await ReadAsync<PosDbContext, RefundableView>(async db => (await RefundBooks.LoadAsync(db, catalogue, sale, Token))!.View);
    }

    private protected Task<Result<bool>> AdmitAsync(Guid sale, int people) => Get<Writer<PosDbContext>>().RunAsync<bool>(async db =>
    {
        (await db.Set<Ticket>().SingleAsync(ticket => ticket.Sale == sale, Token)).Move(people, ScanDirection.In, "akiyoshido", "main", Clock.UtcMicros(), Clock.UtcMicros());
        return true;
    }, Token);

    private protected Task<List<(TicketStanding, int)>> TicketsAsync(Guid sale) => ReadAsync<PosDbContext, List<(TicketStanding, int)>>(async db =>
        (await db.Set<Ticket>().Where(ticket => ticket.Sale == sale).OrderBy(ticket => ticket.Seq).ToListAsync(Token))
        .ConvertAll(ticket => (ticket.Standing, ticket.People)));
}
