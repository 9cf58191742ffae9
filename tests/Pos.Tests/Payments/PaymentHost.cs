using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Tests.Sandbox;
using Tourism.Testing;

namespace Tourism.Pos.Tests.Payments;

/// <summary>The real product on a real port with its sandbox, on a clock that stands still and with rounds that a test walks by hand.</summary>
internal sealed class PaymentHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TemporaryFolder? _own;
    private IServiceScope? _life;

    private PaymentHost(WebApplication app, TemporaryFolder? own, FakeTimeProvider clock, FaultyNetwork network, TestSale sale)
    {
        (_app, _own, Clock, Network, Sale, Shapes) = (app, own, clock, network, sale, app.Services.GetRequiredService<ShapeWatch>());
        Http = new HttpClient(Line()) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public FakeTimeProvider Clock { get; }

    public FaultyNetwork Network { get; }

    public TestSale Sale { get; }

    /// <summary>Whatever passed between product and sandbox without fitting the published shapes fails the test at its end.</summary>
    public ShapeWatch Shapes { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<PaymentHost> StartAsync(
        string? folder = null, FakeTimeProvider? clock = null, Action<IServiceCollection>? services = null, params (string Key, string Value)[] settings)
    {
        var own = folder is null ? new TemporaryFolder() : null;
        folder ??= own!.FullName;
        clock ??= new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));
        var (network, sale) = (new FaultyNetwork(), new TestSale());
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder, EnvironmentName = Environments.Production });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Tourism:Mode"] = "Demo", ["Tourism:DataDirectory"] = folder, ["Tourism:CityDirectory"] = "Cities/mine-city",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        Configure(builder, clock, network, sale);
        services?.Invoke(builder.Services);
        var app = builder.Build();
        await CreateTablesAsync(app.Services);
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapControllers();
        app.MapSandbox();
        await app.StartAsync();
        return new PaymentHost(app, own, clock, network, sale);
    }

    /// <summary>A way to this host: its port, or straight into it where it has none.</summary>
    public HttpMessageHandler Line() => Services.GetService<InProcessServer>() is { } inside
        ? new InProcessServer.Line(inside)
        : new SocketsHttpHandler { AllowAutoRedirect = false };

    public T Get<T>() where T : notnull => (_life?.ServiceProvider ?? _app.Services).GetRequiredService<T>();

    /// <summary>New instances of whatever a test made to live no longer than its host.</summary>
    public void Restart()
    {
        _life?.Dispose();
        _life = Services.CreateScope();
    }

    public async Task<Payment> LoadAsync(Guid payment)
    {
        await using var db = await Get<IDbContextFactory<PosDbContext>>().CreateDbContextAsync();
        return await db.Set<Payment>().AsNoTracking().Include(row => row.Attempts).SingleAsync(row => row.Id == payment);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _life?.Dispose();
        await _app.DisposeAsync();
        _own?.Dispose();
        Assert.Empty(Shapes.Misfits);
    }

    private static void Configure(WebApplicationBuilder builder, FakeTimeProvider clock, FaultyNetwork network, TestSale sale)
    {
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddKernel(builder.Configuration);
        builder.Services.AddProblemDetails();
        builder.Services.AddControllers().AddJsonOptions(json => Json.Configure(json.JsonSerializerOptions));
        builder.Services.AddPos();
        builder.Services.RemoveAll<IHostedService>();
        builder.Services.AddSingleton(network);
        builder.Services.Replace(ServiceDescriptor.Singleton<IPaidSale>(sale));
        var shapes = new ShapeWatch();
        builder.Services.AddSingleton(shapes);
        builder.Services.AddHttpClient(SandboxStripe.HttpName).AddHttpMessageHandler(() => new FaultyNetwork.Handler(network)).AddHttpMessageHandler(shapes.Calls);
        builder.Services.AddHttpClient(SandboxPost.HttpName).AddHttpMessageHandler(shapes.Events);
    }

    private static async Task CreateTablesAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<PosDbContext>>().CreateDbContextAsync();
        await EmptyDatabase.GiveAsync(db);
    }
}
