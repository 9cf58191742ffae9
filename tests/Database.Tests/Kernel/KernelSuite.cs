using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tourism.Kernel;
using Tourism.Kernel.Server.Outbox;
using Tourism.Kernel.Server.Persistence;
using Tourism.Testing;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Kernel;

/// <summary>The test module on one database, empty before every test.</summary>
public abstract class KernelSuite(DatabaseFixture database) : DatabaseSuite(database), IAsyncLifetime
{
    private protected FakeTimeProvider Clock { get; } = TestClock.Morning();

    private protected ServiceProvider Services { get; private set; } = null!;

    private protected IDbContextFactory<TestDbContext> Contexts => Services.GetRequiredService<IDbContextFactory<TestDbContext>>();

    private protected Writer<TestDbContext> Writer => Services.GetRequiredService<Writer<TestDbContext>>();

    private protected Listener Listener => Services.GetRequiredService<Listener>();

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (Database.Missing is not null)
            return;
        Services = NewHost(Clock);
        await using var db = await Contexts.CreateDbContextAsync(Token);
        var tables = (IRelationalDatabaseCreator)db.GetService<IDatabaseCreator>();
        if (!await tables.ExistsAsync(Token))
            await tables.CreateAsync(Token);
        if (!await tables.HasTablesAsync(Token))
            await tables.CreateTablesAsync(Token);
        await db.Outbox.ExecuteDeleteAsync(Token);
        await db.Counters.ExecuteDeleteAsync(Token);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Services?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    /// <summary>Everything a host of its own would have, with its own idea of the time.</summary>
    private protected ServiceProvider NewHost(TimeProvider clock, Action<IServiceCollection>? more = null) => Database.Services(services =>
    {
        services.AddModuleDatabase<TestDbContext, SqliteTestDbContext, SqlServerTestDbContext, PostgreSqlTestDbContext>(TestDbContext.Prefix);
        services.AddMessageHandler<Told, Listener>();
        more?.Invoke(services);
    }, clock);

    private protected Task<Result<int>> SendAsync(params (string Key, string What)[] messages) => Writer.RunAsync<int>(db =>
    {
        foreach (var (key, what) in messages)
            db.Send(key, new Told(what), Clock.UtcMicros());
        return Task.FromResult<Result<int>>(messages.Length);
    }, Token);

    private protected async Task<List<OutboxMessage>> OutboxAsync()
    {
        await using var db = await Contexts.CreateDbContextAsync(Token);
        return await db.Outbox.AsNoTracking().OrderBy(row => row.Seq).ToListAsync(Token);
    }

    private protected async Task<Counter> CounterAsync(Guid id)
    {
        await using var db = await Contexts.CreateDbContextAsync(Token);
        return await db.Counters.AsNoTracking().SingleAsync(row => row.Id == id, Token);
    }

    private protected async Task<Guid> NewCounterAsync()
    {
        var id = Guid.CreateVersion7();
        await Writer.RunAsync<int>(db =>
        {
            db.Counters.Add(new Counter { Id = id, At = Clock.UtcMicros() });
            return Task.FromResult<Result<int>>(1);
        }, Token);
        return id;
    }
}
