using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tourism.Analytics;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Persistence;
using Tourism.Points;
using Tourism.Pos;
using Tourism.Pos.Audit;
using Tourism.Testing;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>
/// The three modules registered as the host does, over one migrated and seeded database. The tests of a suite share that database
/// one after the other, so each makes the series, member, programme or days that it counts on.
/// </summary>
public abstract class ModuleSuite(DatabaseFixture database) : DatabaseSuite(database), IAsyncLifetime
{
    private protected static Actor Hanako { get; } = new("hanako");

    private protected static Actor Admin { get; } = new("admin");

    private protected FakeTimeProvider Clock { get; } = TestClock.Morning();

    private protected ServiceProvider Services { get; private set; } = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (Database.Missing is not null)
            return;
        Services = NewHost();
        await DatabaseFixture.MigrateAsync(Services);
        foreach (var seed in Services.GetServices<ISeed>())
            await seed.SeedAsync(Token);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Services?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    /// <summary>A host of its own on the same database and data folder.</summary>
    private protected ServiceProvider NewHost(Action<IServiceCollection>? more = null) => Database.Services(services =>
    {
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([new("Tourism:Mode", nameof(TourismMode.Demo))]).Build());
        services.AddSingleton<IServer, Nowhere>().AddSingleton<PublicRoot>();
        services.Configure<TourismOptions>(options => options.PublicUrl = "https://pay.city.example");
        services.AddPos().AddPoints().AddAnalytics();
        more?.Invoke(services);
    }, Clock);

    private protected T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    private protected async Task<T> ReadAsync<TContext, T>(Func<TContext, Task<T>> read) where TContext : ModuleDbContext
    {
        await using var db = await Get<IDbContextFactory<TContext>>().CreateDbContextAsync(Token);
        return await read(db);
    }

    /// <summary>The same act from many threads, all let go at one moment: queued one by one they would hardly ever meet.</summary>
    private protected static async Task<T[]> AtOnceAsync<T>(int times, Func<int, Task<T>> act)
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var acts = Enumerable.Range(0, times).Select(async number =>
        {
            await go.Task;
            return await act(number);
        }).ToList();
        go.SetResult();
        return await Task.WhenAll(acts);
    }

    /// <summary>The public address is configured, so nobody asks the server for the one it listens on.</summary>
    private sealed class Nowhere : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull =>
            throw new NotSupportedException();

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
