using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Tourism.Kernel.Server.Persistence;

internal sealed class SqlServerDialect : Dialect
{
    public override void Use(DbContextOptionsBuilder options, string connectionString, string historyTable) =>
        options.UseSqlServer(connectionString, server => server.MigrationsHistoryTable(historyTable));

    internal override string LockedRows(string table, int count) => $"SELECT * FROM [{table}] WITH (UPDLOCK, ROWLOCK) WHERE [Id] IN ({Parameters(count)})";

    protected override bool IsTaken(DbException error) => error is SqlException { Number: 2601 or 2627 };

    /// <summary>1205 deadlock victim, 3960 snapshot conflict; SqlClient does not call them transient.</summary>
    protected override bool IsPassing(DbException error) => error.IsTransient || error is SqlException { Number: 1205 or 3960 or -2 };
}

internal sealed class PostgreSqlDialect : Dialect
{
    public override void Use(DbContextOptionsBuilder options, string connectionString, string historyTable) =>
        options.UseNpgsql(Tuned(connectionString), server => server.MigrationsHistoryTable(historyTable));

    internal override bool InsertsInBulk => true;

    /// <summary>One round trip for all tables.</summary>
    internal override async Task GiveKeysAsync(DbContext db, IReadOnlyList<(NewRows Table, List<NewRow> Rows)> tables, CancellationToken ct)
    {
        await using var batch = Batch(db);
        foreach (var (table, rows) in tables)
        {
            var command = new NpgsqlBatchCommand("SELECT nextval(pg_get_serial_sequence($1, $2)) FROM generate_series(1, $3)");
            foreach (var value in new object[] { table.Name, table.Key!, rows.Count })
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            batch.BatchCommands.Add(command);
        }

        await using var keys = await batch.ExecuteReaderAsync(ct);
        foreach (var (_, rows) in tables)
        {
            foreach (var row in rows)
                row.Key = await keys.ReadAsync(ct) ? keys.GetInt64(0) : throw new InvalidOperationException("The database gave too few keys.");
            await keys.NextResultAsync(ct);
        }
    }

    /// <summary>One round trip: a statement per table that takes its columns as arrays, so it stays the same for any number of rows.</summary>
    internal override async Task InsertAsync(DbContext db, IReadOnlyList<(NewRows Table, List<NewRow> Rows)> tables, CancellationToken ct)
    {
        await using var batch = Batch(db);
        foreach (var (table, rows) in tables)
        {
            var command = new NpgsqlBatchCommand($"{table.Into} SELECT * FROM unnest({string.Join(", ", table.Columns.Select((_, no) => $"${no + 1}"))})");
            foreach (var column in table.Columns)
                command.Parameters.Add(new NpgsqlParameter { Value = Values(rows, column) });
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlBatch Batch(DbContext db) =>
        new((NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction());

    private static Array Values(List<NewRow> rows, NewRows.Column column)
    {
        var values = Array.CreateInstance(column.Type.IsValueType ? typeof(Nullable<>).MakeGenericType(column.Type) : column.Type, rows.Count);
        for (var no = 0; no < values.Length; no++)
            values.SetValue(column.Of(rows[no]), no);
        return values;
    }

    /// <summary>In one order, so that two groups never wait for each other.</summary>
    internal override string LockedRows(string table, int count) => base.LockedRows(table, count) + " ORDER BY \"Id\" FOR UPDATE";

    protected override bool IsTaken(DbException error) => error is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    private static string Tuned(string connectionString)
    {
        var tuned = new NpgsqlConnectionStringBuilder(connectionString);
        if (tuned.MaxAutoPrepare == 0)
            (tuned.MaxAutoPrepare, tuned.AutoPrepareMinUsages) = (50, 2);
        return tuned.ConnectionString;
    }
}
