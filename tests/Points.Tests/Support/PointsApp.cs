using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Jobs;
using Tourism.Kernel.Server.Persistence;
using Tourism.Points.Contracts;
using Tourism.Points.Holds;
using Tourism.Points.Members;
using Tourism.Points.Persistence;
using Tourism.Points.Programmes;

namespace Tourism.Points.Tests.Support;

/// <summary>The module as the host registers it, over a real database, with a clock and a sales module that the test commands.</summary>
public sealed class PointsApp : IAsyncDisposable
{
    /// <summary>Sunday 22 November 2026, 10:00 in Japan.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 1, 0, 0, TimeSpan.Zero);
    private readonly ServiceProvider _services;

    private PointsApp(Store store, CityFolder city, TourismMode mode)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<TimeProvider>(Clock).AddSingleton<IHoldOwner>(Owner);
        var configuration = Configuration(store, city, mode);
        services.AddSingleton(configuration).AddKernel(configuration).AddPoints();
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public FakeTimeProvider Clock { get; } = new(Start);

    public FakeOwner Owner { get; } = new();

    public static async Task<PointsApp> OpenAsync(Store store, CityFolder city, TourismMode mode = TourismMode.Demo)
    {
        var app = new PointsApp(store, city, mode);
        foreach (var schema in app._services.GetServices<ISchema>())
            await schema.MigrateAsync(CancellationToken.None);
        await app.SeedAsync();
        return app;
    }

    public static IConfiguration Configuration(Store store, CityFolder city, TourismMode mode) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Tourism:Mode"] = mode.ToString(),
            ["Tourism:PublicUrl"] = "https://pay.city.example",
            ["Tourism:CityDirectory"] = city.Path,
            ["Tourism:Database:Provider"] = store.Provider.ToString(),
            ["Tourism:Database:ConnectionString"] = store.ConnectionString,
        }).Build();

    public async Task SeedAsync()
    {
        foreach (var seed in _services.GetServices<ISeed>())
            await seed.SeedAsync(CancellationToken.None);
    }

    public async Task<MemberView> RegisterAsync(string name = "山田 太郎")
    {
        var result = await RegisterAsync(Guid.CreateVersion7(), new MemberRequest(name));
        return result.Value.View;
    }

    public Task<Result<Written<MemberView>>> RegisterAsync(Guid id, MemberRequest request) =>
        Get<RegisterMember>().HandleAsync(id, request, CancellationToken.None);

    public Task<Result<Written<GrantView>>> GrantAsync(MemberView member, long points, string programme = CityFolder.Long, Guid? id = null) =>
        GrantAsync(id ?? Guid.CreateVersion7(), new GrantRequest(programme, member.Id, new(points), "清掃活動 11月22日"));

    public Task<Result<Written<GrantView>>> GrantAsync(Guid id, GrantRequest request) =>
        Get<GrantPoints>().HandleAsync(id, request, CancellationToken.None);

    public Task<Result<Written<HoldView>>> HoldAsync(MemberView member, long points, Guid? id = null) =>
        HoldAsync(id ?? Guid.CreateVersion7(), Samples.Hold(member.Card, points));

    public Task<Result<Written<HoldView>>> HoldAsync(Guid id, HoldRequest request) =>
        Get<HoldPoints>().HandleAsync(id, request, CancellationToken.None);

    public Task<Delivery> CaptureAsync(Guid hold, Guid sale, Guid? message = null) =>
        Get<CaptureHeldPoints>().HandleAsync(message ?? Guid.CreateVersion7(), new CaptureHold(hold, sale, Clock.UtcMicros()), CancellationToken.None);

    public Task<Delivery> ReleaseAsync(Guid hold, Guid sale, Guid? message = null) =>
        Get<ReleaseHeldPoints>().HandleAsync(message ?? Guid.CreateVersion7(), new ReleaseHold(hold, sale, Clock.UtcMicros()), CancellationToken.None);

    public Task<Result<HoldView>> ReleaseByStaffAsync(Guid hold) => Get<ReleaseHoldByStaff>().HandleAsync(hold, CancellationToken.None);

    public Task RunTimerAsync() => Get<IJob>().RunAsync(CancellationToken.None);

    public Task<HoldView?> FindHoldAsync(Guid hold) => Get<IPointsWallet>().FindHoldAsync(hold, CancellationToken.None);

    public async Task<CardView> CardAsync(MemberView member) =>
        await Get<IPointsWallet>().FindCardAsync(member.Card, CancellationToken.None) ?? throw new InvalidOperationException("No such card.");

    public async Task<PointAmount> AvailableAsync(MemberView member) => (await CardAsync(member)).Available;

    public async Task<ProgrammeView> ProgrammeAsync(string code = CityFolder.Long) =>
        (await Get<ListProgrammes>().HandleAsync(CancellationToken.None)).Single(programme => programme.Code == code);

    internal T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    internal async Task<T> ReadAsync<T>(Func<PointsDbContext, Task<T>> read)
    {
        await using var db = await Get<IDbContextFactory<PointsDbContext>>().CreateDbContextAsync();
        return await read(db);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
