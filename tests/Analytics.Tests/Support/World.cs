using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tourism.Analytics.Contracts;
using Tourism.Analytics.Intake;
using Tourism.Analytics.Lake;
using Tourism.Analytics.Persistence;
using Tourism.Analytics.Sales;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Jobs;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Analytics.Tests.Support;

/// <summary>One host of the module over a real database file and a real lake. Two over the same folder are two hosts.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private readonly bool _owner;

    private World(string? shared, int factsPerLoad, IInterceptor? interceptor)
    {
        _owner = shared is null;
        var folder = Folder = shared ?? Directory.CreateTempSubdirectory("analytics-").FullName;
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddSingleton<IJobQueue>(Jobs);
        services.AddKernel(new ConfigurationBuilder().AddInMemoryCollection(Settings(folder)).Build());
        services.AddAnalytics();
        services.AddSingleton(new LakeSettings(Lake, factsPerLoad));
        if (interceptor is not null)
            services.ConfigureDbContext<SqliteAnalyticsDbContext>(options => options.AddInterceptors(interceptor));
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string Folder { get; }

    public string Lake => Path.Combine(Folder, "lake");

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero));

    public RecordedJobs Jobs { get; } = new();

    public static Dictionary<string, string?> Settings(string folder) => new()
    {
        ["Tourism:Mode"] = "Demo",
        ["Tourism:DataDirectory"] = folder,
        ["Tourism:CityDirectory"] = folder,
    };

    public static async Task<World> StartAsync(string? folder = null, int factsPerLoad = 100_000, IInterceptor? interceptor = null)
    {
        var world = new World(folder, factsPerLoad, interceptor);
        await world.Get<ISchema>().MigrateAsync(Ct);
        return world;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async Task ReceiveAsync(params IEnumerable<SaleFact> facts)
    {
        foreach (var fact in facts)
            await Get<TakeInSale>().HandleAsync(Guid.CreateVersion7(), fact, Ct);
    }

    public async Task GiveBackAsync(params IEnumerable<RefundFact> facts)
    {
        foreach (var fact in facts)
            await Get<TakeInRefund>().HandleAsync(Guid.CreateVersion7(), fact, Ct);
    }

    public Task LoadAsync() => Get<LoadFacts>().RunAsync(Ct);

    public Task<Result<SalesReport>> TryReportAsync(DateOnly from, DateOnly to) => Get<ReadSales>().HandleAsync(new SalesQuestion(from, to), Ct);

    public async Task<SalesReport> ReportAsync() => (await TryReportAsync(Facts.FirstDay, Facts.LastDay)).Value;

    public async Task<T> InDatabaseAsync<T>(Func<AnalyticsDbContext, Task<T>> ask)
    {
        await using var db = await Get<IDbContextFactory<AnalyticsDbContext>>().CreateDbContextAsync(Ct);
        return await ask(db);
    }

    public Task<List<LakePart>> PartsAsync() => InDatabaseAsync(db => db.Parts.AsNoTracking().Where(part => part.RetiredBy == null).ToListAsync(Ct));

    public string PathOf(LakePart part) => Get<LakeFiles>().PathOf(part);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_owner)
            Directory.Delete(Folder, recursive: true);
    }
}

internal sealed class RecordedJobs : IJobQueue
{
    public List<string> Names { get; } = [];

    public void Enqueue(string name) => Names.Add(name);
}
