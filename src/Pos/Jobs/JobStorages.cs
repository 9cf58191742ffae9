using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.SqlServer;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Pos.Jobs;

/// <summary>Where Hangfire keeps its queue: beside the data on a server, in memory with the embedded database, which one host owns.</summary>
internal static class JobStorages
{
    private const string Schema = "hangfire";

    /// <summary>On PostgreSQL Hangfire's own locks are rows that outlive a killed host and hold up its clock. None is needed for longer than a moment.</summary>
    private static readonly TimeSpan LockOfADeadHost = TimeSpan.FromSeconds(10);

    public static JobStorage Create(DatabaseOptions database, TimeSpan poll) => database.Provider switch
    {
        DatabaseProvider.PostgreSql => PostgreSql(database.ConnectionString!, poll),
        DatabaseProvider.SqlServer => new SqlServerStorage(
            database.ConnectionString!, new SqlServerStorageOptions { SchemaName = Schema, QueuePollInterval = poll }),
        _ => new InMemoryStorage(),
    };

    private static PostgreSqlStorage PostgreSql(string connectionString, TimeSpan poll)
    {
        var options = new PostgreSqlStorageOptions { SchemaName = Schema, QueuePollInterval = poll, DistributedLockTimeout = LockOfADeadHost };
        return new PostgreSqlStorage(new Hangfire.PostgreSql.Factories.NpgsqlConnectionFactory(connectionString, options), options);
    }
}
