using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Http;
using Tourism.Points.Contracts;
using Tourism.Pos.Audit;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;
using Tourism.Pos.Refunds;
using Tourism.Pos.Reviews;
using Tourism.Pos.Sales;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Payments;
using Tourism.Pos.Tills;

namespace Tourism.Pos.Tests.Refunds;

/// <summary>A counter of the cave whose visitors pay by QR or card at the sandbox.</summary>
internal sealed class CounterHost(PaymentHost host, int series) : IAsyncDisposable
{
    public const string Site = "akiyoshido";
    private const string Till = "akiyoshido-1";
    private int _number;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public PaymentHost Host { get; } = host;

    /// <summary>Where the provider's books and ours were found to differ.</summary>
    public HashSet<string> Differences { get; } = [];

    public static async Task<CounterHost> StartAsync(Action<IServiceCollection>? more = null)
    {
        var host = await PaymentHost.StartAsync(services: services =>
        {
            services.Replace(ServiceDescriptor.Singleton<IPaidSale, PaidSale>()).AddSingleton<IPointsWallet, NoPoints>();
            more?.Invoke(services);
        });
        foreach (var seed in host.Services.GetServices<ISeed>())
            await seed.SeedAsync(Ct);
        var opened = await host.Get<OpenEpoch>().HandleAsync(Till, Guid.CreateVersion7(), null, null, Ct);
        return new CounterHost(host, opened.Value.View.Epoch);
    }

    /// <summary>Adults at 1,300 yen whose party has still to pay.</summary>
    public async Task<Order> RingUpAsync(TenderKind kind, int people = 2)
    {
        var order = new Order(Guid.CreateVersion7(), Guid.CreateVersion7(), new Yen(1_300 * people));
        var request = new SaleRequest(
            Till, series, ++_number, Host.Clock.UtcMicros(), Language.Ja, [new LineRequest("adult", people)], order.Total, [new TenderRequest(order.Tender, kind, order.Total)]);
        var recorded = await Host.Get<RecordSale>().HandleAsync(order.Sale, request, new Actor("hanako"), Ct);
        Assert.True(recorded.Ok, recorded.Failure?.ToString());
        return order;
    }

    /// <summary>Two adults who paid on their phone.</summary>
    public async Task<Guid> SellAsync()
    {
        var (sale, tender, _) = await RingUpAsync(TenderKind.Qr);
        await Host.StartAsync(tender, sale: sale);
        await Host.VisitorPaysAsync();
        await Host.Get<AdvancePayment>().RunAsync(tender, null, Ct);
        Assert.Equal(SaleState.Completed, (await ViewAsync(sale)).State);
        return sale;
    }

    public async Task<RefundView> RefundAsync(Guid sale, int people) => (await TryRefundAsync(sale, people)).Value.View;

    /// <param name="sale">The sale.</param>
    /// <param name="people">Who get their money back.</param>
    /// <param name="more">Yen asked for beyond their price.</param>
    public Task<Result<Written<RefundView>>> TryRefundAsync(Guid sale, int people, long more = 0) => SendAsync(sale, Guid.CreateVersion7(), Back(people, more));

    public RefundRequest Back(int people, long more = 0) => new(
        Till, series, Interlocked.Increment(ref _number), Host.Clock.UtcMicros(), "雨", [new RefundLineRequest(1, people)], new Yen(1_300 * people + more));

    public Task<Result<Written<RefundView>>> SendAsync(Guid sale, Guid id, RefundRequest request) => Host.Get<RefundSale>().HandleAsync(sale, id, request, new Actor("hanako"), Ct);

    public async Task<SaleView> ViewAsync(Guid sale) => (await Host.Get<SaleViews>().FindAsync(sale, Ct)).Value;

    public async Task<List<RefundState>> StatesAsync(Guid sale) =>
        [.. (await ViewAsync(sale)).Refunds!.SelectMany(refund => refund.Tenders).Select(part => part.State)];

    public Task<int> SubmitAsync(TimeSpan later = default)
    {
        Host.Clock.Advance(later);
        return Host.Get<SubmitRefunds>().RunAsync(Ct);
    }

    /// <summary>What the provider has given back.</summary>
    public Task<List<long>> GivenAsync() => ReadAsync(async db => (await db.Set<SandboxObject>().Where(row => row.Kind == SandboxObject.Refund).ToListAsync(Ct))
        .ConvertAll(row => (long)row.Read()["amount"]!));

    public Task<List<Review>> ReviewsAsync() => ReadAsync(db => db.Set<Review>().AsNoTracking().ToListAsync(Ct));

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    public async Task<T> ReadAsync<T>(Func<PosDbContext, Task<T>> read)
    {
        await using var db = await Host.Get<IDbContextFactory<PosDbContext>>().CreateDbContextAsync(Ct);
        return await read(db);
    }

    private sealed class NoPoints : IPointsWallet
    {
        public Task<HoldView?> FindHoldAsync(Guid hold, CancellationToken ct) => Task.FromResult<HoldView?>(null);

        public Task<CardView?> FindCardAsync(string card, CancellationToken ct) => Task.FromResult<CardView?>(null);
    }
}

/// <summary>A sale that waits for its one tender.</summary>
internal sealed record Order(Guid Sale, Guid Tender, Yen Total);
