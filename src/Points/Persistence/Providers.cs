using Microsoft.EntityFrameworkCore;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Points.Persistence;

internal sealed class SqlitePointsDbContext(DbContextOptions<SqlitePointsDbContext> options) : PointsDbContext(options, Dialect.Sqlite)
{
    private sealed class Design() : DesignTimeFactory<SqlitePointsDbContext>(Dialect.Sqlite, Prefix, options => new(options));
}

internal sealed class SqlServerPointsDbContext(DbContextOptions<SqlServerPointsDbContext> options) : PointsDbContext(options, Dialect.SqlServer)
{
    private sealed class Design() : DesignTimeFactory<SqlServerPointsDbContext>(Dialect.SqlServer, Prefix, options => new(options));
}

internal sealed class PostgreSqlPointsDbContext(DbContextOptions<PostgreSqlPointsDbContext> options) : PointsDbContext(options, Dialect.PostgreSql)
{
    private sealed class Design() : DesignTimeFactory<PostgreSqlPointsDbContext>(Dialect.PostgreSql, Prefix, options => new(options));
}
