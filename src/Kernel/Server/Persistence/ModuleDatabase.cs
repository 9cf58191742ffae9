using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Outbox;

namespace Tourism.Kernel.Server.Persistence;

/// <summary>Brings up or checks one module's schema.</summary>
public interface ISchema
{
    /// <summary>Applies every migration that is missing.</summary>
    Task MigrateAsync(CancellationToken ct);

    /// <summary>Names of migrations the database still lacks.</summary>
    Task<IReadOnlyList<string>> MissingAsync(CancellationToken ct);
}

/// <summary>Registers a module's contexts.</summary>
public static class ModuleDatabase
{
    /// <summary>Table that records the migrations of one module.</summary>
    public static string HistoryTable(string prefix) => prefix + "migrations";

    /// <summary>Adds <typeparamref name="TContext"/> for the configured provider, with its writer, outbox and schema.</summary>
    public static IServiceCollection AddModuleDatabase<TContext, TSqlite, TSqlServer, TPostgreSql>(this IServiceCollection services, string prefix)
        where TContext : ModuleDbContext
        where TSqlite : TContext
        where TSqlServer : TContext
        where TPostgreSql : TContext
    {
        services.AddContext<TContext, TSqlite>(DatabaseProvider.Sqlite, prefix);
        services.AddContext<TContext, TSqlServer>(DatabaseProvider.SqlServer, prefix);
        services.AddContext<TContext, TPostgreSql>(DatabaseProvider.PostgreSql, prefix);
        services.AddSingleton<IDbContextFactory<TContext>>(provider =>
            provider.GetRequiredKeyedService<IDbContextFactory<TContext>>(provider.GetRequiredService<IOptions<TourismOptions>>().Value.Database.Provider));
        services.AddSingleton<ISchema, Schema<TContext>>();
        services.AddSingleton<Writer<TContext>>();
        return services.AddOutbox<TContext>();
    }

    /// <summary>Adds a <see cref="GroupWriter{TContext, TCommand, T}"/> with <typeparamref name="TWork"/> as what it does.</summary>
    public static IServiceCollection AddGroupWriter<TContext, TCommand, T, TWork>(this IServiceCollection services)
        where TContext : ModuleDbContext
        where TCommand : IGroupCommand
        where TWork : class, IGroupWork<TContext, TCommand, T> => services
        .AddSingleton<IGroupWork<TContext, TCommand, T>, TWork>().AddSingleton<GroupWriter<TContext, TCommand, T>>();

    private static void AddContext<TContext, TDerived>(this IServiceCollection services, DatabaseProvider database, string prefix)
        where TContext : ModuleDbContext
        where TDerived : TContext
    {
        services.AddPooledDbContextFactory<TDerived>((provider, options) => Dialect.For(database).Use(
            Checked(options), provider.GetRequiredService<IOptions<TourismOptions>>().Value.Database.ConnectionString!, HistoryTable(prefix)));
        services.AddKeyedSingleton<IDbContextFactory<TContext>>(database, (provider, _) =>
            new Upcast<TContext, TDerived>(provider.GetRequiredService<IDbContextFactory<TDerived>>()));
    }

    /// <summary>That model and migrations agree is tested once; comparing them again at every start takes longer than all else of a start.</summary>
    private static DbContextOptionsBuilder Checked(DbContextOptionsBuilder options) =>
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    private sealed class Upcast<TContext, TDerived>(IDbContextFactory<TDerived> inner) : IDbContextFactory<TContext>
        where TContext : DbContext
        where TDerived : TContext
    {
        public TContext CreateDbContext() => inner.CreateDbContext();
    }

    private sealed class Schema<TContext>(IDbContextFactory<TContext> contexts) : ISchema where TContext : ModuleDbContext
    {
        public async Task MigrateAsync(CancellationToken ct)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            if (!(await db.Database.GetPendingMigrationsAsync(ct)).Any())
                return;
            await db.Dialect.BeforeMigrationAsync(db, ct);
            await db.Database.MigrateAsync(ct);
        }

        public async Task<IReadOnlyList<string>> MissingAsync(CancellationToken ct)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            return [.. await db.Database.GetPendingMigrationsAsync(ct)];
        }
    }
}

/// <summary>Lets <c>scripts/add-migration</c> build a context without a host or a server.</summary>
/// <param name="dialect">The database whose migrations are written.</param>
/// <param name="prefix">The module's table prefix.</param>
/// <param name="create">Constructor of the derived context.</param>
public abstract class DesignTimeFactory<TContext>(Dialect dialect, string prefix, Func<DbContextOptions<TContext>, TContext> create)
    : IDesignTimeDbContextFactory<TContext> where TContext : ModuleDbContext
{
    /// <inheritdoc/>
    public TContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<TContext>();
        dialect.Use(options, "", ModuleDatabase.HistoryTable(prefix));
        return create(options.Options);
    }
}
