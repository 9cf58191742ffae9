using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Tourism.Kernel.Server.Persistence;

/// <summary>Everything in which the three databases differ. Features never ask which one they run on.</summary>
public abstract class Dialect
{
    /// <summary>Embedded default: one file, one writing process.</summary>
    public static Dialect Sqlite { get; } = new SqliteDialect();

    /// <summary>The customer's production database.</summary>
    public static Dialect SqlServer { get; } = new SqlServerDialect();

    /// <summary>Production alternative and the server used by the tests.</summary>
    public static Dialect PostgreSql { get; } = new PostgreSqlDialect();

    /// <summary>True when the application owns the schema and migrates it at start; servers are migrated by an operator.</summary>
    public virtual bool MigratesAtStart => false;

    /// <summary>The dialect for a provider named in the configuration.</summary>
    public static Dialect For(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.SqlServer => SqlServer,
        DatabaseProvider.PostgreSql => PostgreSql,
        _ => Sqlite,
    };

    /// <summary>Points <paramref name="options"/> at a database; migrations are recorded in <paramref name="historyTable"/>.</summary>
    public abstract void Use(DbContextOptionsBuilder options, string connectionString, string historyTable);

    /// <summary>Clears what a host that died while migrating may have left behind.</summary>
    internal virtual Task BeforeMigrationAsync(DbContext db, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Waits until this process may write to the database; dispose to let the next writer in.</summary>
    public virtual ValueTask<IDisposable?> EnterAsync(string connectionString, CancellationToken ct) => ValueTask.FromResult<IDisposable?>(null);

    /// <summary>How many groups of commands are worth having under way: one more is prepared while one waits for the disk.</summary>
    internal virtual int GroupsAtOnce => 2;

    /// <summary>Whether the two methods below are there; otherwise EF inserts.</summary>
    internal virtual bool InsertsInBulk => false;

    /// <summary>Gives the rows of each table their keys from its generator, in the transaction of <paramref name="db"/>.</summary>
    internal virtual Task GiveKeysAsync(DbContext db, IReadOnlyList<(NewRows Table, List<NewRow> Rows)> tables, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Writes new rows, table after table, in the transaction of <paramref name="db"/>.</summary>
    internal virtual Task InsertAsync(DbContext db, IReadOnlyList<(NewRows Table, List<NewRow> Rows)> tables, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>SQL for the rows whose <c>Id</c> is one of the parameters; nobody else can change or lock them before the transaction ends.</summary>
    internal virtual string LockedRows(string table, int count) => $"SELECT * FROM \"{table}\" WHERE \"Id\" IN ({Parameters(count)})";

    /// <summary><c>{0}, {1}, …</c></summary>
    protected static string Parameters(int count) => string.Join(", ", Enumerable.Range(0, count).Select(no => $"{{{no}}}"));

    /// <summary>True when running the whole write again in a fresh context can succeed or find what an earlier try left.</summary>
    /// <remarks>The cause may lie deep: a deadlock in SaveChanges comes as InvalidOperationException → DbUpdateException → DbException.</remarks>
    public bool MayRetry(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbUpdateConcurrencyException || cause is DbException known && (IsTaken(known) || IsPassing(known)))
                return true;
        }

        return false;
    }

    /// <summary>A unique index already holds the value.</summary>
    protected abstract bool IsTaken(DbException error);

    /// <summary>Deadlock, lost connection, fail-over and the like.</summary>
    protected virtual bool IsPassing(DbException error) => error.IsTransient;
}

/// <summary>Databases the product runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>One file beside the application.</summary>
    Sqlite,

    /// <summary>Microsoft SQL Server 2022 or Azure SQL.</summary>
    SqlServer,

    /// <summary>PostgreSQL 15 or later.</summary>
    PostgreSql,
}
