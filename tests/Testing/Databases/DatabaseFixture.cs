using Microsoft.Extensions.DependencyInjection;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Persistence;
using Xunit;

namespace Tourism.Testing.Databases;

/// <summary>
/// A fresh, empty database for one suite. A suite takes it as <c>IClassFixture</c>; see <see cref="DatabaseSuite"/>.
/// </summary>
public abstract class DatabaseFixture : IAsyncLifetime
{
    /// <summary>Made when asked for: discovery makes fixtures only to ask what is missing, and never disposes of them.</summary>
    private readonly Lazy<TemporaryFolder> _folder = new(() => new TemporaryFolder());

    /// <summary>Which database.</summary>
    public abstract DatabaseProvider Provider { get; }

    /// <summary>What differs on it.</summary>
    public Dialect Dialect => Dialect.For(Provider);

    /// <summary>Why there is none on this machine, and how to get one; <c>null</c> when there is one.</summary>
    public abstract string? Missing { get; }

    /// <summary>True when a build server must have this database.</summary>
    public virtual bool NeededInCi => true;

    /// <summary>Connects to the fresh database.</summary>
    public string ConnectionString { get; protected set; } = "";

    /// <summary>A folder of the suite's own.</summary>
    public string Folder => _folder.Value.FullName;

    /// <summary>The services of modules on this database, as the host would register them, but nothing runs in the background.</summary>
    /// <param name="add">Adds the modules, for example <c>services => services.AddPoints()</c>, and replaces what the test replaces.</param>
    /// <param name="clock">The clock; the system's when <c>null</c>.</param>
    public ServiceProvider Services(Action<IServiceCollection> add, TimeProvider? clock = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock ?? TimeProvider.System);
        services.Configure<TourismOptions>(Configure);
        add(services);
        return services.BuildServiceProvider();
    }

    /// <summary>Applies the migrations of every module in <paramref name="services"/>.</summary>
    public static async Task MigrateAsync(IServiceProvider services)
    {
        foreach (var schema in services.GetServices<ISchema>())
            await schema.MigrateAsync(CancellationToken.None);
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Missing is null)
            ConnectionString = await CreateAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (ConnectionString.Length > 0)
            await DropAsync();
        if (_folder.IsValueCreated)
            _folder.Value.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes the database and returns how to connect to it.</summary>
    protected abstract Task<string> CreateAsync();

    /// <summary>Removes the database, whoever is still connected.</summary>
    protected abstract Task DropAsync();

    /// <summary>A name no other suite, run or machine uses on the same server.</summary>
    protected static string FreshName() => "tourism_test_" + Guid.CreateVersion7().ToString("N");

    private void Configure(TourismOptions options)
    {
        options.Mode = TourismMode.Demo;
        options.DataDirectory = Folder;
        options.CityDirectory = Repository.Path("src", "Pos", "Cities", "mine-city");
        options.Database = new DatabaseOptions { Provider = Provider, ConnectionString = ConnectionString };
    }
}
