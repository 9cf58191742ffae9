using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Tourism.Kernel.Server.Persistence;

internal sealed class SqlServerDialect : Dialect
{
    public override void Use(DbContextOptionsBuilder options, string connectionString, string historyTable) =>
        options.UseSqlServer(connectionString, server => server.MigrationsHistoryTable(historyTable));

    internal override string LockedRow(string table) => $"SELECT * FROM [{table}] WITH (UPDLOCK, ROWLOCK) WHERE [Id] = {{0}}";

    protected override bool IsTaken(DbException error) => error is SqlException { Number: 2601 or 2627 };

    /// <summary>1205 deadlock victim, 3960 snapshot conflict; SqlClient does not call them transient.</summary>
    protected override bool IsPassing(DbException error) => error.IsTransient || error is SqlException { Number: 1205 or 3960 or -2 };
}

internal sealed class PostgreSqlDialect : Dialect
{
    public override void Use(DbContextOptionsBuilder options, string connectionString, string historyTable) =>
        options.UseNpgsql(Tuned(connectionString), server => server.MigrationsHistoryTable(historyTable));

    internal override string LockedRow(string table) => base.LockedRow(table) + " FOR UPDATE";

    protected override bool IsTaken(DbException error) => error is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    private static string Tuned(string connectionString)
    {
        var tuned = new NpgsqlConnectionStringBuilder(connectionString);
        if (tuned.MaxAutoPrepare == 0)
            (tuned.MaxAutoPrepare, tuned.AutoPrepareMinUsages) = (50, 2);
        return tuned.ConnectionString;
    }
}
