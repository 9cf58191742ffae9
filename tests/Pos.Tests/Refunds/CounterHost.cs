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

/// <summary>A counter of the cave whose visitors pay by QR at the sandbox.</summary>
internal sealed class CounterHost(PaymentHost host, int series) : IAsyncDisposable
{
    private const string Till = "akiyoshido-1";
    private int _number;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public PaymentHost Host { get; } = host;

    public static async Task<CounterHost> StartAsync()
    {
        var host = await PaymentHost.StartAsync(services: services => services
            .Replace(ServiceDescriptor.Singleton<IPaidSale, PaidSale>()).AddSingleton<IPointsWallet, NoPoints>());
        foreach (var seed in host.Services.GetServices<ISeed>())
            await seed.SeedAsync(Ct);
        var opened = await host.Get<OpenEpoch>().HandleAsync(Till, Guid.CreateVersion7(), null, Ct);
        return new CounterHost(host, opened.Value.View.Epoch);
    }

    /// <summary>Two adults who paid on their phone.</summary>
    public async Task<Guid> SellAsync()
    {
        var (sale, tender, total) = (Guid.CreateVersion7(), Guid.CreateVersion7(), new Yen(2_600));
        var request = new SaleRequest(
            Till, series, ++_number, Host.Clock.UtcMicros(), Language.Ja, [new LineRequest("adult", 2)], total, [new TenderRequest(tender, TenderKind.Qr, total)]);
        Assert.True((await Host.Get<RecordSale>().HandleAsync(sale, request, Ct)).Ok);
        await Host.StartAsync(tender, sale: sale);
        await Host.VisitorPaysAsync();
        await Host.Get<AdvancePayment>().RunAsync(tender, null, Ct);
        Assert.Equal(SaleState.Completed, (await ViewAsync(sale)).State);
        return sale;
    }

    public async Task<RefundView> RefundAsync(Guid sale, int people) => (await Host.Get<RefundSale>().HandleAsync(
        sale, Guid.CreateVersion7(),
        new RefundRequest(Till, series, ++_number, Host.Clock.UtcMicros(), "雨", [new RefundLineRequest(1, people)], new Yen(1_300 * people)), new Actor("hanako"), Ct)).Value.View;

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

    private async Task<T> ReadAsync<T>(Func<PosDbContext, Task<T>> read)
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
