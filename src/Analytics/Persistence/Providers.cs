using Microsoft.EntityFrameworkCore;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Analytics.Persistence;

internal sealed class SqliteAnalyticsDbContext(DbContextOptions<SqliteAnalyticsDbContext> options) : AnalyticsDbContext(options, Dialect.Sqlite)
{
    private sealed class Design() : DesignTimeFactory<SqliteAnalyticsDbContext>(Dialect.Sqlite, Prefix, options => new(options));
}

internal sealed class SqlServerAnalyticsDbContext(DbContextOptions<SqlServerAnalyticsDbContext> options) : AnalyticsDbContext(options, Dialect.SqlServer)
{
    private sealed class Design() : DesignTimeFactory<SqlServerAnalyticsDbContext>(Dialect.SqlServer, Prefix, options => new(options));
}

internal sealed class PostgreSqlAnalyticsDbContext(DbContextOptions<PostgreSqlAnalyticsDbContext> options) : AnalyticsDbContext(options, Dialect.PostgreSql)
{
    private sealed class Design() : DesignTimeFactory<PostgreSqlAnalyticsDbContext>(Dialect.PostgreSql, Prefix, options => new(options));
}
