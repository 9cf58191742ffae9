using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace Tourism.Kernel.Server.Persistence;

internal sealed class SqliteDialect : Dialect
{
    private const int Constraint = 19;
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new();

    /// <summary>Connection strings that name one file in different ways share its gate; parsing them once is enough.</summary>
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> GateOf = new();

    public override bool MigratesAtStart => true;

    internal override int GroupsAtOnce => 1;

    internal override bool InsertsInBulk => true;

    public override void Use(DbContextOptionsBuilder options, string connectionString, string historyTable) => options
        // A list as one parameter keeps the SQL the same; EF would write it anew for every list.
        .UseSqlite(connectionString, sqlite => sqlite.MigrationsHistoryTable(historyTable).UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .AddInterceptors(new DurableConnections());

    /// <summary>
    /// EF marks a running migration by a row in this table and waits for ever for a row whose host died. The file belongs to one
    /// host at a time, which starts with a migration, so a row found here is always such a leftover.
    /// </summary>
    internal override Task BeforeMigrationAsync(DbContext db, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS __EFMigrationsLock", ct);

    /// <summary>SQLite makes a second writer sleep and poll; queueing here is fair and wakes at once.</summary>
    public override async ValueTask<IDisposable?> EnterAsync(string connectionString, CancellationToken ct)
    {
        var gate = GateOf.GetOrAdd(connectionString, text => Gates.GetOrAdd(FileOf(text), _ => new SemaphoreSlim(1, 1)));
        await gate.WaitAsync(ct);
        return new Leave(gate);
    }

    /// <summary>The transaction holds the file's only write lock, so nobody takes the same keys meanwhile.</summary>
    internal override async Task GiveKeysAsync(DbContext db, IReadOnlyList<(NewRows Table, List<NewRow> Rows)> tables, CancellationToken ct)
    {
        foreach (var (table, rows) in tables)
        {
            var key = (await db.Database.SqlQuery<long>($"SELECT seq AS Value FROM sqlite_sequence WHERE name = {table.Name}").ToListAsync(ct)).SingleOrDefault();
            foreach (var row in rows)
                row.Key = ++key;
        }
    }

    /// <summary>One prepared statement per table, run for each row: the call costs nothing here, reading SQL does.</summary>
    internal override Task InsertAsync(DbContext db, IReadOnlyList<(NewRows Table, List<NewRow> Rows)> tables, CancellationToken ct)
    {
        var (connection, transaction) = ((SqliteConnection)db.Database.GetDbConnection(), (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction());
        foreach (var (table, rows) in tables)
            Insert(connection, transaction, table, rows);
        return Task.CompletedTask;
    }

    private static void Insert(SqliteConnection connection, SqliteTransaction transaction, NewRows table, List<NewRow> rows)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"{table.Into} VALUES ({string.Join(", ", table.Columns.Select((_, no) => "@p" + no))})";
        var parameters = table.Columns.Select((_, no) => command.Parameters.Add(new SqliteParameter { ParameterName = "@p" + no })).ToList();
        foreach (var row in rows)
        {
            for (var no = 0; no < parameters.Count; no++)
                parameters[no].Value = table.Columns[no].Of(row) ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    protected override bool IsTaken(DbException error) => error is SqliteException { SqliteErrorCode: Constraint, SqliteExtendedErrorCode: 2067 or 1555 };

    protected override bool IsPassing(DbException error) => error is SqliteException { SqliteErrorCode: 5 or 6 };

    private static string FileOf(string connectionString) => Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);

    private sealed class Leave(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }

    /// <summary>A sale that was answered must survive a power cut, so every commit reaches the disk (synchronous=FULL).</summary>
    private sealed class DurableConnections : DbConnectionInterceptor
    {
        private static readonly ConditionalWeakTable<SQLitePCL.sqlite3, string> Prepared = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData data) => Prepare(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData data, CancellationToken ct)
        {
            Prepare(connection);
            return Task.CompletedTask;
        }

        /// <summary>Settings last as long as SQLite's own connection, which the pool keeps: once is enough, and each time costs 20 µs.</summary>
        private static void Prepare(DbConnection connection)
        {
            var handle = ((SqliteConnection)connection).Handle!;
            if (Prepared.TryGetValue(handle, out _))
                return;
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000;";
            command.ExecuteNonQuery();
            Prepared.AddOrUpdate(handle, command.CommandText);
        }
    }
}
